import type { Database, Transaction } from "@rembuk/db/client";
import { canInArea } from "@rembuk/domain/access/policy";
import type { Role } from "@rembuk/domain/access/roles";
import { mayBeOnDuty } from "@rembuk/domain/staff/duty";
import type { ListDutyInput, ListDutyPeopleInput } from "@rembuk/domain/staff/duty-commands";
import type { ServiceContext } from "../context";
import { requireInArea } from "../kernel/require-permission";
import { officeToday } from "./running-queries";

/** Whose roster: the kecamatan's own (null) and those of sectors. */
export interface DutyKey {
  readonly areaCode: string;
  readonly sectorCode: string | null;
}

/** Who is on duty at an instant, whole rosters at a time: enabled and still serving. */
export const listOnDuty = (
  db: Database | Transaction,
  areaCodes: readonly string[],
  now: Date,
): Promise<readonly (DutyKey & { readonly userId: string })[]> =>
  db.$queryRaw<(DutyKey & { userId: string })[]>`
    SELECT s.area_code AS "areaCode", s.sector_code AS "sectorCode", s.user_id AS "userId"
    FROM duty_shift s JOIN "user" u ON u.id = s.user_id AND u.disabled_at IS NULL
    WHERE s.withdrawn_at IS NULL AND s.area_code = ANY(${areaCodes as string[]})
      AND s.starts_at <= ${now} AND s.ends_at > ${now}
      AND EXISTS (SELECT 1 FROM running_assignments(${officeToday(now)}::date) r WHERE r.user_id = s.user_id)
    ORDER BY s.starts_at, s.id`;

export interface ShiftRow {
  readonly id: string;
  readonly sectorCode: string | null;
  readonly sectorName: string | null;
  readonly userId: string;
  readonly userName: string;
  readonly phone: string | null;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly isNow: boolean;
}

export interface DutyPage {
  /** Shifts that run or come, in order. */
  readonly shifts: readonly ShiftRow[];
  readonly mayEdit: boolean;
}

const weeksAhead = 5;

/** The roster of a kecamatan for the coming weeks, those on duty now first. @throws forbidden */
export const listDuty = async (
  ctx: ServiceContext,
  { areaCode }: ListDutyInput,
): Promise<DutyPage> => {
  requireInArea(ctx, "duty.read", areaCode);
  const now = ctx.now();
  const until = new Date(now.getTime() + weeksAhead * 7 * 86_400_000);
  const rows = await ctx.db.$queryRaw<Omit<ShiftRow, "isNow">[]>`
    SELECT s.id, s.sector_code AS "sectorCode", sector.name AS "sectorName", s.user_id AS "userId",
      u.display_name AS "userName", u.phone, s.starts_at AS "startsAt", s.ends_at AS "endsAt"
    FROM duty_shift s JOIN "user" u ON u.id = s.user_id
    LEFT JOIN sector ON sector.code = s.sector_code
    WHERE s.withdrawn_at IS NULL AND s.area_code = ${areaCode} AND s.ends_at > ${now}
      AND s.starts_at < ${until}
    ORDER BY s.starts_at, s.sector_code NULLS FIRST, s.id LIMIT 300`;
  return {
    shifts: rows.map((row) => ({ ...row, isNow: row.startsAt <= now && row.endsAt > now })),
    mayEdit: canInArea(ctx.actor, "duty.edit", { areaCode }),
  };
};

/** The kecamatan whose rosters the reader may see, by name. */
export const listDutyOffices = async (
  ctx: ServiceContext,
): Promise<readonly { readonly code: string; readonly name: string }[]> => {
  const offices = await ctx.db.$queryRaw<{ code: string; name: string }[]>`
    SELECT area.code, area.name FROM office o JOIN area ON area.code = o.subdistrict_code
    ORDER BY area.name, area.code`;
  return offices.filter(({ code }) => canInArea(ctx.actor, "duty.read", { areaCode: code }));
};

export interface DutyPerson {
  readonly userId: string;
  readonly name: string;
  readonly role: Role;
}

/** Who can be put on a roster, by name. @throws forbidden */
export const listDutyPeople = async (
  ctx: ServiceContext,
  input: ListDutyPeopleInput,
): Promise<readonly DutyPerson[]> => {
  requireInArea(ctx, "duty.edit", input.areaCode);
  const roster = { areaCode: input.areaCode, sectorCode: input.sectorCode ?? null };
  const near = [input.areaCode, input.areaCode.slice(0, 5)];
  const rows = await ctx.db.$queryRaw<(DutyPerson & DutyKey)[]>`
    SELECT u.id AS "userId", u.display_name AS name, r.role, r.area_code AS "areaCode",
      r.sector_code AS "sectorCode"
    FROM running_assignments(${officeToday(ctx.now())}::date) r
    JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL
    WHERE r.behalf_of IS NULL AND r.area_code = ANY(${near}) ORDER BY u.display_name, u.id`;
  const fitting = rows.filter((row) => mayBeOnDuty(row, roster));
  return [
    ...new Map(fitting.map(({ userId, name, role }) => [userId, { userId, name, role }])).values(),
  ];
};

import { canInArea } from "@rembuk/domain/access/policy";
import type { Role } from "@rembuk/domain/access/roles";
import { assignableRoles, type SectorRow } from "@rembuk/domain/staff/appointment";
import type { ListDevicesInput, ListUsersInput } from "@rembuk/domain/staff/commands";
import type { ServiceContext } from "../context";
import { unseal } from "../kernel/field-keys";
import { inTransaction } from "../kernel/in-transaction";
import { requireInArea } from "../kernel/require-permission";
import { officeToday } from "./running-queries";

/** A bidang or a section by its code; null when there is none. */
export const findSectorRow = (ctx: ServiceContext, code: string): Promise<SectorRow | null> =>
  ctx.db.sector.findUnique({ where: { code }, select: { code: true, level: true } });

export const isArea = async (ctx: ServiceContext, code: string): Promise<boolean> =>
  (await ctx.db.area.count({ where: { code } })) === 1;

export interface AssignmentSummary {
  readonly id: string;
  readonly role: Role;
  readonly areaCode: string;
  readonly areaName: string | null;
  readonly sectorCode: string | null;
  readonly sectorName: string | null;
  /** Of somebody who works for a partner. */
  readonly organizationName: string | null;
  readonly clearance: boolean;
  /** "2026-11-23" */
  readonly startsOn: string;
  readonly endsOn: string | null;
  readonly decreeNumber: string | null;
  readonly state: "running" | "coming" | "ended";
  readonly mayEnd: boolean;
}

export interface UserSummary {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  /** Null also for readers who do not administer accounts. */
  readonly phone: string | null;
  readonly email: string | null;
  readonly isDisabled: boolean;
  /** Invited or reset, and the code not yet used. */
  readonly hasPassword: boolean;
  readonly lastSeenAt: Date | null;
  /** Only those within the area that was asked for. */
  readonly assignments: readonly AssignmentSummary[];
}

export interface UserPage {
  readonly items: readonly UserSummary[];
  readonly nextCursor: { readonly name: string; readonly id: string } | null;
  /** Roles that this reader may give, for the form. */
  readonly assignableRoles: readonly Role[];
}

type StoredAssignment = Omit<AssignmentSummary, "state" | "mayEnd">;
interface Row extends Omit<UserSummary, "assignments"> {
  readonly assignments: readonly StoredAssignment[];
}

const like = (text: string): string => text.replace(/[\\%_]/g, (c) => `\\${c}`);

/** Users with a role within the area, and those who were invited to it and have none yet. */
const readUsers = (ctx: ServiceContext, input: ListUsersInput): Promise<Row[]> => {
  const within = input.areaCode === "" ? "%" : `${like(input.areaCode)}.%`;
  const words = `%${like((input.text ?? "").toLowerCase())}%`;
  const { name = null, id = null } = input.cursor ?? {};
  return inTransaction(
    ctx,
    (tx) => tx.$queryRaw<Row[]>`
    SELECT u.id, u.username, u.display_name AS "displayName", u.phone, u.email,
      u.disabled_at IS NOT NULL AS "isDisabled", has_password(u.id) AS "hasPassword",
      (SELECT max(s.last_seen_at) FROM "session" s WHERE s.user_id = u.id) AS "lastSeenAt",
      coalesce(held.list, '[]') AS assignments
    FROM "user" u
    LEFT JOIN LATERAL (
      SELECT json_agg(json_build_object('id', a.id, 'role', a.role, 'areaCode', a.area_code,
        'areaName', area.name, 'sectorCode', a.sector_code, 'sectorName', sector.name,
        'organizationName', partner.name,
        'clearance', a.clearance, 'startsOn', a.starts_on, 'endsOn', a.ends_on,
        'decreeNumber', a.decree_number) ORDER BY a.ends_on DESC NULLS FIRST, a.id) AS list
      FROM assignment a
      LEFT JOIN area ON area.code = a.area_code
      LEFT JOIN sector ON sector.code = a.sector_code
      LEFT JOIN organization partner ON partner.id = a.organization_id AND partner.kind <> 'office'
      WHERE a.user_id = u.id AND (a.area_code = ${input.areaCode} OR a.area_code LIKE ${within})
    ) held ON true
    WHERE (held.list IS NOT NULL OR ${input.areaCode} = '' OR (
        NOT EXISTS (SELECT 1 FROM assignment x WHERE x.user_id = u.id)
        AND EXISTS (SELECT 1 FROM domain_event e WHERE e.subject = 'user/' || u.id
          AND e.type = 'staff.user-invited'
          AND (e.payload->>'areaCode' = ${input.areaCode} OR e.payload->>'areaCode' LIKE ${within}))))
      AND (lower(u.display_name) LIKE ${words} OR u.username LIKE ${words})
      AND (${name}::text IS NULL OR (u.display_name, u.id) > (${name}::text, ${id}::uuid))
    ORDER BY u.display_name, u.id LIMIT ${input.limit + 1}`,
  );
};

const toSummary = (ctx: ServiceContext, row: Row, mayContact: boolean): UserSummary => {
  const today = officeToday(ctx.now());
  const given = assignableRoles(ctx.actor);
  const assignments = row.assignments.map((a): AssignmentSummary => {
    const isEnded = a.endsOn !== null && a.endsOn < today;
    const state = isEnded ? "ended" : a.startsOn > today ? "coming" : "running";
    const isReached = canInArea(ctx.actor, "user.end", a) && given.includes(a.role);
    const mayEnd = !isEnded && isReached && row.id !== ctx.actor.userId;
    return { ...a, state, mayEnd };
  });
  const contact = mayContact ? {} : { phone: null, email: null };
  return { ...row, ...contact, assignments };
};

/**
 * The people of an area with their roles there, by name. Roles elsewhere are not told.
 * @throws forbidden outside the reader's area
 */
export const listUsers = async (ctx: ServiceContext, input: ListUsersInput): Promise<UserPage> => {
  requireInArea(ctx, "user.read", input.areaCode);
  const rows = await readUsers(ctx, input);
  const mayContact = canInArea(ctx.actor, "user.reset", input);
  const items = rows.slice(0, input.limit).map((row) => toSummary(ctx, row, mayContact));
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  return {
    items,
    nextCursor: last ? { name: last.displayName, id: last.id } : null,
    assignableRoles: assignableRoles(ctx.actor),
  };
};

export interface DeviceSummary {
  readonly id: string;
  readonly label: string;
  readonly userId: string;
  readonly userName: string;
  readonly areaCode: string;
  readonly lastSeenAt: Date;
  /** Records that it said it still holds. */
  readonly unsynced: number;
  readonly revokedAt: Date | null;
  /** Why it was revoked; null where nobody wrote one, as of an account that was ended. */
  readonly reason: string | null;
  /** Until when the trip, or the cases, that it took along may be opened; null: it holds none any more. */
  readonly downloadUntil: Date | null;
}

type DeviceRow = Omit<DeviceSummary, "reason"> & { readonly reasonSealed: Uint8Array | null };

/** The devices of an area, those in use first. @throws forbidden outside the reader's area */
export const listDevices = async (
  ctx: ServiceContext,
  input: ListDevicesInput,
): Promise<readonly DeviceSummary[]> => {
  requireInArea(ctx, "device.revoke", input.areaCode);
  const within = input.areaCode === "" ? "%" : `${like(input.areaCode)}.%`;
  const rows = await ctx.db.$queryRaw<DeviceRow[]>`
    SELECT d.id, d.label, d.user_id AS "userId", u.display_name AS "userName",
      d.area_code AS "areaCode", d.last_seen_at AS "lastSeenAt", d.unsynced,
      d.revoked_at AS "revokedAt", d.reason_sealed AS "reasonSealed",
      CASE WHEN d.revoked_at IS NULL AND d.package_expires_at > ${ctx.now()}
        THEN d.package_expires_at END AS "downloadUntil"
    FROM device d JOIN "user" u ON u.id = d.user_id
    WHERE d.area_code = ${input.areaCode} OR d.area_code LIKE ${within}
    ORDER BY d.revoked_at IS NOT NULL, d.last_seen_at DESC, d.id LIMIT 200`;
  return rows.map(({ reasonSealed, ...device }) => ({
    ...device,
    reason: reasonSealed && unseal(ctx.keys, `device:reason:${device.id}`, reasonSealed),
  }));
};

import type { Transaction } from "@rembuk/db/client";
import type { Actor, Assignment } from "@rembuk/domain/access/actor";
import type { Role } from "@rembuk/domain/access/roles";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";

/** Today where the offices are ("2026-11-23"), as every query of running roles reckons it. */
export const officeToday = (now: Date): string => toLocalDate(now, "WITA");

/** A row of `running_assignments(day)`: what a person holds on that day, for themselves or for another. */
export interface RunningAssignmentRow {
  readonly id: string;
  readonly role: Role;
  readonly area_code: string;
  readonly sector_code: string | null;
  readonly organization_id: string | null;
  readonly clearance: boolean;
  readonly behalf_of: string | null;
  readonly acting: "plh" | "plt" | null;
  readonly behalf_until: string | null;
}

/** The row as an actor carries it. */
export const toRunning = (row: RunningAssignmentRow): Assignment => ({
  id: row.id,
  role: row.role,
  areaCode: row.area_code,
  sectorCode: row.sector_code,
  organizationId: row.organization_id,
  clearance: row.clearance,
  ...(row.behalf_of !== null && row.acting !== null
    ? {
        onBehalfOf: { userId: row.behalf_of, acting: row.acting, until: row.behalf_until ?? "" },
      }
    : {}),
});

/** What is open to a person by break-glass, as an actor carries it. */
export const toGlass = (caseIds: readonly string[]): Pick<Actor, "glassCases"> =>
  caseIds.length > 0 ? { glassCases: caseIds } : {};

interface LoadedRow extends RunningAssignmentRow {
  readonly user_id: string;
  readonly name: string;
  readonly glass_cases: readonly string[];
}

/** These people with what they hold now; who holds nothing is left out. */
export const loadActors = async (
  tx: Transaction,
  userIds: readonly string[],
  now: Date,
): Promise<ReadonlyMap<string, Actor>> => {
  if (userIds.length === 0) return new Map();
  const rows = await tx.$queryRaw<LoadedRow[]>`
    SELECT r.id, r.user_id, u.display_name AS name, r.role, r.area_code, r.sector_code,
      r.organization_id, r.clearance, r.behalf_of, r.acting, r.behalf_until::text AS behalf_until,
      array_to_json(glass_cases_of(r.user_id, ${now}::timestamptz)) AS glass_cases
    FROM running_assignments(${officeToday(now)}::date) r JOIN "user" u ON u.id = r.user_id
    WHERE r.user_id = ANY(${userIds as string[]}::uuid[])`;
  const actors = new Map<string, Actor>();
  for (const row of rows) {
    const held = actors.get(row.user_id)?.assignments ?? [];
    const assignments = [...held, toRunning(row)];
    const person = { userId: row.user_id, name: row.name, ...toGlass(row.glass_cases) };
    actors.set(row.user_id, { ...person, assignments });
  }
  return actors;
};

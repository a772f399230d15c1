import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import type { Case } from "@rembuk/domain/cases/model";
import { isOfficeOpen } from "@rembuk/domain/staff/duty";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { listOnDuty } from "../staff/duty-queries";
import { loadActors, officeToday } from "../staff/running-queries";

/**
 * True where somebody answers for the case `c`, as SQL with the day as its parameter: its
 * responsible still serves (or has a substitute, or is the Plt.), and whoever holds it has a person.
 * A sector without accounts is answered for by the responsible. The supervisory stays with the
 * inspectorate and rises to nobody here.
 */
export const ownedSql = (today: string): string => {
  // Sets that do not depend on the case: PostgreSQL reads each once and looks the cases up in it.
  const set = (what: string, where = "true") =>
    `(SELECT ${what} FROM running_assignments(${today}::date) r
      JOIN "user" u ON u.id = r.user_id AND u.disabled_at IS NULL WHERE ${where})`;
  const post = "r.area_code || ':' || r.sector_code";
  const withPost = "r.sector_code IS NOT NULL";
  const responsible = `coalesce(c.responsible_id IN ${set("r.user_id")}
    OR c.responsible_id IN ${set("r.behalf_of", "r.behalf_of IS NOT NULL")}, false)`;
  return `(c.is_supervisory OR (CASE c.holder_kind
    WHEN 'desk' THEN ${responsible}
      AND c.subdistrict_code IN ${set("r.area_code", "r.role = 'triage-officer'")}
    WHEN 'leaders' THEN ${responsible} AND c.subdistrict_code IN ${set(
      "r.area_code",
      "r.role IN ('subdistrict-secretary', 'subdistrict-head')",
    )}
    WHEN 'section' THEN ${responsible}
      AND coalesce(c.subdistrict_code || ':' || c.holder_code IN ${set(post, withPost)}, false)
    WHEN 'sector' THEN ${responsible} OR coalesce(c.lead_party IN ${set(post, withPost)}, false)
    ELSE ${responsible} END))`;
};

/** Which of these cases nobody answers for, locked rows of this transaction. */
export const findUnowned = async (
  tx: Transaction,
  ids: readonly string[],
  now: Date,
): Promise<ReadonlySet<string>> => {
  const rows = await tx.$queryRawUnsafe<{ id: string }[]>(
    `SELECT c.id FROM "case" c WHERE c.id = ANY($2::uuid[]) AND NOT ${ownedSql("$1")}`,
    officeToday(now),
    ids,
  );
  return new Set(rows.map((row) => row.id));
};

/**
 * Emergencies that wait for a first answer outside office hours while nobody is on duty, neither for
 * the kecamatan nor for the sector that has them.
 */
export const findUnattended = async (
  tx: Transaction,
  ctx: ServiceContext,
  cases: readonly Case[],
): Promise<ReadonlySet<string>> => {
  const waiting = cases.filter((c) => c.isEmergency && c.firstFollowUpAt === null);
  const offices = [...new Set(waiting.map((c) => c.subdistrictCode))];
  const now = ctx.now();
  const closed = new Set<string>();
  for (const code of offices) {
    if (!isOfficeOpen(now, await officeCalendar(ctx.db, code))) closed.add(code);
  }
  const onDuty = closed.size === 0 ? [] : await listOnDuty(tx, [...closed], now);
  const userIds = onDuty.map((d) => d.userId);
  const actors = await loadActors(tx, userIds, now);
  const isAttended = (c: Case) =>
    onDuty.some((d) => {
      const actor = actors.get(d.userId);
      const isForIt = d.sectorCode === null || d.sectorCode === c.leadSectorCode;
      // Who may not read it is not told of it, and cannot answer.
      return isForIt && d.areaCode === c.subdistrictCode && actor && can(actor, "case.read", c);
    });
  const alone = waiting.filter((c) => closed.has(c.subdistrictCode) && !isAttended(c));
  return new Set(alone.map((c) => c.id));
};

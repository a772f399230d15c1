import type { Transaction } from "@rembuk/db/client";
import { areaLevelOf } from "@rembuk/domain/areas/area-code";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { TrialCase } from "@rembuk/domain/cases/rule-trial";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { movedDeadline } from "../kernel/stage-clock";
import { type Row, toCase } from "./row-store";

/** A trial looks so far back, in calendar days. */
export const trialDays = 365;
/** More than this tells no more; the newest are taken. */
export const trialCap = 5_000;

/**
 * The fence opens to the authorised area until the transaction ends: administrators hold no place in
 * it. What comes through here is dates and codes, and leaves the use case as counts.
 */
export const openCountingFence = async (tx: Transaction, areaCode: string): Promise<void> => {
  const key = areaLevelOf(areaCode) === "regency" ? "rembuk.regencies" : "rembuk.subdistricts";
  await tx.$queryRaw`SELECT set_config(${key}, ${areaCode}, true)`;
};

/**
 * Secret and supervisory cases are left out, also of the sums. A threshold would not hide them: an
 * administrator may try as many rules as they like, and two sums that differ by one case tell of it.
 */
const countable = "NOT c.is_secret AND NOT c.is_supervisory";

const columns = [
  ...["subdistrict_code", "section_code", "lead_sector_code", "holder_kind", "holds"],
  ...["received_at", "total_due_at", "resolved_at", "closed_at"],
]
  .map((column) => `c.${column}`)
  .join(", ");

const toTrialCase = (
  row: Row,
  calendars: ReadonlyMap<string, WorkingCalendar>,
): TrialCase | null => {
  const kase = toCase(row);
  const calendar = calendars.get(kase.subdistrictCode);
  if (!calendar) return null;
  const { receivedAt, totalDueAt, holds, resolvedAt, closedAt, leadSectorCode } = kase;
  const isAtSection = leadSectorCode === null && kase.holder.kind !== "desk";
  const target = leadSectorCode ?? (isAtSection ? kase.sectionCode : null);
  const moved = movedDeadline({ total: calendar, stage: calendar });
  return { receivedAt, totalDueAt, holds, resolvedAt, closedAt, target, moved };
};

/** Past cases of a category in an area, as far as a trial may know them. */
export const readTrialCases = (
  ctx: ServiceContext,
  areaCode: string,
  categoryCode: string,
): Promise<readonly TrialCase[]> =>
  inTransaction(ctx, async (tx) => {
    await openCountingFence(tx, areaCode);
    const since = new Date(ctx.now().getTime() - trialDays * 86_400_000);
    const rows = await tx.$queryRawUnsafe<Row[]>(
      `SELECT ${columns} FROM "case" c
       WHERE (c.subdistrict_code = $1 OR c.regency_code = $1) AND c.category_code = $2
         AND c.received_at >= $3::timestamptz AND ${countable}
       ORDER BY c.received_at DESC LIMIT ${trialCap}`,
      areaCode,
      categoryCode,
      since.toISOString(),
    );
    const codes = [...new Set(rows.map((r) => r.subdistrict_code as string))];
    const calendars = new Map(
      await Promise.all(codes.map(async (c) => [c, await officeCalendar(ctx.db, c)] as const)),
    );
    return rows.flatMap((row) => toTrialCase(row, calendars) ?? []);
  });

/** How many open cases of these categories an area has, of those that may be counted. */
export const countOpenCases = async (
  tx: Transaction,
  areaCode: string,
  categoryCodes: readonly string[],
): Promise<number> => {
  await openCountingFence(tx, areaCode);
  const rows = await tx.$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM "case" c
     WHERE (c.subdistrict_code = $1 OR c.regency_code = $1) AND c.category_code = ANY($2::text[])
       AND c.is_open AND ${countable}`,
    areaCode,
    categoryCodes,
  );
  return rows[0]?.n ?? 0;
};

import { regencyOf } from "@rembuk/domain/areas/area-code";
import { hideSmallCounts, type ShownCount } from "@rembuk/domain/reports/small-counts";
import { listOffices } from "../areas/queries";
import { readerCalendar } from "../calendars/reader-queries";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { named } from "../kernel/named-statement";
import { requireHeld } from "../kernel/require-permission";
import { settledAt } from "./aggregate-queries";
import { computeBoardPeriods } from "./compute-board-periods";

/** Open cases by their deadlines, and what moved; null where a count is too small to be shown. */
export interface RegencyCounts {
  readonly onTime: ShownCount;
  /** Due within two working days. */
  readonly near: ShownCount;
  readonly late: ShownCount;
  readonly open: ShownCount;
  /** In the last four weeks, the one that runs included. */
  readonly received: ShownCount;
  readonly settled: ShownCount;
}

export interface RegencyRow extends RegencyCounts {
  readonly code: string;
  /** "Kec. Halong" */
  readonly name: string;
}

export interface RegencyTable {
  readonly readAt: Date;
  /** Monday of the first of the four weeks. */
  readonly since: Date;
  /** Every kecamatan of the kabupaten that works with Rembuk, by name. */
  readonly rows: readonly RegencyRow[];
  readonly total: RegencyCounts;
}

type Counted = Record<"on_time" | "near" | "late" | "received" | "settled", number>;
const none: Counted = { on_time: 0, near: 0, late: 0, received: 0, settled: 0 };
const weeks = 4;

/** Who may know of a confidential case counts it elsewhere: here it would be one of very few. */
const plain = "c.subdistrict_code = ANY($1::text[]) AND NOT c.is_secret AND NOT c.is_supervisory";
const regencySql = `
  SELECT code, sum(on_time)::int AS on_time, sum(near)::int AS near, sum(late)::int AS late,
    sum(received)::int AS received, sum(settled)::int AS settled
  FROM (
    SELECT c.subdistrict_code AS code,
      count(*) FILTER (WHERE c.status = 'on_hold' OR c.due_at >= $3) AS on_time,
      count(*) FILTER (WHERE c.status <> 'on_hold' AND c.due_at > $2 AND c.due_at < $3) AS near,
      count(*) FILTER (WHERE c.status <> 'on_hold' AND c.due_at <= $2) AS late, 0 AS received, 0 AS settled
    FROM "case" c WHERE c.is_open AND ${plain} GROUP BY 1
    UNION ALL SELECT c.subdistrict_code, 0, 0, 0, count(*), 0
    FROM "case" c WHERE c.received_at >= $4 AND ${plain} GROUP BY 1
    UNION ALL SELECT c.subdistrict_code, 0, 0, 0, 0, count(*)
    FROM "case" c WHERE ${settledAt} >= $4 AND ${plain} GROUP BY 1) counted
  GROUP BY code`;

const regenciesOf = (ctx: ServiceContext): readonly string[] => [
  ...new Set(
    ctx.actor.assignments.filter((a) => a.role === "regency-officer").map((a) => a.areaCode),
  ),
];

const subdistrictsIn = async (ctx: ServiceContext, regencies: readonly string[]) =>
  (await listOffices(ctx.db, ""))
    .filter((office) => regencies.includes(regencyOf(office.subdistrictCode) ?? ""))
    .map(({ subdistrictCode, name }) => ({
      code: subdistrictCode,
      name: name.replace("Kecamatan ", "Kec. "),
    }));

/**
 * All kecamatan of the reader's kabupaten beside one another: counts alone, none from 1 to 4 and none
 * that would give such a one away. Secret and supervisory cases stand in none of them. @throws forbidden
 */
export const readRegencyTable = async (ctx: ServiceContext): Promise<RegencyTable> => {
  requireHeld(ctx, "board.aggregate");
  const periods = computeBoardPeriods(await readerCalendar(ctx), ctx.now());
  const since = periods.weekStarts.at(-weeks) ?? periods.todayStart;
  const places = await subdistrictsIn(ctx, regenciesOf(ctx));
  const codes = places.map(({ code }) => code);
  const counted = await ctx.reads.read<Counted & { readonly code: string }>(
    contextStatement(ctx.actor),
    named(regencySql, [codes, ctx.now(), periods.nearUntil, since]),
  );
  const of = new Map(counted.map((row) => [row.code, row]));
  const found = places.map(({ code }) => of.get(code) ?? none);
  const open = hideSmallCounts(found.map((row) => [row.on_time, row.near, row.late]));
  const received = hideSmallCounts(found.map((row) => [row.received]));
  const settled = hideSmallCounts(found.map((row) => [row.settled]));
  const divided = (parts: readonly ShownCount[] = []) => ({
    onTime: parts[0] ?? null,
    near: parts[1] ?? null,
    late: parts[2] ?? null,
  });
  return {
    readAt: ctx.now(),
    since,
    rows: places.map((place, at) => ({
      ...place,
      ...divided(open.cells[at]),
      open: open.rowTotals[at] ?? null,
      received: received.rowTotals[at] ?? null,
      settled: settled.rowTotals[at] ?? null,
    })),
    total: {
      ...divided(open.columnTotals),
      open: open.total,
      received: received.total,
      settled: settled.total,
    },
  };
};

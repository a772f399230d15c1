import { named } from "../cases/queries";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { mintReadScope } from "../kernel/read-scope";
import type { BoardPeriods } from "./compute-board-periods";

/** Open cases of a group; `near` and `late` are parts of `open`. */
export interface BoardCount {
  readonly open: number;
  /** Due within two working days. */
  readonly near: number;
  readonly late: number;
}

/** One group of one part of the board, as the statement counts it. */
export interface Aggregate {
  readonly part: string;
  readonly kind: string | null;
  readonly code: string | null;
  readonly n: number;
  readonly near: number;
  readonly late: number;
}

export const countOf = (row: Aggregate | undefined): BoardCount => ({
  open: row?.n ?? 0,
  near: row?.near ?? 0,
  late: row?.late ?? 0,
});

/** Groups of a part added up. */
export const sumOf = (rows: readonly BoardCount[]): BoardCount => ({
  open: rows.reduce((n, row) => n + row.open, 0),
  near: rows.reduce((n, row) => n + row.near, 0),
  late: rows.reduce((n, row) => n + row.late, 0),
});

const counted =
  "count(*)::int AS n, count(*) FILTER (WHERE near)::int AS near, count(*) FILTER (WHERE late)::int AS late";
const plain = "count(*)::int, 0, 0";

/** One statement for all counts of the board: they agree with each other, whatever happens meanwhile. */
const boardSql = (
  scope: string,
  at: Record<"now" | "near" | "ages" | "weeks" | "today", string>,
) => `
  WITH o AS MATERIALIZED (
    SELECT c.village_code, c.subdistrict_code, c.category_code, c.status, c.holder_kind, c.holder_code, c.due_at,
      c.received_at, c.responsible_id, c.escalation_level,
      c.due_at <= ${at.now} AND c.status <> 'on_hold' AS late,
      c.due_at > ${at.now} AND c.due_at < ${at.near} AND c.status <> 'on_hold' AS near
    FROM "case" c WHERE c.is_open AND ${scope}),
  w AS MATERIALIZED (
    SELECT c.received_at, coalesce(c.resolved_at, c.closed_at) AS settled_at FROM "case" c
    WHERE (c.received_at >= (${at.weeks})[1] OR c.resolved_at >= (${at.weeks})[1] OR c.closed_at >= (${at.weeks})[1]) AND ${scope})
  SELECT 'total' AS part, NULL AS kind, NULL AS code, ${counted} FROM o
  UNION ALL SELECT 'today', NULL, NULL, ${plain} FROM o WHERE due_at > ${at.now} AND due_at <= ${at.now} + interval '1 day'
  UNION ALL SELECT 'week', NULL, NULL, ${plain} FROM o WHERE due_at > ${at.now} AND due_at <= ${at.now} + interval '7 days'
  UNION ALL SELECT 'unowned', NULL, NULL, ${counted} FROM o WHERE responsible_id IS NULL AND holder_kind <> 'sector'
  UNION ALL SELECT 'escalated', NULL, NULL, ${counted} FROM o WHERE escalation_level > 0
  UNION ALL SELECT 'village', NULL, village_code, ${counted} FROM o GROUP BY village_code
  UNION ALL SELECT 'holder', holder_kind, holder_code, ${counted} FROM o GROUP BY holder_kind, holder_code
  UNION ALL SELECT 'state', status, holder_kind, ${counted} FROM o GROUP BY status, holder_kind
  UNION ALL SELECT 'category', category_code, subdistrict_code, ${counted} FROM o GROUP BY category_code, subdistrict_code
  UNION ALL SELECT 'age', NULL, width_bucket(received_at, ${at.ages})::text, ${counted} FROM o GROUP BY 3
  UNION ALL SELECT 'received', NULL, width_bucket(received_at, ${at.weeks})::text, ${plain} FROM w GROUP BY 3
  UNION ALL SELECT 'settled', NULL, width_bucket(settled_at, ${at.weeks})::text, ${plain} FROM w WHERE settled_at IS NOT NULL GROUP BY 3
  UNION ALL SELECT 'today-received', NULL, NULL, ${plain} FROM w WHERE received_at >= ${at.today}
  UNION ALL SELECT 'today-settled', NULL, NULL, ${plain} FROM w WHERE settled_at >= ${at.today}`;

/** Every count of the reader's board: of what they may open, and of nothing else. */
export const readAggregates = (
  ctx: ServiceContext,
  periods: BoardPeriods,
): Promise<readonly Aggregate[]> => {
  const scope = mintReadScope(ctx.actor);
  const values: unknown[] = [...scope.values];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const text = boardSql(scope.predicate(1), {
    now: bind(ctx.now(), "timestamptz"),
    near: bind(periods.nearUntil, "timestamptz"),
    ages: bind(periods.ageBounds, "timestamptz[]"),
    weeks: bind(periods.weekStarts, "timestamptz[]"),
    today: bind(periods.todayStart, "timestamptz"),
  });
  return ctx.reads.read<Aggregate>(contextStatement(ctx.actor), named(text, values));
};

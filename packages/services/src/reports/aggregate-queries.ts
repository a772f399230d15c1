import { turnCondition } from "../cases/filter-queries";
import type { ServiceContext } from "../context";
import { contextStatement, plannedOnce } from "../kernel/database-context";
import { named } from "../kernel/named-statement";
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

/** Cases that a board names beside its counts: the part, which of the open ones, their order, how many. */
const namedParts = {
  unowned: { where: "unowned", order: "due_at", most: 3 },
  escalated: { where: "escalation_level > 0", order: "due_at", most: 3 },
  late: { where: "late", order: "due_at", most: 8 },
  oldest: { where: "true", order: "received_at", most: 1 },
} as const;
export type NamedPart = keyof typeof namedParts;

/** Ids in `code`, places in `n`. */
const namedSql = Object.entries(namedParts)
  .map(
    ([part, { where, order, most }]) => `UNION ALL SELECT '${part}-case', NULL, id::text,
      (row_number() OVER (ORDER BY ${order}, id))::int, 0, 0
      FROM (SELECT id, ${order} FROM o WHERE ${where} ORDER BY ${order}, id LIMIT ${most}) first`,
  )
  .join("\n  ");

/** Ids of the cases that a board names, most urgent first. */
export const namedIds = (rows: readonly Aggregate[], part: NamedPart): readonly string[] =>
  rows
    .filter((row) => row.part === `${part}-case`)
    .sort((a, b) => a.n - b.n)
    .map((row) => row.code ?? "");

interface BoardParameters {
  readonly scope: string;
  /** The reader's turn, of the alias `c`. */
  readonly turn: string;
  readonly at: Record<"now" | "near" | "ages" | "weeks" | "since" | "today", string>;
}

const counted =
  "count(*) AS n, count(*) FILTER (WHERE near) AS near, count(*) FILTER (WHERE late) AS late";

/** Single numbers: what each counts of the open ones. */
const totalParts = (turn: string, now: string): Readonly<Record<string, string>> => ({
  today: `due_at > ${now} AND due_at <= ${now} + interval '1 day'`,
  week: `due_at > ${now} AND due_at <= ${now} + interval '7 days'`,
  unowned: "unowned",
  escalated: "escalation_level > 0",
  turn,
});

/** All of them in one pass. */
const totalsSql = (parts: Readonly<Record<string, string>>) => {
  const places = Object.keys(parts);
  const each = Object.values(parts).map((where, i) => `count(*) FILTER (WHERE ${where}) AS n${i}`);
  const named = places.map((part, i) => `('${part}', n${i}, 0, 0)`);
  return `SELECT t.part, NULL AS kind, NULL AS code, t.n::int AS n, t.near::int AS near, t.late::int AS late FROM (
      SELECT ${[counted, ...each].join(", ")} FROM o c) x,
    LATERAL (VALUES ('total', n, near, late), ${named.join(", ")}) t(part, n, near, late)`;
};

/** What came in or was settled in each week, and today: each from its own index, by the time alone. */
const movesSql = (name: "received" | "settled", { weeks, today }: BoardParameters["at"]) => `
  UNION ALL SELECT '${name}', NULL, width_bucket(at, ${weeks})::text, count(*)::int, 0, 0 FROM ${name} GROUP BY 3
  UNION ALL SELECT 'today-${name}', NULL, NULL, count(*)::int, 0, 0 FROM ${name} WHERE at >= ${today}`;

/** Not coalesce: behind a policy that would not be compared in the index. */
export const settledAt =
  "(CASE WHEN c.resolved_at IS NULL THEN c.closed_at ELSE c.resolved_at END)";

/** One statement for all counts of the board: they agree with each other, whatever happens meanwhile. */
const boardSql = ({ scope, turn, at }: BoardParameters) => `
  WITH o AS MATERIALIZED (
    SELECT c.id, c.village_code, c.subdistrict_code, c.category_code, c.status, c.holder_kind, c.holder_code,
      c.holder_user_id, c.due_at, c.received_at, c.escalation_level,
      c.responsible_id IS NULL AND c.holder_kind <> 'sector' AS unowned,
      width_bucket(c.received_at, ${at.ages}) AS age,
      c.due_at <= ${at.now} AND c.status <> 'on_hold' AS late,
      c.due_at > ${at.now} AND c.due_at < ${at.near} AND c.status <> 'on_hold' AS near
    FROM "case" c WHERE c.is_open AND ${scope}),
  received AS MATERIALIZED (
    SELECT c.received_at AS at FROM "case" c WHERE c.received_at >= ${at.since} AND ${scope}),
  settled AS MATERIALIZED (
    SELECT ${settledAt} AS at FROM "case" c WHERE ${settledAt} >= ${at.since} AND ${scope}),
  grouped AS (
    SELECT grouping(village_code) AS no_village, grouping(holder_code) AS no_holder, grouping(status) AS no_state,
      grouping(category_code) AS no_category, village_code, holder_kind, holder_code, status, category_code,
      subdistrict_code, age, ${counted}
    FROM o GROUP BY GROUPING SETS ((village_code), (holder_kind, holder_code), (status, holder_kind),
      (category_code, subdistrict_code), (age)))
  ${totalsSql(totalParts(turn, at.now))}
  UNION ALL SELECT CASE WHEN no_village = 0 THEN 'village' WHEN no_holder = 0 THEN 'holder'
      WHEN no_state = 0 THEN 'state' WHEN no_category = 0 THEN 'category' ELSE 'age' END,
    CASE WHEN no_holder = 0 THEN holder_kind WHEN no_state = 0 THEN status ELSE category_code END,
    CASE WHEN no_village = 0 THEN village_code WHEN no_holder = 0 THEN holder_code WHEN no_state = 0 THEN holder_kind
      WHEN no_category = 0 THEN subdistrict_code ELSE age::text END, n::int, near::int, late::int FROM grouped
  ${movesSql("received", at)} ${movesSql("settled", at)}
  ${namedSql}`;

/** The statement of the reader's board, with its parameters. */
export const boardStatement = (ctx: ServiceContext, periods: BoardPeriods) => {
  const scope = mintReadScope(ctx.actor);
  const values: unknown[] = [...scope.values];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const at = {
    now: bind(ctx.now(), "timestamptz"),
    near: bind(periods.nearUntil, "timestamptz"),
    ages: bind(periods.ageBounds, "timestamptz[]"),
    weeks: bind(periods.weekStarts, "timestamptz[]"),
    since: bind(periods.weekStarts[0], "timestamptz"),
    today: bind(periods.todayStart, "timestamptz"),
  };
  const text = boardSql({ scope: scope.predicate(1), turn: turnCondition(ctx, bind), at });
  return named(text, values);
};

/** Every count of the reader's board: of what they may open, and of nothing else. */
export const readAggregates = (
  ctx: ServiceContext,
  periods: BoardPeriods,
): Promise<readonly Aggregate[]> =>
  ctx.reads.read<Aggregate>(plannedOnce(contextStatement(ctx.actor)), boardStatement(ctx, periods));

import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { listVillages, loadSectorNames } from "../areas/queries";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { mintReadScope } from "../kernel/read-scope";
import { requireHeld } from "../kernel/require-permission";
import { boardCalendar } from "./calendar-queries";
import { type BoardCase, listBoardCases } from "./case-queries";
import { ageStarts, type BoardPeriods, computeBoardPeriods } from "./compute-board-periods";

/** Open cases of a group; `near` and `late` are parts of `open`. */
export interface BoardCount {
  readonly open: number;
  /** Due within two working days. */
  readonly near: number;
  readonly late: number;
}

export interface BoardPlace extends BoardCount {
  readonly code: string;
  readonly name: string;
  readonly subdistrictCode: string;
  /** "Kec. Halong" */
  readonly within: string;
}

export interface BoardHolder extends BoardCount {
  readonly kind: string;
  /** Section (KASI_PMD) or sector (DPMD); null for the desk and the villages. */
  readonly code: string | null;
  /** Null where the screen has the name: desk, villages, sections. */
  readonly name: string | null;
}

export interface BoardAge extends BoardCount {
  /** Working days since receipt, inclusive; `to` is null for the oldest. */
  readonly from: number;
  readonly to: number | null;
}

export interface Board extends BoardCount {
  readonly readAt: Date;
  readonly dueToday: number;
  readonly unowned: number;
  readonly escalated: number;
  readonly receivedThisWeek: number;
  readonly settledThisWeek: number;
  readonly villages: readonly BoardPlace[];
  readonly holders: readonly BoardHolder[];
  readonly ages: readonly BoardAge[];
  /** The last twelve weeks from Monday, oldest first; the last one still runs. */
  readonly weeks: readonly {
    readonly startsOn: Date;
    readonly received: number;
    readonly settled: number;
  }[];
  /** What waits for a decision, the first of each. */
  readonly unownedCases: readonly BoardCase[];
  readonly escalatedCases: readonly BoardCase[];
  readonly lateCases: readonly BoardCase[];
  /** Open for longest; null when nothing is open. */
  readonly oldestCase: BoardCase | null;
}

interface Aggregate {
  readonly part: string;
  readonly kind: string | null;
  readonly code: string | null;
  readonly n: number;
  readonly near: number;
  readonly late: number;
}

const counted =
  "count(*)::int AS n, count(*) FILTER (WHERE near)::int AS near, count(*) FILTER (WHERE late)::int AS late";

/** One statement for all counts of the board: they agree with each other, whatever happens meanwhile. */
const boardSql = (scope: string, at: Record<"now" | "near" | "ages" | "weeks", string>) => `
  WITH o AS MATERIALIZED (
    SELECT c.village_code, c.holder_kind, c.holder_code, c.due_at, c.received_at, c.responsible_id, c.escalation_level,
      c.due_at <= ${at.now} AND c.status <> 'on_hold' AS late,
      c.due_at > ${at.now} AND c.due_at < ${at.near} AND c.status <> 'on_hold' AS near
    FROM "case" c WHERE c.is_open AND ${scope}),
  w AS MATERIALIZED (
    SELECT c.received_at, coalesce(c.resolved_at, c.closed_at) AS settled_at FROM "case" c
    WHERE (c.received_at >= (${at.weeks})[1] OR c.resolved_at >= (${at.weeks})[1] OR c.closed_at >= (${at.weeks})[1]) AND ${scope})
  SELECT 'total' AS part, NULL AS kind, NULL AS code, ${counted} FROM o
  UNION ALL SELECT 'today', NULL, NULL, count(*)::int, 0, 0 FROM o WHERE due_at > ${at.now} AND due_at <= ${at.now} + interval '1 day'
  UNION ALL SELECT 'unowned', NULL, NULL, ${counted} FROM o WHERE responsible_id IS NULL AND holder_kind <> 'sector'
  UNION ALL SELECT 'escalated', NULL, NULL, ${counted} FROM o WHERE escalation_level > 0
  UNION ALL SELECT 'village', NULL, village_code, ${counted} FROM o GROUP BY village_code
  UNION ALL SELECT 'holder', holder_kind, holder_code, ${counted} FROM o GROUP BY holder_kind, holder_code
  UNION ALL SELECT 'age', NULL, width_bucket(received_at, ${at.ages})::text, ${counted} FROM o GROUP BY 3
  UNION ALL SELECT 'received', NULL, width_bucket(received_at, ${at.weeks})::text, count(*)::int, 0, 0 FROM w GROUP BY 3
  UNION ALL SELECT 'settled', NULL, width_bucket(settled_at, ${at.weeks})::text, count(*)::int, 0, 0 FROM w WHERE settled_at IS NOT NULL GROUP BY 3`;

const readAggregates = (
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
  });
  return ctx.reads.read<Aggregate>(contextStatement(ctx.actor), { name: "", text, values });
};

const count = (row: Aggregate | undefined): BoardCount => ({
  open: row?.n ?? 0,
  near: row?.near ?? 0,
  late: row?.late ?? 0,
});

/** The board of a section, sekcam, camat or sector: it counts what the actor may open and nothing else. @throws forbidden */
export const readBoard = async (ctx: ServiceContext): Promise<Board> => {
  requireHeld(ctx, "board.read");
  const calendar: WorkingCalendar = await boardCalendar(ctx);
  const periods = computeBoardPeriods(calendar, ctx.now());
  const [rows, unowned, escalated, late, oldest] = await Promise.all([
    readAggregates(ctx, periods),
    listBoardCases(ctx, { unowned: true }, 3),
    listBoardCases(ctx, { escalated: true }, 3),
    listBoardCases(ctx, { lateness: "late" }, 8),
    listBoardCases(ctx, {}, 1, "oldest"),
  ]);
  const part = (name: string, code: string | null = null) =>
    rows.find((r) => r.part === name && r.code === code);
  const weeks = periods.weekStarts.map((startsOn, i) => ({
    startsOn,
    received: part("received", String(i + 1))?.n ?? 0,
    settled: part("settled", String(i + 1))?.n ?? 0,
  }));
  return {
    ...count(part("total")),
    readAt: ctx.now(),
    dueToday: part("today")?.n ?? 0,
    unowned: part("unowned")?.n ?? 0,
    escalated: part("escalated")?.n ?? 0,
    receivedThisWeek: weeks.at(-1)?.received ?? 0,
    settledThisWeek: weeks.at(-1)?.settled ?? 0,
    villages: await villageRows(ctx, rows),
    holders: await holderRows(ctx, rows),
    ages: ageStarts.map((from, i) => ({
      ...count(part("age", String(ageStarts.length - 1 - i))),
      from,
      to: (ageStarts[i + 1] ?? 0) - 1 > 0 ? (ageStarts[i + 1] ?? 0) - 1 : null,
    })),
    weeks,
    unownedCases: unowned.items,
    escalatedCases: escalated.items,
    lateCases: late.items,
    oldestCase: oldest.items[0] ?? null,
  };
};

/** Every village of the actor's kecamatan, those without cases too: a zero is a fact. */
const villageRows = async (
  ctx: ServiceContext,
  rows: readonly Aggregate[],
): Promise<readonly BoardPlace[]> => {
  const found = new Map(rows.filter((r) => r.part === "village").map((r) => [r.code, r]));
  const own = ctx.actor.assignments.map((a) => a.areaCode).filter((code) => code.length === 8);
  const districts = new Set([...own, ...[...found.keys()].map((code) => (code ?? "").slice(0, 8))]);
  const lists = await Promise.all([...districts].sort().map((code) => listVillages(ctx.db, code)));
  return lists.flat().map((v) => ({
    code: v.code,
    name: v.name,
    subdistrictCode: v.code.slice(0, 8),
    within: v.within,
    ...count(found.get(v.code)),
  }));
};

const holderRows = async (
  ctx: ServiceContext,
  rows: readonly Aggregate[],
): Promise<readonly BoardHolder[]> => {
  const names = await loadSectorNames(ctx.db, "");
  return rows
    .filter((r) => r.part === "holder")
    .map((r) => ({
      kind: r.kind ?? "",
      code: r.code,
      name: names.get(r.code ?? "") ?? null,
      ...count(r),
    }))
    .sort((a, b) => b.open - a.open || (a.code ?? "").localeCompare(b.code ?? ""));
};

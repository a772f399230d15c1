import type { CaseListItem } from "../cases/queries";
import { listCases } from "../cases/queries";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { mintReadScope } from "../kernel/read-scope";
import { type BoardCase, listBoardCases } from "./case-queries";
import type { BoardPlace } from "./group-queries";
import { type LateHolder, readLateHolders } from "./late-queries";
import { type Board, readBoard } from "./queries";

/** What a place asks: its open cases by category, most first. Secret ones are in no category. */
export interface PlaceAsks extends BoardPlace {
  readonly asks: readonly { readonly category: string; readonly cases: number }[];
}

/** All that stands on a Bahan rapat besides who had it made. */
export interface MeetingFacts {
  readonly board: Board;
  readonly period: {
    readonly days: number;
    readonly from: Date;
    readonly received: number;
    readonly settled: number;
  };
  /** Most urgent first; secret ones are counted by the board and named nowhere. */
  readonly late: readonly BoardCase[];
  readonly unowned: readonly BoardCase[];
  readonly escalated: readonly BoardCase[];
  readonly lateHolders: readonly LateHolder[];
  readonly places: readonly PlaceAsks[];
}

const mostNamed = 12;
/** Open cases whose categories are read; an office that has more reads its most urgent ones. */
const mostAsked = 1_000;
const dayMs = 86_400_000;

const readPeriod = async (ctx: ServiceContext, from: Date) => {
  const scope = mintReadScope(ctx.actor);
  const since = `$${scope.values.length + 1}::timestamptz`;
  const text = `SELECT count(*) FILTER (WHERE c.received_at >= ${since})::int AS received,
      count(*) FILTER (WHERE coalesce(c.resolved_at, c.closed_at) >= ${since})::int AS settled
    FROM "case" c WHERE (c.received_at >= ${since} OR c.resolved_at >= ${since} OR c.closed_at >= ${since})
      AND ${scope.predicate(1)}`;
  const [row] = await ctx.reads.read<{ received: number; settled: number }>(
    contextStatement(ctx.actor),
    { name: "", text, values: [...scope.values, from] },
  );
  return { received: row?.received ?? 0, settled: row?.settled ?? 0 };
};

const asksOf = (place: BoardPlace, open: readonly CaseListItem[]): PlaceAsks => {
  const counts = new Map<string, number>();
  for (const item of open) {
    if (item.villageCode !== place.code || item.isSecret) continue;
    counts.set(item.categoryName, (counts.get(item.categoryName) ?? 0) + 1);
  }
  const asks = [...counts]
    .map(([category, cases]) => ({ category, cases }))
    .sort((a, b) => b.cases - a.cases || a.category.localeCompare(b.category));
  return { ...place, asks };
};

const named = (cases: { readonly items: readonly BoardCase[] }) =>
  cases.items.filter((one) => !one.isSecret);

/**
 * What a board tells a meeting: it holds what the reader may open, names no secret case, and no reporter.
 * @throws forbidden
 */
export const readMeetingFacts = async (
  ctx: ServiceContext,
  periodDays: number,
): Promise<MeetingFacts> => {
  const from = new Date(ctx.now().getTime() - periodDays * dayMs);
  const [board, counted, late, unowned, escalated, lateHolders, open] = await Promise.all([
    readBoard(ctx),
    readPeriod(ctx, from),
    listBoardCases(ctx, { lateness: "late" }, mostNamed),
    listBoardCases(ctx, { unowned: true }, mostNamed),
    listBoardCases(ctx, { escalated: true }, mostNamed),
    readLateHolders(ctx),
    listCases(ctx, { order: "due", limit: mostAsked }),
  ]);
  return {
    board,
    period: { days: periodDays, from, ...counted },
    late: named(late),
    unowned: named(unowned),
    escalated: named(escalated),
    lateHolders,
    places: board.villages.map((place) => asksOf(place, open.items)),
  };
};

import { ageStarts } from "@rembuk/domain/calendars/case-spans";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { readerCalendar, rulesAreaOfReader } from "../calendars/reader-queries";
import type { ServiceContext } from "../context";
import { requireHeld } from "../kernel/require-permission";
import {
  type Aggregate,
  type BoardCount,
  countOf,
  type NamedPart,
  namedIds,
  readAggregates,
} from "./aggregate-queries";
import { type BoardCase, loadBoardCases } from "./case-queries";
import { computeBoardPeriods } from "./compute-board-periods";
import {
  type BoardCategory,
  type BoardHolder,
  type BoardPlace,
  type BoardSector,
  type BoardSubdistrict,
  categoryRows,
  holderRows,
  sectorRows,
  subdistrictRows,
  villageRows,
} from "./group-queries";

export interface BoardAge extends BoardCount {
  /** Working days since receipt, inclusive; `to` is null for the oldest. */
  readonly from: number;
  readonly to: number | null;
}

/** Open cases in one state and kind of hands: what waits to be verified, routed, accepted. */
export interface BoardState extends BoardCount {
  readonly status: string;
  readonly holderKind: string;
}

export interface Board extends BoardCount {
  readonly readAt: Date;
  readonly dueToday: number;
  readonly dueThisWeek: number;
  /** Waiting for the reader. */
  readonly turn: number;
  readonly unowned: number;
  readonly escalated: number;
  readonly receivedToday: number;
  readonly settledToday: number;
  readonly receivedThisWeek: number;
  readonly settledThisWeek: number;
  readonly villages: readonly BoardPlace[];
  readonly subdistricts: readonly BoardSubdistrict[];
  readonly holders: readonly BoardHolder[];
  readonly categories: readonly BoardCategory[];
  readonly sectors: readonly BoardSector[];
  readonly states: readonly BoardState[];
  readonly ages: readonly BoardAge[];
  /** The last twelve weeks from Monday, oldest first; the last one still runs. */
  readonly weeks: readonly {
    readonly startsOn: Date;
    /** The same as a date of the reader's office: the `since` of a figure. */
    readonly monday: string;
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

/** The first cases of what the board names, beside its counts. */
const loadNamedCases = async (ctx: ServiceContext, rows: readonly Aggregate[]) => {
  const of = (part: NamedPart) => namedIds(rows, part);
  const parts = [of("unowned"), of("escalated"), of("late"), of("oldest")] as const;
  const cases = await loadBoardCases(ctx, [...new Set(parts.flat())]);
  const byId = new Map(cases.map((one) => [one.id, one]));
  const [unowned = [], escalated = [], late = [], oldest = []] = parts.map((ids) =>
    ids.flatMap((id) => byId.get(id) ?? []),
  );
  return {
    unownedCases: unowned,
    escalatedCases: escalated,
    lateCases: late,
    oldestCase: oldest[0] ?? null,
  };
};

/**
 * The board of a village, desk, section, sekcam, camat, sector or kabupaten: it counts what the actor may
 * open and nothing else. @throws forbidden
 */
export const readBoard = async (ctx: ServiceContext): Promise<Board> => {
  requireHeld(ctx, "board.read");
  const calendar = await readerCalendar(ctx);
  const periods = computeBoardPeriods(calendar, ctx.now());
  const rows = await readAggregates(ctx, periods);
  const part = (name: string, code: string | null = null) =>
    rows.find((r) => r.part === name && r.code === code);
  const number = (name: string, code: string | null = null) => part(name, code)?.n ?? 0;
  const weeks = periods.weekStarts.map((startsOn, i) => ({
    startsOn,
    monday: toLocalDate(startsOn, calendar.zone),
    received: number("received", String(i + 1)),
    settled: number("settled", String(i + 1)),
  }));
  const categories = await categoryRows(ctx, rows, rulesAreaOfReader(ctx));
  return {
    ...countOf(part("total")),
    readAt: ctx.now(),
    dueToday: number("today"),
    dueThisWeek: number("week"),
    turn: number("turn"),
    unowned: number("unowned"),
    escalated: number("escalated"),
    receivedToday: number("today-received"),
    settledToday: number("today-settled"),
    receivedThisWeek: weeks.at(-1)?.received ?? 0,
    settledThisWeek: weeks.at(-1)?.settled ?? 0,
    villages: await villageRows(ctx, rows),
    subdistricts: await subdistrictRows(ctx, rows),
    holders: await holderRows(ctx, rows),
    categories,
    sectors: await sectorRows(ctx, categories),
    states: rows
      .filter((r) => r.part === "state")
      .map((r) => ({ status: r.kind ?? "", holderKind: r.code ?? "", ...countOf(r) })),
    ages: ageStarts.map((from, i) => ({
      ...countOf(part("age", String(ageStarts.length - 1 - i))),
      from,
      to: (ageStarts[i + 1] ?? 0) - 1 > 0 ? (ageStarts[i + 1] ?? 0) - 1 : null,
    })),
    weeks,
    ...(await loadNamedCases(ctx, rows)),
  };
};

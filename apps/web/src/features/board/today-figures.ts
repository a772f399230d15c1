import type { Board } from "./board-data";
import type { BoardKind } from "./board-kind";
import { type CaseFilter, caseListHref } from "./case-list-href";
import { figureHref } from "./figure-href";

export type TodayKey =
  | "turn"
  | "verify"
  | "route"
  | "returned"
  | "atLeaders"
  | "atSectors"
  | "accept"
  | "working"
  | "held"
  | "late"
  | "dueToday"
  | "dueThisWeek"
  | "receivedToday"
  | "settledToday";

export interface TodayFigure {
  /** Wording under `board.today.figures`. */
  readonly key: TodayKey;
  readonly count: number;
  readonly href: string;
  readonly tone: "turn" | "bad" | "plain";
}

/** Cases in some states, in one kind of hands or in any. */
const inState = (board: Board, statuses: readonly string[], holder?: CaseFilter["holder"]) =>
  board.states
    .filter((s) => statuses.includes(s.status) && (!holder || s.holderKind === holder))
    .reduce((n, s) => n + s.open, 0);

type State = readonly [TodayKey, string[], CaseFilter["holder"]?];
const states: Partial<Record<TodayKey, State>> = Object.fromEntries(
  (
    [
      ["verify", ["received"]],
      ["route", ["triaged"], "desk"],
      ["returned", ["declined", "reopened"], "desk"],
      ["accept", ["assigned"]],
      ["working", ["in_progress"]],
      ["held", ["on_hold"]],
    ] satisfies State[]
  ).map((state) => [state[0], state]),
);

const byHolder = (board: Board, kind: string) =>
  board.holders.filter((h) => h.kind === kind).reduce((n, h) => n + h.open, 0);

const figureOf = (board: Board, key: TodayKey): Omit<TodayFigure, "key" | "tone"> => {
  const state = states[key];
  if (state) {
    const [, statuses, holder] = state;
    return {
      count: inState(board, statuses, holder),
      href: caseListHref({ statuses, holder }),
    };
  }
  switch (key) {
    case "turn":
      return { count: board.turn, href: caseListHref({ holder: "mine" }) };
    case "atLeaders":
      return { count: byHolder(board, "leaders"), href: caseListHref({ holder: "leaders" }) };
    case "atSectors":
      return { count: byHolder(board, "sector"), href: caseListHref({ holder: "sector" }) };
    case "late":
      return { count: board.late, href: caseListHref({ lateness: "late" }) };
    case "dueToday":
      return { count: board.dueToday, href: caseListHref({ lateness: "today" }) };
    case "dueThisWeek":
      return { count: board.dueThisWeek, href: caseListHref({ lateness: "week" }) };
    case "receivedToday":
      return {
        count: board.receivedToday,
        href: figureHref({ moved: "received", since: "today" }),
      };
    default:
      return { count: board.settledToday, href: figureHref({ moved: "settled", since: "today" }) };
  }
};

const wanted: Record<BoardKind, readonly TodayKey[]> = {
  desk: ["verify", "route", "returned", "atLeaders", "dueToday", "receivedToday", "settledToday"],
  section: ["turn", "atSectors", "dueToday", "dueThisWeek", "receivedToday", "settledToday"],
  sector: ["accept", "working", "held", "dueToday", "dueThisWeek", "settledToday"],
  village: ["turn", "late", "dueThisWeek", "receivedToday", "settledToday"],
  leaders: ["turn", "dueToday", "dueThisWeek", "receivedToday", "settledToday"],
  regency: ["late", "dueThisWeek", "settledToday"],
};

const tones: Partial<Record<TodayKey, TodayFigure["tone"]>> = {
  ...{ turn: "turn", verify: "turn", accept: "turn", late: "bad" },
};

/** The numbers of the day by whose board it is; the door of each is a list of the same cases. */
export const todayFigures = (board: Board, kind: BoardKind): readonly TodayFigure[] =>
  wanted[kind].map((key) => ({ key, tone: tones[key] ?? "plain", ...figureOf(board, key) }));

import type { CaseStory } from "./case-story";
import type { Chance } from "./chance";
import type { OpenCases } from "./offices";

/** How a closed case ran, and where an open one stands. */
export type ClosedPath =
  | "direct"
  | "steady"
  | "unanswered"
  | "held"
  | "returned"
  | "reopened"
  | "late"
  | "supervised";
/** Late in all, late at the present holder, or both: that is what rises up to the kabupaten. */
export type Lateness = "total" | "stage" | "both" | null;
export type OpenPath = keyof OpenCases | "supervised";

export interface PathInput {
  readonly story: CaseStory;
  readonly draw: Chance;
  /** Working days that the category allows in all. */
  readonly limitDays: number;
  /** Age of an open case in office days. */
  readonly age: number;
  readonly misroute: { readonly to: string; readonly reason: string } | null;
}

/** Days between acts that a limit leaves room for. */
const work = ({ draw, limitDays }: PathInput): number => {
  if (limitDays <= 1) return 0;
  if (limitDays <= 5) return draw.between(0, 2);
  return draw.between(1, 8);
};
const start = ({ draw, limitDays }: PathInput): number =>
  limitDays <= 1 ? 0 : draw.between(0, limitDays <= 5 ? 1 : 2);

const untilWork = (input: PathInput): CaseStory =>
  input.story
    .open()
    .triage(input.limitDays <= 1 ? 0 : input.draw.between(0, 1))
    .route(0)
    .accept(start(input));

const withNote = (input: PathInput, story: CaseStory): CaseStory =>
  input.draw.next() < 0.6 ? story.note(input.limitDays <= 5 ? 0 : 1) : story;

/** Paths of cases that are closed by now; none is longer than `closedLength` office days. */
export const closedPaths: Record<ClosedPath, (input: PathInput) => unknown> = {
  direct: (i) => withNote(i, untilWork(i)).resolve(work(i)).confirm(i.draw.between(0, 4)),
  steady: (i) => untilWork(i).note(1).resolve(i.draw.between(5, 8)).confirm(1),
  unanswered: (i) => withNote(i, untilWork(i)).resolve(work(i)).close(9),
  held: (i) =>
    untilWork(i)
      .note(1)
      .hold(1, 30)
      .resume(i.draw.between(4, 14))
      .resolve(i.draw.between(1, 3))
      .confirm(i.draw.between(0, 4)),
  returned: (i) => {
    const first = i.story.open().triage(0).route(0, i.misroute?.to);
    const returned = first.decline(i.draw.between(1, 2), i.misroute?.reason ?? "");
    return returned.route(1).accept(1).resolve(i.draw.between(1, 5)).confirm(i.draw.between(0, 4));
  },
  reopened: (i) =>
    untilWork(i)
      .resolve(i.draw.between(1, 4))
      .reopen(i.draw.between(1, 3))
      .route(0)
      .accept(1)
      .note(1)
      .resolve(i.draw.between(1, 4))
      .confirm(i.draw.between(0, 3)),
  late: (i) =>
    untilWork(i)
      .note(i.limitDays <= 5 ? 2 : 7)
      .resolve(i.draw.between(6, 11))
      .confirm(i.draw.between(0, 4)),
  supervised: (i) =>
    i.story
      .open()
      .accept(i.draw.between(1, 4))
      .note(i.draw.between(3, 8))
      .resolve(i.draw.between(12, 34))
      .close(2),
};

/** Office days that a closed path may take, in the worst draw. */
const lengths: Record<ClosedPath, number> = {
  direct: 18,
  steady: 18,
  unanswered: 23,
  held: 28,
  returned: 16,
  reopened: 23,
  late: 28,
  supervised: 54,
};
export const closedLength = (path: ClosedPath): number => lengths[path];

/** Room left between an act on day `done` and now. */
const room = (i: PathInput, done: number, lastsAtMost: number): number =>
  Math.max(0, i.age - done - i.draw.between(0, lastsAtMost));

/** Paths of cases that are open now; `age` says how long ago they came in. */
export const openPaths: Record<OpenPath, (input: PathInput) => unknown> = {
  received: (i) => i.story.open(),
  triaged: (i) => i.story.open().triage(Math.min(i.age, i.draw.between(0, 1))),
  assigned: (i) => i.story.open().triage(Math.min(i.age, 1)).route(0),
  declined: (i) =>
    i.story
      .open()
      .triage(0)
      .route(0, i.misroute?.to)
      .decline(room(i, 0, 2), i.misroute?.reason ?? ""),
  in_progress: (i) => {
    const story = i.story
      .open()
      .triage(i.age > 1 ? i.draw.between(0, 1) : 0)
      .route(0);
    const working = story.accept(i.age > 2 ? 1 : 0);
    return i.age > 3 ? working.note(i.draw.between(0, i.age - 3)) : working;
  },
  on_hold: (i) => {
    const worked = i.draw.between(2, Math.min(6, i.age - 2));
    const heldSoFar = Math.ceil(((i.age - worked) * 7) / 5);
    const working = i.story.open().triage(0).route(0).accept(1);
    return working.hold(worked, heldSoFar + i.draw.between(9, 30));
  },
  resolved: (i) =>
    i.story
      .open()
      .triage(0)
      .route(0)
      .accept(1)
      .resolve(room(i, 1, 4)),
  reopened: (i) =>
    i.story
      .open()
      .triage(0)
      .route(0)
      .accept(1)
      .resolve(Math.max(1, i.age - 6))
      .reopen(room(i, 1 + Math.max(1, i.age - 6), 2)),
  supervised: (i) => (i.age > 6 ? i.story.open().accept(2).note(2) : i.story.open()),
};

/** How many office days ago an open case came in, so that it is on time, or late on purpose. */
export const openAge = (
  draw: Chance,
  path: OpenPath,
  limitDays: number,
  late: Lateness,
): number => {
  if (path === "supervised") return draw.between(3, 24);
  if (late === "both") return limitDays + draw.between(3, 5);
  if (late === "total") return limitDays + draw.between(2, 9);
  if (late === "stage") return path === "received" ? draw.between(4, 5) : draw.between(8, 10);
  if (path === "received") return draw.between(0, 1);
  if (path === "triaged") return draw.between(0, 2);
  if (limitDays <= 1) return 0;
  const short = limitDays <= 5;
  if (path === "assigned") return draw.between(1, short ? 3 : 4);
  if (path === "declined") return draw.between(1, short ? 2 : 4);
  if (path === "in_progress") return short ? draw.between(2, 4) : draw.between(3, 12);
  if (path === "on_hold") return draw.between(6, 30);
  if (path === "resolved") return short ? draw.between(3, 5) : draw.between(4, 12);
  return draw.between(9, 12);
};

import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { Case } from "@rembuk/domain/cases/model";
import { decideRecompute, type RecomputeCause } from "@rembuk/domain/cases/recomputing";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import { readCalendar, stageCalendarKey } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { movedDeadline } from "../kernel/stage-clock";
import {
  findWaitingChange,
  listCasesInReach,
  saveProgress,
  type WaitingChange,
} from "./recompute-store";
import { findCase, saveCase } from "./store";

/** So many cases at a time: a national day moves every open case, and people work meanwhile. */
const batchSize = 200;
const batchesPerRun = 5;
const attempts = 3;

/**
 * Calendars are remembered for a minute in every process (kernel/remembered.ts). An edit is carried
 * through after that, so that no case which was opened by the calendar before it is missed.
 */
const settleMs = 75_000;

type CalendarOf = (key: string) => Promise<WorkingCalendar>;

const freshCalendars = (ctx: ServiceContext): CalendarOf => {
  const read = new Map<string, Promise<WorkingCalendar>>();
  return (key) => {
    const known = read.get(key) ?? readCalendar(ctx.db, key);
    read.set(key, known);
    return known;
  };
};

const recomputeOnce = (
  ctx: ServiceContext,
  id: string,
  because: RecomputeCause,
  calendarOf: CalendarOf,
): Promise<boolean> =>
  inTransaction(ctx, async (tx) => {
    const kase: Case | null = await findCase(tx, id);
    if (!kase) return false;
    const [total, stage] = await Promise.all([
      calendarOf(kase.subdistrictCode),
      calendarOf(stageCalendarKey(kase)),
    ]);
    const decision = decideRecompute(kase, because, movedDeadline({ total, stage }));
    if (!decision) return false;
    await saveCase(tx, ctx, { before: kase, ...decision, command: null });
    return true;
  });

/** Whoever works on the case at that moment is faster; then it is counted again from what they left. */
const recomputeCase = async (...args: Parameters<typeof recomputeOnce>): Promise<boolean> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await recomputeOnce(...args);
    } catch (error) {
      const isRace = isDomainError(error) && error.kind === "conflict";
      if (!isRace || attempt === attempts) throw error;
    }
  }
};

/** One batch of an edit. @returns true when no case is left */
const carryBatch = async (
  ctx: ServiceContext,
  change: WaitingChange,
  calendarOf: CalendarOf,
): Promise<{
  readonly isDone: boolean;
  readonly cursor: string | null;
  readonly moved: number;
}> => {
  const cases = await listCasesInReach(ctx.db, change, batchSize);
  const because = { changeId: change.id, cause: change.cause, day: change.startsOn };
  let moved = 0;
  let told = 0;
  for (const { id, isTold } of cases) {
    if (!(await recomputeCase(ctx, id, because, calendarOf))) continue;
    moved += 1;
    if (isTold) told += 1;
  }
  const isDone = cases.length < batchSize;
  const cursor = cases.at(-1)?.id ?? null;
  const finishedAt = isDone ? ctx.now() : null;
  await saveProgress(ctx.db, change.id, { cursor, moved: told, finishedAt });
  return { isDone, cursor, moved };
};

/**
 * Counts the deadlines of open cases again after an edit of the calendar, in bounded batches that go
 * on where the last run stopped. A case that moves keeps a record of why. Run twice, nothing moves twice.
 * @returns how many deadlines moved in this run
 */
export const recomputeDeadlines = async (ctx: ServiceContext): Promise<number> => {
  const calendarOf = freshCalendars(ctx);
  const madeBefore = new Date(ctx.now().getTime() - settleMs);
  let moved = 0;
  for (let batch = 0; batch < batchesPerRun; batch += 1) {
    const change = await findWaitingChange(ctx.db, madeBefore);
    if (!change) return moved;
    moved += (await carryBatch(ctx, change, calendarOf)).moved;
  }
  return moved;
};

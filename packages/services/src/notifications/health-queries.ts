import type { ServiceContext } from "../context";
import { requireHeld } from "../kernel/require-permission";

export interface ScheduleState {
  readonly name: string;
  readonly startedAt: Date;
  readonly finishedAt: Date | null;
  readonly error: string | null;
}

export interface HealthSummary {
  /** Jobs of events that are not done after a minute, and since when the oldest waits. */
  readonly waiting: number;
  readonly oldestWaiting: Date | null;
  /** Dead letters that nobody asked to retry since they failed. */
  readonly dead: number;
  readonly schedules: readonly ScheduleState[];
  readonly lastDispatchedAt: Date | null;
}

const patienceMs = 60_000;

/** What an operator asks first: does the background work keep up? @throws forbidden */
export const readHealth = async (ctx: ServiceContext): Promise<HealthSummary> => {
  requireHeld(ctx, "operations.read");
  const where = { doneAt: null, createdAt: { lt: new Date(ctx.now().getTime() - patienceMs) } };
  const [waiting, schedules, last, dead] = await Promise.all([
    ctx.db.eventJob.aggregate({ where, _count: true, _min: { createdAt: true } }),
    ctx.db.scheduleRun.findMany({
      select: { name: true, startedAt: true, finishedAt: true, error: true },
      orderBy: { name: "asc" },
    }),
    ctx.db.eventDispatch.findFirst({ select: { dispatchedAt: true }, orderBy: { seq: "desc" } }),
    ctx.db.deadLetter.count({ where: { retryWantedAt: null, retriedAt: null } }),
  ]);
  return {
    waiting: waiting._count,
    oldestWaiting: waiting._min.createdAt,
    dead,
    schedules,
    lastDispatchedAt: last?.dispatchedAt ?? null,
  };
};

import type pg from "pg";
import { errorFields, errorName, type Logger } from "./log";
import type { Metrics } from "./metrics";

export interface Schedule {
  readonly name: string;
  readonly everyMs: number;
  /** What it found, for the log: counts only. */
  readonly run: () => Promise<unknown>;
}

type Pool = Pick<pg.Pool, "query">;

/**
 * Takes the current slot of a schedule. Whoever moves it forward runs it; everybody else finds it
 * taken. Why a row and not the queue's own repeat jobs: it survives an emptied Redis, it is the same
 * on both backends, and the clock is the database's, one for all workers. A slot far ahead was left
 * by a clock that has been put back since.
 * @param now for tests; null: the database's clock
 */
export const takeSlot = async (
  pool: Pool,
  schedule: Pick<Schedule, "name" | "everyMs">,
  now: Date | null = null,
): Promise<boolean> => {
  const { rowCount } = await pool.query(
    `INSERT INTO schedule_run AS r (name, slot, started_at)
     VALUES ($1, date_bin($2 * interval '1 millisecond', coalesce($3, now()), 'epoch'), now())
     ON CONFLICT (name) DO UPDATE SET slot = excluded.slot, started_at = now(), finished_at = NULL, error = NULL
     WHERE r.slot < excluded.slot OR r.slot > excluded.slot + $2 * interval '1 millisecond'`,
    [schedule.name, schedule.everyMs, now],
  );
  return rowCount === 1;
};

const noteEnd = (pool: Pool, name: string, error: string | null) =>
  pool.query("UPDATE schedule_run SET finished_at = now(), error = $2 WHERE name = $1", [
    name,
    error,
  ]);

export interface ScheduleParts {
  readonly pool: Pool;
  readonly log: Logger;
  readonly metrics: Metrics;
}

/** Runs a schedule if its slot is free. @returns whether it ran here */
export const runIfDue = async (parts: ScheduleParts, schedule: Schedule): Promise<boolean> => {
  if (!(await takeSlot(parts.pool, schedule))) return false;
  let failure: unknown;
  try {
    const found = await schedule.run();
    parts.log.debug({ schedule: schedule.name, found }, "schedule ran");
  } catch (error) {
    failure = error;
    parts.log.warn({ schedule: schedule.name, ...errorFields(error) }, "schedule failed");
  }
  parts.metrics.scheduleRuns.inc({ schedule: schedule.name, outcome: failure ? "failed" : "done" });
  await noteEnd(parts.pool, schedule.name, failure ? errorName(failure) : null);
  return true;
};

export interface Scheduler {
  stop(): Promise<void>;
}

/** Often enough that a slot is taken soon after it opens, seldom enough to cost nothing. */
const askEveryMs = (schedule: Schedule) => Math.min(10_000, Math.max(500, schedule.everyMs / 6));

/** Asks for each schedule's slot until it is stopped; one that still runs here is not begun again. */
export const startSchedules = (parts: ScheduleParts, schedules: readonly Schedule[]): Scheduler => {
  const running = new Set<Promise<unknown>>();
  const busy = new Set<string>();
  const ask = async (schedule: Schedule) => {
    if (busy.has(schedule.name)) return;
    busy.add(schedule.name);
    try {
      await runIfDue(parts, schedule);
    } catch (error) {
      parts.log.warn({ schedule: schedule.name, ...errorFields(error) }, "schedule not reached");
    } finally {
      busy.delete(schedule.name);
    }
  };
  const begin = (schedule: Schedule) => {
    const turn = ask(schedule).finally(() => running.delete(turn));
    running.add(turn);
  };
  const timers = schedules.map((s) => setInterval(begin, askEveryMs(s), s));
  for (const schedule of schedules) begin(schedule);
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.allSettled(running);
    },
  };
};

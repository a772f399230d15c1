/** What the operator reads first; wording under `operations.health`. */
export interface Health {
  readonly waiting: number;
  readonly oldestWaiting: Date | null;
  readonly dead: number;
  readonly schedules: readonly {
    readonly name: string;
    readonly startedAt: Date;
    readonly error: string | null;
  }[];
}

const silentMs = 5 * 60_000;

/** silent: nothing ran for minutes, so the worker is probably down. */
export function workerState(health: Health, now: Date): "silent" | "running" | "unknown" {
  const last = Math.max(0, ...health.schedules.map((one) => one.startedAt.getTime()));
  if (last === 0) return "unknown";
  return now.getTime() - last > silentMs ? "silent" : "running";
}

/** Schedules whose last run failed. */
export const failedSchedules = (health: Health): readonly string[] =>
  health.schedules.filter((one) => one.error !== null).map((one) => one.name);

import type { Case, CaseCategory, Hold } from "./model";
import type { Deadline } from "./sla";

/** Which limit a stage runs on. */
export type StageLimit = "verify" | "followUp" | "resolution" | "confirm";

/** The working calendar, seen from a decision: `now` and days in, an instant out. */
export interface StageClock {
  readonly now: Date;
  readonly category: CaseCategory;
  /** End of office of the n-th working day after `from`, moved by the days that holds cover whole. */
  readonly deadline: (from: Date, workingDays: number, holds?: readonly Hold[]) => Deadline;
  /** The same by the calendar of whoever holds the stage, where it is not the kecamatan's. */
  readonly stageDeadline?:
    | ((from: Date, workingDays: number, holds?: readonly Hold[]) => Deadline)
    | undefined;
}

/** A deadline again, with the holds that are known now: a running one counts to its agreed end. */
export type MovedDeadline = (
  startedAt: Date,
  limitDays: number,
  holds: readonly Hold[],
  clock: "total" | "stage",
) => Deadline;

/** Ten calendar days for the reporter's reply (sla.json#stage_limits.reporter_reply_window). */
export const confirmWindowDays = 10;

const limitDays = (category: CaseCategory, limit: StageLimit): number => {
  if (limit === "verify") return category.verifyDays;
  if (limit === "followUp") return category.followUpDays;
  return category.resolutionDays;
};

/** A fresh stage clock for a new holder. */
export const startStage = (
  clock: StageClock,
  limit: Exclude<StageLimit, "confirm">,
): Pick<Case, "stageStartedAt" | "stageLimitDays" | "stageDueAt"> => {
  const days = limitDays(clock.category, limit);
  // Verifying is the desk's own stage, whoever held the case before.
  const deadline = limit === "verify" ? clock.deadline : (clock.stageDeadline ?? clock.deadline);
  return {
    stageStartedAt: clock.now,
    stageLimitDays: days,
    stageDueAt: deadline(clock.now, days).dueAt,
  };
};

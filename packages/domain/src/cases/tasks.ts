import { DomainError } from "../kernel/errors";
import { type CaseEvent, caseEvent } from "./events";
import { type Case, isOpen } from "./model";
import type { StageClock } from "./stages";
import type { TaskDoer, TaskStep } from "./task-steps";

/** A sub-task of a case. It blocks nothing unless it is mandatory. */
export interface CaseTask {
  readonly id: string;
  readonly caseId: string;
  readonly position: number;
  readonly title: string;
  readonly doer: TaskDoer;
  readonly isMandatory: boolean;
  readonly dueAt: Date;
  readonly doneAt: Date | null;
  readonly doneById: string | null;
}

const requireWorkable = (kase: Case): void => {
  if (!isOpen(kase.status) || kase.status === "resolved" || kase.isSupervisory)
    throw new DomainError("conflict", "REFERRAL_NOT_NOW", { action: "task" });
};

/** Added behind the last one; each due by the working calendar from today. */
export const decideAddTasks = (
  kase: Case,
  wanted: readonly TaskStep[],
  { lastPosition, newId, clock }: { lastPosition: number; newId: () => string; clock: StageClock },
): { readonly tasks: readonly CaseTask[]; readonly events: readonly CaseEvent[] } => {
  requireWorkable(kase);
  const tasks = wanted.map((task, at) => ({
    id: newId(),
    caseId: kase.id,
    position: lastPosition + 1 + at,
    title: task.title,
    doer: task.doer,
    isMandatory: task.isMandatory,
    dueAt: clock.deadline(clock.now, task.limitDays).dueAt,
    doneAt: null,
    doneById: null,
  }));
  return { tasks, events: [caseEvent("case.tasks-added", kase, { count: tasks.length })] };
};

/** Ticked, or unticked because it was not done after all. Already so: nothing happens. */
export const decideTickTask = (
  kase: Case,
  task: CaseTask,
  tick: { readonly done: boolean; readonly by: string },
  now: Date,
): { readonly after: CaseTask; readonly events: readonly CaseEvent[] } => {
  requireWorkable(kase);
  if ((task.doneAt !== null) === tick.done) return { after: task, events: [] };
  const payload = { taskId: task.id };
  return tick.done
    ? {
        after: { ...task, doneAt: now, doneById: tick.by },
        events: [caseEvent("case.task-done", kase, payload)],
      }
    : {
        after: { ...task, doneAt: null, doneById: null },
        events: [caseEvent("case.task-reopened", kase, payload)],
      };
};

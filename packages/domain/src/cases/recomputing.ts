import type { CalendarCause } from "../calendars/events";
import { caseEvent } from "./events";
import { type Case, type CaseStatus, isOpen } from "./model";
import type { Decision } from "./routing";
import type { MovedDeadline } from "./stages";

/** Stages that count calendar days: the village's window to confirm, the reporter's to complete. */
const countsCalendarDays: readonly CaseStatus[] = ["resolved", "needs_info"];

export interface RecomputeCause {
  readonly changeId: string;
  readonly cause: CalendarCause;
  /** "2026-12-09", the day or the first day of the hours that were edited. */
  readonly day: string;
}

/**
 * Both deadlines again, after the calendar was edited: from the same receipt, with the same limits
 * and holds. Null when nothing moves. A deadline that had passed and now lies ahead is not late
 * any more; one that now lies behind is found by the sweep.
 */
export const decideRecompute = (
  kase: Case,
  because: RecomputeCause,
  moved: MovedDeadline,
): Decision | null => {
  if (!isOpen(kase.status) || kase.resolvedAt !== null) return null;
  const total = moved(kase.receivedAt, kase.totalLimitDays, kase.holds, "total");
  const stageDueAt = countsCalendarDays.includes(kase.status)
    ? kase.stageDueAt
    : moved(kase.stageStartedAt, kase.stageLimitDays, kase.holds, "stage").dueAt;
  const isSame =
    total.dueAt.getTime() === kase.totalDueAt.getTime() &&
    stageDueAt.getTime() === kase.stageDueAt.getTime() &&
    total.isEstimate === kase.dueIsEstimate;
  if (isSame) return null;
  const after: Case = {
    ...kase,
    totalDueAt: total.dueAt,
    dueIsEstimate: total.isEstimate,
    stageDueAt,
  };
  const event = caseEvent("case.deadline-recomputed", kase, {
    ...because,
    totalFrom: kase.totalDueAt.toISOString(),
    totalTo: total.dueAt.toISOString(),
    stageFrom: kase.stageDueAt.toISOString(),
    stageTo: stageDueAt.toISOString(),
  });
  return { after, events: [event] };
};

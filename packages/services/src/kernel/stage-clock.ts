import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { CaseCategory } from "@rembuk/domain/cases/model";
import { deadlineAfter } from "@rembuk/domain/cases/sla";
import type { MovedDeadline, StageClock } from "@rembuk/domain/cases/stages";

/** By which days the total and the stage are counted: the kecamatan's, and the holder's own. */
export interface CaseCalendars {
  readonly total: WorkingCalendar;
  readonly stage: WorkingCalendar;
}

/** A decision's view of the calendar. */
export const stageClock = (
  now: Date,
  category: CaseCategory,
  calendar: WorkingCalendar,
  stageCalendar: WorkingCalendar = calendar,
): StageClock => ({
  now,
  category,
  deadline: (receivedAt, workingDays, holds = []) =>
    deadlineAfter({ receivedAt, workingDays, calendar, holds }),
  stageDeadline: (receivedAt, workingDays, holds = []) =>
    deadlineAfter({ receivedAt, workingDays, calendar: stageCalendar, holds }),
});

/** Deadlines again, with the holds that there were. */
export const movedDeadline =
  (calendars: CaseCalendars): MovedDeadline =>
  (receivedAt, workingDays, holds, clock) =>
    deadlineAfter({ receivedAt, workingDays, calendar: calendars[clock], holds });

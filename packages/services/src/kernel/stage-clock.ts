import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { CaseCategory } from "@rembuk/domain/cases/model";
import { deadlineAfter } from "@rembuk/domain/cases/sla";
import type { MovedDeadline, StageClock } from "@rembuk/domain/cases/stages";

/** A decision's view of the calendar. */
export const stageClock = (
  now: Date,
  category: CaseCategory,
  calendar: WorkingCalendar,
): StageClock => ({
  now,
  category,
  deadline: (receivedAt, workingDays, holds = []) =>
    deadlineAfter({ receivedAt, workingDays, calendar, holds }),
});

/** Deadlines again, with the holds that there were. */
export const movedDeadline =
  (calendar: WorkingCalendar): MovedDeadline =>
  (receivedAt, workingDays, holds) =>
    deadlineAfter({ receivedAt, workingDays, calendar, holds });

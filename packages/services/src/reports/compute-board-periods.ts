import { type CaseSpans, caseSpansAt } from "@rembuk/domain/calendars/case-spans";
import { dayTableOf } from "@rembuk/domain/calendars/day-table";
import { isoWeekday } from "@rembuk/domain/calendars/local-date";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";

export const weeksShown = 12;

/** Where the board's groups begin and end, as instants: SQL compares, it counts no working days. */
export interface BoardPeriods extends CaseSpans {
  /** Midnight of the office's day. */
  readonly todayStart: Date;
  /** Mondays, oldest first; the last is the week that runs. */
  readonly weekStarts: readonly Date[];
}

/** The groups of a board that is read now, by its office's working calendar. */
export const computeBoardPeriods = (calendar: WorkingCalendar, now: Date): BoardPeriods => {
  const table = dayTableOf(calendar);
  const today = table.dayOf(now);
  const monday = today - (isoWeekday(today) - 1);
  return {
    ...caseSpansAt(calendar, now),
    todayStart: new Date(table.startOf(today)),
    weekStarts: Array.from(
      { length: weeksShown },
      (_, i) => new Date(table.startOf(monday - (weeksShown - 1 - i) * 7)),
    ),
  };
};

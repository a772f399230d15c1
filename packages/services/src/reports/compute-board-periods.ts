import { dayTableOf } from "@rembuk/domain/calendars/day-table";
import { isoWeekday } from "@rembuk/domain/calendars/local-date";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";

/** Ages of open cases in working days since receipt: 0–3, 4–7, 8–14, 15–30, more. */
export const ageStarts = [0, 4, 8, 15, 31] as const;
export const weeksShown = 12;
const nearDays = 2;

/** Where the board's groups begin and end, as instants: SQL compares, it counts no working days. */
export interface BoardPeriods {
  /**
   * Ascending; a case received before `ageBounds[i]` is older than `i` groups from the top.
   * Bucket 0 of width_bucket is the oldest group, bucket 4 the youngest.
   */
  readonly ageBounds: readonly Date[];
  /** Due before it, not yet late: near. */
  readonly nearUntil: Date;
  /** Midnight of the office's day. */
  readonly todayStart: Date;
  /** Mondays, oldest first; the last is the week that runs. */
  readonly weekStarts: readonly Date[];
}

/** The groups of a board that is read now, by its office's working calendar. */
export const computeBoardPeriods = (calendar: WorkingCalendar, now: Date): BoardPeriods => {
  const table = dayTableOf(calendar);
  const today = table.dayOf(now);
  const receivedBefore = (age: number): Date => {
    let day = today;
    while (table.countBetween(day, today) < age) day -= 1;
    return new Date(table.startOf(day + 1));
  };
  let near = today;
  while (table.countBetween(today, near) < nearDays) near += 1;
  const monday = today - (isoWeekday(today) - 1);
  return {
    ageBounds: ageStarts.slice(1).reverse().map(receivedBefore),
    nearUntil: new Date(table.startOf(near + 1)),
    todayStart: new Date(table.startOf(today)),
    weekStarts: Array.from(
      { length: weeksShown },
      (_, i) => new Date(table.startOf(monday - (weeksShown - 1 - i) * 7)),
    ),
  };
};

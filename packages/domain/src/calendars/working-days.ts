import { dayTableOf } from "./day-table";
import { dayNumberOf, type LocalDate, localDateOf, yearOf } from "./local-date";
import type { WorkingCalendar } from "./model";
import { utcOffsetHours, type Zone } from "./zone";

/** Ten years without an office day: the calendar is wrong, and counting on would never end. */
export const LONGEST_SEARCH_DAYS = 3_660;

/** The date on the office's wall at an instant. */
export const toLocalDate = (instant: Date, zone: Zone): LocalDate =>
  localDateOf(Math.floor((instant.getTime() + utcOffsetHours(zone) * 3_600_000) / 86_400_000));

/** The instant (UTC) of a local date and minutes after its midnight. */
export const instantAt = (date: LocalDate, minutes: number, zone: Zone): Date =>
  new Date(dayNumberOf(date) * 86_400_000 + minutes * 60_000 - utcOffsetHours(zone) * 3_600_000);

export const isWorkingDay = (date: LocalDate, calendar: WorkingCalendar): boolean =>
  dayTableOf(calendar).isWorking(dayNumberOf(date));

/** The first working day after the date, which itself is never the answer. */
export const nextWorkingDay = (date: LocalDate, calendar: WorkingCalendar): LocalDate =>
  addWorkingDays(date, 1, calendar);

/**
 * The nth working day after a date (before it, when n is negative); n = 0 gives the date itself.
 * @throws RangeError when ten years hold fewer working days in a row than asked for.
 */
export function addWorkingDays(date: LocalDate, n: number, calendar: WorkingCalendar): LocalDate {
  const table = dayTableOf(calendar);
  const step = n < 0 ? -1 : 1;
  let day = dayNumberOf(date);
  let lastFound = day;
  for (let left = Math.abs(n); left > 0; ) {
    day += step;
    if (table.isWorking(day)) {
      left -= 1;
      lastFound = day;
    } else if (Math.abs(day - lastFound) > LONGEST_SEARCH_DAYS) {
      throw new RangeError("The calendar has no working days in reach");
    }
  }
  return localDateOf(day);
}

/** Working days after `from`, up to and including `to`; negative when `to` lies before `from`. */
export const workingDaysBetween = (
  from: LocalDate,
  to: LocalDate,
  calendar: WorkingCalendar,
): number => dayTableOf(calendar).countBetween(dayNumberOf(from), dayNumberOf(to));

/**
 * The instant (UTC) at which the office opens on a working day.
 * @throws RangeError on a day without office: ask `isWorkingDay` first.
 */
export const openingOfOffice = (date: LocalDate, calendar: WorkingCalendar): Date =>
  new Date(spanOf(date, calendar).opensAt);

/**
 * The instant (UTC) at which the office closes on a working day.
 * @throws RangeError on a day without office: ask `isWorkingDay` first.
 */
export const closeOfOffice = (date: LocalDate, calendar: WorkingCalendar): Date =>
  new Date(spanOf(date, calendar).closesAt);

/** True when any day from `from` to `to` falls in a year whose holidays are not decreed. */
export function isEstimate(from: LocalDate, to: LocalDate, calendar: WorkingCalendar): boolean {
  const last = yearOf(dayNumberOf(to));
  for (let year = yearOf(dayNumberOf(from)); year <= last; year += 1) {
    if (!calendar.coveredYears.includes(year)) return true;
  }
  return false;
}

function spanOf(date: LocalDate, calendar: WorkingCalendar) {
  const span = dayTableOf(calendar).officeSpan(dayNumberOf(date));
  if (!span) throw new RangeError(`No office on ${date}`);
  return span;
}

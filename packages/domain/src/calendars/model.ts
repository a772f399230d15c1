import type { LocalDate } from "./local-date";
import type { Zone } from "./zone";

/**
 * Office hours of one weekday (1 = Monday ... 7 = Sunday) in minutes after local midnight.
 * Breaks are not subtracted: deadlines count days, so only opening and close matter.
 */
export interface OfficeDay {
  weekday: number;
  opensAt: number;
  closesAt: number;
}

export const holidayTypes = ["NATIONAL", "JOINT_LEAVE", "LOCAL"] as const;
export interface Holiday {
  date: LocalDate;
  name: string;
  type: (typeof holidayTypes)[number];
}

/** Other hours from one date to another, both included: Ramadan, a six-day season. */
export interface CalendarPeriod {
  name: string;
  from: LocalDate;
  to: LocalDate;
  week: OfficeDay[];
}

/** Monday to Friday, 08:00 to 16:30: the default until an office sets its own hours. */
export const standardWeek: readonly OfficeDay[] = [1, 2, 3, 4, 5].map((weekday) => ({
  weekday,
  opensAt: 8 * 60,
  closesAt: 16 * 60 + 30,
}));

/**
 * When an office works. Master data, never hard-coded; treat a calendar as immutable: counts are
 * remembered per object. Where periods overlap, the one listed last holds; a holiday beats all.
 * `coveredYears` are those whose holidays are decreed: beyond them a deadline is an estimate.
 */
export interface WorkingCalendar {
  zone: Zone;
  /** The working days of a week; a weekday that is not listed is free. */
  week: OfficeDay[];
  holidays: Holiday[];
  coveredYears: number[];
  periods?: CalendarPeriod[] | undefined;
}

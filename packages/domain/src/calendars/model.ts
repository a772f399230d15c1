import { z } from "zod";
import { localDateSchema } from "./local-date";

export const zones = ["WIB", "WITA", "WIT"] as const;
export const zoneSchema = z.enum(zones);
/** Indonesia's zones. None keeps summer time, so a fixed offset is enough. */
export type Zone = (typeof zones)[number];

const offsets: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 };
export const utcOffsetHours = (zone: Zone): number => offsets[zone];

/**
 * Office hours of one weekday (1 = Monday ... 7 = Sunday) in minutes after local midnight.
 * Breaks are not subtracted: deadlines count days, so only opening and close matter.
 */
export const officeDaySchema = z
  .object({
    weekday: z.int().min(1).max(7),
    opensAt: z.int().min(0).max(1439),
    closesAt: z.int().min(1).max(1440),
  })
  .refine((day) => day.opensAt < day.closesAt, { path: ["closesAt"] });
export type OfficeDay = z.infer<typeof officeDaySchema>;

/** The working days of a week; a weekday that is not listed is free. */
export const officeWeekSchema = z
  .array(officeDaySchema)
  .min(1)
  .max(7)
  .refine((week) => new Set(week.map((day) => day.weekday)).size === week.length);

export const holidayTypes = ["NATIONAL", "JOINT_LEAVE", "LOCAL"] as const;
export const holidaySchema = z.object({
  date: localDateSchema,
  name: z.string().min(1),
  type: z.enum(holidayTypes),
});
export type Holiday = z.infer<typeof holidaySchema>;

/** Other hours from one date to another, both included: Ramadan, a six-day season. */
export const calendarPeriodSchema = z
  .object({
    name: z.string().min(1),
    from: localDateSchema,
    to: localDateSchema,
    week: officeWeekSchema,
  })
  .refine((period) => period.from <= period.to, { path: ["to"] });
export type CalendarPeriod = z.infer<typeof calendarPeriodSchema>;

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
export const workingCalendarSchema = z.object({
  zone: zoneSchema,
  week: officeWeekSchema.default(() => [...standardWeek]),
  holidays: z.array(holidaySchema).default([]),
  coveredYears: z.array(z.int().min(1970).max(9999)),
  periods: z.array(calendarPeriodSchema).optional(),
});
export type WorkingCalendar = z.infer<typeof workingCalendarSchema>;

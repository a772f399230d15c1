import { z } from "zod";
import { holidayTypes, standardWeek, type WorkingCalendar } from "./model";
import { zones } from "./zone";

const localDateSchema = z.iso.date().brand<"LocalDate">();

const officeDaySchema = z
  .object({
    weekday: z.int().min(1).max(7),
    opensAt: z.int().min(0).max(1439),
    closesAt: z.int().min(1).max(1440),
  })
  .refine((day) => day.opensAt < day.closesAt, { path: ["closesAt"] });

/** The working days of a week; a weekday that is not listed is free. */
export const officeWeekSchema = z
  .array(officeDaySchema)
  .min(1)
  .max(7)
  .refine((week) => new Set(week.map((day) => day.weekday)).size === week.length);

const holidaySchema = z.object({
  date: localDateSchema,
  name: z.string().min(1),
  type: z.enum(holidayTypes),
});

const calendarPeriodSchema = z
  .object({
    name: z.string().min(1),
    from: localDateSchema,
    to: localDateSchema,
    week: officeWeekSchema,
  })
  .refine((period) => period.from <= period.to, { path: ["to"] });

/** A calendar as it is composed of what the database holds. Apart from the model: browsers count by it. */
export const workingCalendarSchema = z.object({
  zone: z.enum(zones),
  week: officeWeekSchema.default(() => [...standardWeek]),
  holidays: z.array(holidaySchema).default([]),
  coveredYears: z.array(z.int().min(1970).max(9999)),
  periods: z.array(calendarPeriodSchema).optional(),
}) satisfies z.ZodType<WorkingCalendar, unknown>;

import { z } from "zod";
import { officeWeekSchema } from "./calendar-schema";
import { holidayTypes } from "./model";

const areaCode = z.string().regex(/^$|^\d{2}(\.\d{2}(\.\d{2})?)?$/);
const day = z.iso.date();
const name = z.string().trim().min(3).max(120);
const decreeNumber = z.string().trim().min(3).max(160);

export const hoursKinds = ["five-day", "six-day", "ramadan", "other"] as const;
export type HoursKind = (typeof hoursKinds)[number];

const addDay = z.object({
  kind: z.literal("add-day"),
  date: day,
  /** "" for the whole country. */
  areaCode,
  name,
  type: z.enum(holidayTypes),
  /** The decree that made it a free day: SKB, keputusan, surat edaran. */
  decreeNumber,
  decreeDate: day.nullish(),
});
const addHours = z.object({
  kind: z.literal("add-hours"),
  areaCode,
  /** Only the offices of this sector: PUSKESMAS, a school. */
  sectorCode: z.string().min(2).max(40).nullish(),
  hoursKind: z.enum(hoursKinds),
  name,
  startsOn: day,
  endsOn: day.nullish(),
  week: officeWeekSchema,
  decreeNumber: decreeNumber.nullish(),
});

/** One edit of the calendar; the preview takes the same. */
export const calendarEditSchema = z.discriminatedUnion("kind", [
  addDay,
  z.object({ kind: z.literal("withdraw-day"), date: day, areaCode }),
  addHours,
  z.object({ kind: z.literal("withdraw-hours"), id: z.uuid() }),
]);
export type CalendarEdit = z.infer<typeof calendarEditSchema>;

export const changeCalendarCommand = z.object({
  clientActionId: z.uuid(),
  edit: calendarEditSchema,
});
export type ChangeCalendarCommand = z.infer<typeof changeCalendarCommand>;

export const previewChangeInput = z.object({ edit: calendarEditSchema });
export type PreviewChangeInput = z.infer<typeof previewChangeInput>;

export const listCalendarInput = z.object({ areaCode, year: z.int().min(2020).max(2100) });
export type ListCalendarInput = z.infer<typeof listCalendarInput>;

import { z } from "zod";

const MS_PER_DAY = 86_400_000;

/** A calendar date without a time or a zone: "2026-11-21". */
export const localDateSchema = z.iso.date().brand<"LocalDate">();
export type LocalDate = z.infer<typeof localDateSchema>;

/** Days since 1970-01-01: dates as integers, so that counting them is arithmetic. */
export type DayNumber = number;

/** @throws ZodError when the text is not an existing date in ISO form. */
export const localDate = (text: string): LocalDate => localDateSchema.parse(text);

export function dayNumberOf(date: LocalDate): DayNumber {
  const year = Number(date.slice(0, 4));
  return Date.UTC(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10))) / MS_PER_DAY;
}

export const localDateOf = (day: DayNumber): LocalDate =>
  new Date(day * MS_PER_DAY).toISOString().slice(0, 10) as LocalDate;

export const firstDayOf = (year: number): DayNumber => Date.UTC(year, 0, 1) / MS_PER_DAY;

const DAYS_PER_YEAR = 365.2425;

/** By arithmetic, not by a date: a list of cases asks some hundred times per screen. */
export function yearOf(day: DayNumber): number {
  const near = 1970 + Math.floor(day / DAYS_PER_YEAR);
  if (day < firstDayOf(near)) return near - 1;
  return day < firstDayOf(near + 1) ? near : near + 1;
}

/** 1 = Monday ... 7 = Sunday, as ISO 8601 counts (1970-01-01 was a Thursday). */
export const isoWeekday = (day: DayNumber): number => ((((day + 3) % 7) + 7) % 7) + 1;

/** Calendar days, e.g. the ten days in which a reporter may answer. */
export const addDays = (date: LocalDate, days: number): LocalDate =>
  localDateOf(dayNumberOf(date) + days);

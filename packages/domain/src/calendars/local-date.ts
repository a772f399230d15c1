import type { z } from "zod";

const MS_PER_DAY = 86_400_000;

/** A calendar date without a time or a zone: "2026-11-21". */
export type LocalDate = string & z.core.$brand<"LocalDate">;

/** Days since 1970-01-01: dates as integers, so that counting them is arithmetic. */
export type DayNumber = number;

/** The date that a text in ISO form names; null when there is no such day. */
export function readLocalDate(text: string): LocalDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  const read = new Date(`${text}T00:00:00Z`);
  // 30 February would roll over into March.
  const exists = !Number.isNaN(read.getTime()) && read.toISOString().startsWith(text);
  return exists ? (text as LocalDate) : null;
}

/** @throws RangeError when the text is not an existing date in ISO form. */
export function localDate(text: string): LocalDate {
  const date = readLocalDate(text);
  if (date === null) throw new RangeError("Not an existing date");
  return date;
}

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

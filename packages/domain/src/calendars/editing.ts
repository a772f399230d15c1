import { DomainError } from "../kernel/errors";
import type { CalendarEdit } from "./commands";
import { dayNumberOf, localDate } from "./local-date";

/** Nobody declares a free day years back: the deadlines of that time are history. */
const longestBackDays = 366;

const invalid = (field: string) => new DomainError("invalid", "INPUT_INVALID", { field });

/**
 * Does the edit make sense? National days and joint leave are the whole country's, local ones are
 * not; a sector's hours name a sector; nothing lies more than a year back.
 * @throws invalid INPUT_INVALID with the field
 */
export const requireFittingEdit = (edit: CalendarEdit, today: string): void => {
  if (edit.kind === "add-day") {
    const isNational = edit.type !== "LOCAL";
    if (isNational !== (edit.areaCode === "")) throw invalid("areaCode");
    if (isLongAgo(edit.date, today)) throw invalid("date");
  }
  if (edit.kind === "add-hours") {
    if (edit.endsOn && edit.endsOn < edit.startsOn) throw invalid("endsOn");
    if (edit.hoursKind === "ramadan" && !edit.endsOn) throw invalid("endsOn");
    if (isLongAgo(edit.startsOn, today)) throw invalid("startsOn");
  }
};

const isLongAgo = (date: string, today: string): boolean =>
  dayNumberOf(localDate(today)) - dayNumberOf(localDate(date)) > longestBackDays;

import {
  addDays,
  dayNumberOf,
  isoWeekday,
  type LocalDate,
  localDate,
  readLocalDate,
} from "../calendars/local-date";
import { instantAt } from "../calendars/working-days";
import type { Zone } from "../calendars/zone";
import { type CaseStatus, openStatuses } from "./model";

/** Orders of the list. Each goes one way only and has its index. */
export const caseOrders = ["due", "newest", "oldest", "updated", "number"] as const;
export type CaseOrder = (typeof caseOrders)[number];

/** From and to ("2026-11-21"), both included, on the wall of the office; one of them may be open. */
export interface DayRange {
  from?: string | undefined;
  to?: string | undefined;
}

/** The range that two days make; null when it is empty, ends before it begins, or a day is none. */
export function readDayRange({ from, to }: DayRange): DayRange | null {
  if (!from && !to) return null;
  if ([from, to].some((day) => day && readLocalDate(day) === null)) return null;
  if (from && to && from > to) return null;
  return { ...(from ? { from } : {}), ...(to ? { to } : {}) };
}

/** What the rows of a list can be put under, each under its true count. */
export const caseGroupings = ["village", "sector"] as const;
export type CaseGrouping = (typeof caseGroupings)[number];

/** Headings of a list in the order of deadlines, the most urgent first. */
export const dueGroups = ["late", "today", "week", "later", "held"] as const;
export type DueGroup = (typeof dueGroups)[number];

/** The Sunday that ends the week of a date. */
export const endOfWeek = (date: LocalDate): LocalDate =>
  addDays(date, 7 - isoWeekday(dayNumberOf(date)));

/**
 * The days of a range as instants: from the first midnight on, and before the midnight that follows
 * the last.
 */
export const instantsOf = (
  { from, to }: DayRange,
  zone: Zone,
): { readonly from: Date | null; readonly before: Date | null } => ({
  from: from ? instantAt(localDate(from), 0, zone) : null,
  before: to ? instantAt(addDays(localDate(to), 1), 0, zone) : null,
});

/** Whether a choice of statuses holds only cases in which somebody still has to act. */
export const areOpen = (statuses: readonly string[]): boolean =>
  statuses.length > 0 &&
  statuses.every((status) =>
    (openStatuses as readonly CaseStatus[]).includes(status as CaseStatus),
  );

/**
 * Orders that a list of these statuses (none: the open ones) can stand in, its own first. By deadline only what
 * is open is put in order: nothing waits for the others, and no index would give them.
 */
export const ordersFor = (statuses: readonly string[]): readonly CaseOrder[] =>
  statuses.length > 0 && !areOpen(statuses)
    ? ["newest", "oldest", "updated", "number"]
    : ["due", "oldest", "newest", "updated", "number"];

/** The order in which a list stands: the one asked for where the list can stand in it, or else its own. */
export const orderFor = (
  statuses: readonly string[],
  asked: CaseOrder | null | undefined,
): CaseOrder => {
  const offered = ordersFor(statuses);
  return offered.find((one) => one === asked) ?? offered[0] ?? "due";
};

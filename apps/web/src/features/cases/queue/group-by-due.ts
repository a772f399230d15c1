import type { Zone } from "@rembuk/domain/calendars/model";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";

export type DueGroup = "late" | "today" | "week" | "later" | "held";

interface Dated {
  readonly dueAt: Date;
  readonly status: string;
}

const ORDER: readonly DueGroup[] = ["late", "today", "week", "later", "held"];

const DAY_MS = 86_400_000;

/** The Sunday that ends the week of a date, as an ISO date. */
export function endOfWeek(date: string): string {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const weekday = (new Date(midnight).getUTCDay() + 6) % 7;
  return new Date(midnight + (6 - weekday) * DAY_MS).toISOString().slice(0, 10);
}

/** Which heading a row stands under, by the day on the office's wall. */
export function dueGroup(row: Dated, now: Date, zone: Zone): DueGroup {
  if (row.status === "on_hold") return "held";
  if (row.dueAt <= now) return "late";
  const due = toLocalDate(row.dueAt, zone);
  const today = toLocalDate(now, zone);
  if (due === today) return "today";
  return due <= endOfWeek(today) ? "week" : "later";
}

export interface Grouped<Row> {
  readonly group: DueGroup;
  readonly rows: readonly Row[];
}

/** Rows under their headings, headings in order of urgency; within one the order stays. */
export function groupByDue<Row extends Dated>(
  rows: readonly Row[],
  now: Date,
  zone: Zone,
): readonly Grouped<Row>[] {
  const groups = new Map<DueGroup, Row[]>();
  for (const row of rows) {
    const group = dueGroup(row, now, zone);
    groups.set(group, [...(groups.get(group) ?? []), row]);
  }
  return ORDER.flatMap((group) => {
    const found = groups.get(group);
    return found ? [{ group, rows: found }] : [];
  });
}

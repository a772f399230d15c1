import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { Zone } from "@rembuk/domain/calendars/zone";
import { type DueGroup, dueGroups, endOfWeek } from "@rembuk/domain/cases/list-filters";

interface Dated {
  readonly dueAt: Date;
  readonly status: string;
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
  return dueGroups.flatMap((group) => {
    const found = groups.get(group);
    return found ? [{ group, rows: found }] : [];
  });
}

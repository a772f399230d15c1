import { dayTableOf } from "./day-table";
import type { WorkingCalendar } from "./model";

/** Ages of open cases in working days since receipt: 0–3, 4–7, 8–14, 15–30, more. */
export const ageStarts = [0, 4, 8, 15, 31] as const;

/** So many working days ahead a deadline counts as near. */
export const nearDays = 2;

/** Where lists and boards part their cases, as instants: SQL compares, it counts no working days. */
export interface CaseSpans {
  /**
   * Ascending; a case received before `ageBounds[i]` is older than `i` groups from the top.
   * Bucket 0 of width_bucket is the oldest group, bucket 4 the youngest.
   */
  readonly ageBounds: readonly Date[];
  /** Due before it, not yet late: near. */
  readonly nearUntil: Date;
}

/** The spans at an instant, by the working calendar of the office that reads. */
export function caseSpansAt(calendar: WorkingCalendar, now: Date): CaseSpans {
  const table = dayTableOf(calendar);
  const today = table.dayOf(now);
  const receivedBefore = (age: number): Date => {
    let day = today;
    while (table.countBetween(day, today) < age) day -= 1;
    return new Date(table.startOf(day + 1));
  };
  let near = today;
  while (table.countBetween(today, near) < nearDays) near += 1;
  return {
    ageBounds: ageStarts.slice(1).reverse().map(receivedBefore),
    nearUntil: new Date(table.startOf(near + 1)),
  };
}

/**
 * From when (inclusive) and before when (exclusive) a case of one age was received; null is open.
 * @param age place in `ageStarts`
 */
export const receivedSpan = (
  age: number,
  { ageBounds }: CaseSpans,
): { readonly from: Date | null; readonly before: Date | null } => {
  const oldest = ageBounds.length;
  return {
    from: (age < oldest && ageBounds[oldest - 1 - age]) || null,
    before: (age > 0 && ageBounds[oldest - age]) || null,
  };
};

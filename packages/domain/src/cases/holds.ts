import type { DayTable } from "../calendars/day-table";
import type { DayNumber } from "../calendars/local-date";

/**
 * A case put aside (Ditunda). Every hold has a maximum: while nobody has ended it, it is reckoned
 * to end at `until`, so a deadline can be told at any time and a forgotten hold lapses by itself;
 * one that is ended later than that counts no further either.
 */
export interface HoldPeriod {
  readonly startedAt: Date;
  /** Null while the hold runs. */
  readonly endedAt: Date | null;
  /** The agreed or longest end of the hold. */
  readonly until: Date;
}

/** A held stretch in epoch milliseconds, the end excluded. */
export interface HeldSpan {
  readonly start: number;
  readonly end: number;
}

/** Holds as disjoint stretches in order; what touches or overlaps becomes one. */
export function heldSpans(holds: readonly HoldPeriod[]): readonly HeldSpan[] {
  const spans = holds
    .map(({ startedAt, endedAt, until }) => ({
      start: startedAt.getTime(),
      end: Math.min(endedAt?.getTime() ?? Number.POSITIVE_INFINITY, until.getTime()),
    }))
    .filter((span) => span.start < span.end)
    .sort((a, b) => a.start - b.start);
  const merged: HeldSpan[] = [];
  for (const span of spans) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      merged.push(span);
    }
  }
  return merged;
}

/** A working day is held only when a hold covers all of its working minutes. */
export function isHeldDay(day: DayNumber, spans: readonly HeldSpan[], table: DayTable): boolean {
  if (spans.length === 0) return false;
  const office = table.officeSpan(day);
  if (!office) return false;
  return spans.some(({ start, end }) => start <= office.opensAt && office.closesAt <= end);
}

/** Held working days after `from`, up to and including `to`. */
export function countHeldDays(
  from: DayNumber,
  to: DayNumber,
  spans: readonly HeldSpan[],
  table: DayTable,
): number {
  let held = 0;
  for (const { start, end } of spans) {
    const firstDay = table.dayOf(new Date(start));
    const lastDay = table.dayOf(new Date(end));
    const first = Math.max(firstDay, from + 1);
    const last = Math.min(lastDay, to);
    if (first > last) continue;
    held += table.countBetween(first - 1, last);
    // Only the days on which a hold begins or ends can be held in part.
    for (const edge of new Set([firstDay, lastDay])) {
      const counted = edge >= first && edge <= last && table.isWorking(edge);
      if (counted && !isHeldDay(edge, [{ start, end }], table)) held -= 1;
    }
  }
  return held;
}

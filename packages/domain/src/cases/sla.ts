import { type DayTable, dayTableOf } from "../calendars/day-table";
import { type DayNumber, localDateOf } from "../calendars/local-date";
import type { WorkingCalendar } from "../calendars/model";
import { isEstimate, LONGEST_SEARCH_DAYS } from "../calendars/working-days";
import { countHeldDays, type HeldSpan, type HoldPeriod, heldSpans, isHeldDay } from "./holds";

export interface Deadline {
  readonly dueAt: Date;
  /** True when the count leaves the years whose holidays are decreed: say "perkiraan". */
  readonly isEstimate: boolean;
}

export interface DeadlineInput {
  /** The day of receipt, in the office's zone, is day 0, whatever the hour. */
  readonly receivedAt: Date;
  /** A whole number of days, at least 1. */
  readonly workingDays: number;
  readonly calendar: WorkingCalendar;
  readonly holds: readonly HoldPeriod[];
}

/**
 * A limit of N working days ends at the close of office of the Nth counted day after the day of
 * receipt. A working day counts unless holds cover all of its working minutes. Reckon it again
 * whenever a hold begins or ends. Doing the work exactly at `dueAt` is still in time.
 * @throws RangeError when `workingDays` is not a positive whole number.
 */
export function deadlineAfter(input: DeadlineInput): Deadline {
  const { receivedAt, workingDays, calendar, holds } = input;
  const table = dayTableOf(calendar);
  const received = table.dayOf(receivedAt);
  const due = nthCountedDay(received, workingDays, heldSpans(holds), table);
  return {
    dueAt: closeOf(due, table),
    isEstimate: isEstimate(localDateOf(received), localDateOf(due), calendar),
  };
}

/** First response to an emergency: hours on the wall clock, through nights, holidays and holds. */
export const emergencyDueAt = (receivedAt: Date, hours: number): Date =>
  new Date(receivedAt.getTime() + hours * 3_600_000);

export type ClockState = "on-time" | "due-today" | "late" | "held" | "stopped";

export interface ClockInput {
  readonly startedAt: Date;
  /** As `deadlineAfter` gave it for the holds known today. */
  readonly dueAt: Date;
  readonly limitDays: number;
  readonly now: Date;
  readonly calendar: WorkingCalendar;
  readonly holds: readonly HoldPeriod[];
  /** When the work was done; the reading stands still from then on. */
  readonly endedAt?: Date | null;
}

export interface ClockReading {
  /** Counted working days after the day of receipt, today included. */
  readonly usedDays: number;
  readonly limitDays: number;
  /**
   * Counted working days after today until the due day; 0 on the due day. Negative exactly when
   * late: -1 from the minute of the deadline, one less for each further counted day.
   */
  readonly daysLeft: number;
  readonly state: ClockState;
  /** Working days lost to holds (jeda). The elapsed total is usedDays + heldDays. */
  readonly heldDays: number;
}

/** One clock of a case (total or stage) as a row shows it. */
export function clockReading(input: ClockInput): ClockReading {
  const { startedAt, dueAt, limitDays, now, calendar, holds } = input;
  const table = dayTableOf(calendar);
  const spans = heldSpans(holds);
  const readAt = input.endedAt ?? now;
  const started = table.dayOf(startedAt);
  const today = Math.max(table.dayOf(readAt), started);
  const due = table.dayOf(dueAt);
  const heldDays = countHeldDays(started, today, spans, table);
  const isLate = input.endedAt ? input.endedAt > dueAt : hasPassed(dueAt, now);
  return {
    usedDays: table.countBetween(started, today) - heldDays,
    limitDays,
    daysLeft: isLate
      ? -Math.max(1, countedDays(due, today, spans, table))
      : countedDays(today, due, spans, table),
    state: input.endedAt ? "stopped" : runningState(isLate, isHeldAt(now, spans), today === due),
    heldDays,
  };
}

/** A deadline has passed once its minute is there and the work is not done. */
export const hasPassed = (dueAt: Date, now: Date): boolean => now >= dueAt;

export interface Reminder {
  readonly percent: number;
  readonly at: Date;
}

/**
 * When to remind: at the opening of the working day in which that share of the limit is used up
 * (75 % of 14 days: day 11). Where a hold covers the opening, when it ends. Short limits bring two
 * reminders to one moment: only the later share is kept.
 */
export function remindAt(
  input: DeadlineInput,
  percents: readonly number[] = [75, 90],
): readonly Reminder[] {
  const table = dayTableOf(input.calendar);
  const spans = heldSpans(input.holds);
  const received = table.dayOf(input.receivedAt);
  const byMoment = new Map<number, Reminder>();
  for (const percent of [...percents].sort((a, b) => a - b)) {
    const nth = Math.max(1, Math.ceil((input.workingDays * percent) / 100));
    const day = nthCountedDay(received, nth, spans, table);
    const opensAt = table.officeSpan(day)?.opensAt ?? table.startOf(day);
    const hold = spans.find(({ start, end }) => start <= opensAt && opensAt < end);
    const at = hold?.end ?? opensAt;
    byMoment.set(at, { percent, at: new Date(at) });
  }
  return [...byMoment.values()];
}

function nthCountedDay(
  from: DayNumber,
  n: number,
  spans: readonly HeldSpan[],
  table: DayTable,
): DayNumber {
  if (!Number.isInteger(n) || n < 1) throw new RangeError("A limit is at least one whole day");
  let day = from;
  let lastFound = from;
  for (let left = n; left > 0; ) {
    day += 1;
    if (table.isWorking(day) && !isHeldDay(day, spans, table)) {
      left -= 1;
      lastFound = day;
    } else if (day - lastFound > LONGEST_SEARCH_DAYS) {
      throw new RangeError("The calendar or the holds leave no working day in reach");
    }
  }
  return day;
}

function countedDays(
  from: DayNumber,
  to: DayNumber,
  spans: readonly HeldSpan[],
  table: DayTable,
): number {
  if (to <= from) return 0;
  return table.countBetween(from, to) - countHeldDays(from, to, spans, table);
}

function closeOf(day: DayNumber, table: DayTable): Date {
  const office = table.officeSpan(day);
  if (!office) throw new RangeError("A counted day is a working day");
  return new Date(office.closesAt);
}

const isHeldAt = (instant: Date, spans: readonly HeldSpan[]): boolean =>
  spans.some(({ start, end }) => start <= instant.getTime() && instant.getTime() < end);

/** Late comes first: a hold put on a case that is already late must not hide it. */
function runningState(isLate: boolean, isHeld: boolean, isDueDay: boolean): ClockState {
  if (isLate) return "late";
  if (isHeld) return "held";
  return isDueDay ? "due-today" : "on-time";
}

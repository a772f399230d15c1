import { type DayNumber, dayNumberOf, firstDayOf, isoWeekday, yearOf } from "./local-date";
import type { OfficeDay, WorkingCalendar } from "./model";
import { utcOffsetHours } from "./zone";

const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;
const MS_PER_HOUR = 3_600_000;

interface YearTable {
  readonly firstDay: DayNumber;
  readonly length: number;
  /** before[i]: working days of the year before its day i; the last entry is the whole year. */
  readonly before: Uint16Array;
}

/**
 * A calendar made fast: working days counted by prefix sums, year by year as they are asked for.
 * A list of cases asks some hundred times per screen.
 */
export class DayTable {
  private readonly years = new Map<number, YearTable>();
  private readonly holidays: ReadonlySet<DayNumber>;
  private readonly periods: readonly { from: number; to: number; week: readonly OfficeDay[] }[];
  private readonly offsetMs: number;

  constructor(private readonly calendar: WorkingCalendar) {
    this.holidays = new Set(calendar.holidays.map((holiday) => dayNumberOf(holiday.date)));
    this.periods = (calendar.periods ?? [])
      .map(({ from, to, week }) => ({ from: dayNumberOf(from), to: dayNumberOf(to), week }))
      .reverse();
    this.offsetMs = utcOffsetHours(calendar.zone) * MS_PER_HOUR;
  }

  dayOf(instant: Date): DayNumber {
    return Math.floor((instant.getTime() + this.offsetMs) / MS_PER_DAY);
  }

  /** Epoch milliseconds of local midnight, at which the day begins. */
  startOf(day: DayNumber): number {
    return day * MS_PER_DAY - this.offsetMs;
  }

  isWorking(day: DayNumber): boolean {
    const table = this.yearTable(yearOf(day));
    const i = day - table.firstDay;
    return (table.before[i + 1] ?? 0) > (table.before[i] ?? 0);
  }

  /** Working days after `from`, up to and including `to`; negative when `to` lies before. */
  countBetween(from: DayNumber, to: DayNumber): number {
    if (to < from) return -this.countBetween(to, from);
    let count = this.countThrough(to) - this.countThrough(from);
    const last = yearOf(to);
    for (let year = yearOf(from); year < last; year += 1) count += this.totalOf(year);
    return count;
  }

  /** Opening and close in epoch milliseconds; null on a day without office. */
  officeSpan(day: DayNumber): { readonly opensAt: number; readonly closesAt: number } | null {
    if (!this.isWorking(day)) return null;
    const hours = this.hoursOf(day);
    if (!hours) return null;
    const midnight = this.startOf(day);
    return {
      opensAt: midnight + hours.opensAt * MS_PER_MINUTE,
      closesAt: midnight + hours.closesAt * MS_PER_MINUTE,
    };
  }

  /** Working days of the day's own year, up to and including the day. */
  private countThrough(day: DayNumber): number {
    const table = this.yearTable(yearOf(day));
    return table.before[day - table.firstDay + 1] ?? 0;
  }

  private totalOf(year: number): number {
    const table = this.yearTable(year);
    return table.before[table.length] ?? 0;
  }

  private yearTable(year: number): YearTable {
    const known = this.years.get(year);
    if (known) return known;
    const firstDay = firstDayOf(year);
    const length = firstDayOf(year + 1) - firstDay;
    const before = new Uint16Array(length + 1);
    for (let i = 0; i < length; i += 1) {
      const day = firstDay + i;
      const works = !this.holidays.has(day) && this.hoursOf(day) !== null;
      before[i + 1] = (before[i] ?? 0) + (works ? 1 : 0);
    }
    const table = { firstDay, length, before };
    this.years.set(year, table);
    return table;
  }

  private hoursOf(day: DayNumber): OfficeDay | null {
    const period = this.periods.find(({ from, to }) => from <= day && day <= to);
    const weekday = isoWeekday(day);
    const week = period?.week ?? this.calendar.week;
    return week.find((office) => office.weekday === weekday) ?? null;
  }
}

const tables = new WeakMap<WorkingCalendar, DayTable>();

/** The table of a calendar, built once per calendar object. */
export function dayTableOf(calendar: WorkingCalendar): DayTable {
  const known = tables.get(calendar);
  if (known) return known;
  const table = new DayTable(calendar);
  tables.set(calendar, table);
  return table;
}

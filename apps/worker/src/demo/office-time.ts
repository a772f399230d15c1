import { addDays, type LocalDate } from "@rembuk/domain/calendars/local-date";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { instantAt, isWorkingDay, toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { Chance } from "./chance";

const minute = 60_000;
/** Days off that the calendar's decreed years do not reach. */
const alsoFree: readonly string[] = ["2025-12-25", "2025-12-26"];
const monthsBack = 11;

/** The office days of the demonstration, oldest first; the last one is today or the day before a free day. */
export interface OfficeDays {
  readonly anchor: Date;
  readonly calendar: WorkingCalendar;
  readonly days: readonly LocalDate[];
  /** Index of the last office day that has begun. */
  readonly last: number;
}

const beginning = (today: LocalDate): LocalDate => {
  const at = new Date(`${today}T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - monthsBack);
  return addDays(at.toISOString().slice(0, 10) as LocalDate, 1);
};

/** The eleven months before the first start. */
export const officeDays = (anchor: Date, calendar: WorkingCalendar): OfficeDays => {
  const today = toLocalDate(anchor, calendar.zone);
  const days: LocalDate[] = [];
  for (let day = beginning(today); day <= today; day = addDays(day, 1)) {
    const hasBegun = instantAt(day, 9 * 60, calendar.zone) <= anchor;
    if (hasBegun && isWorkingDay(day, calendar) && !alsoFree.includes(day)) days.push(day);
  }
  return { anchor, calendar, days, last: days.length - 1 };
};

/** Walks through the acts of one case, always forward and never past the anchor. */
export class OfficeWatch {
  private index: number;
  private minutes: number;
  private moment: Date;

  constructor(
    private readonly office: OfficeDays,
    private readonly draw: Chance,
    firstDay: number,
  ) {
    this.index = Math.max(0, Math.min(firstDay, office.last));
    this.minutes = draw.between(495, 900);
    this.moment = this.clamp(this.at(), new Date(0));
  }

  get now(): Date {
    return this.moment;
  }

  /** Some office days later, at an hour of the office. */
  later(days: number): Date {
    const opening = 8 * 60 + 10;
    let earliest = days > 0 ? opening : this.minutes + 12;
    let index = this.index + days;
    if (earliest > 16 * 60) {
      index += 1;
      earliest = opening;
    }
    this.index = index;
    return this.set(this.draw.between(earliest, Math.min(16 * 60 + 15, earliest + 300)));
  }

  /** After the office has closed: villages write when their day is done. */
  evening(): Date {
    return this.set(this.draw.between(18 * 60, 20 * 60 + 30));
  }

  /** Minutes later, whatever the hour: an emergency does not wait for the office. */
  soon(from: number, to: number): Date {
    return this.set(this.minutes + this.draw.between(from, to));
  }

  private set(minutes: number): Date {
    this.minutes = minutes;
    this.moment = this.clamp(this.at(), this.moment);
    return this.moment;
  }

  private at(): Date {
    const { days, calendar, anchor } = this.office;
    const day = days[this.index];
    if (day === undefined) return anchor;
    return new Date(
      instantAt(day, this.minutes, calendar.zone).getTime() + this.draw.between(0, 59) * 1000,
    );
  }

  private clamp(wanted: Date, before: Date): Date {
    const limit = this.office.anchor.getTime() - 2 * minute;
    if (wanted.getTime() <= limit && wanted > before) return wanted;
    if (wanted <= before) return new Date(before.getTime() + minute);
    const from = Math.max(before.getTime(), limit - 90 * minute);
    const drawn = from + Math.floor((limit - from) * (0.2 + 0.6 * this.draw.next()));
    return new Date(Math.max(drawn, before.getTime()) + 1000);
  }
}

import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { addWorkingDays, toLocalDate, workingDaysBetween } from "@rembuk/domain/calendars/working-days";
import { type Html, html } from "./plain-html";

/** More cells than this are too thin to count; the words say the rest. */
const MOST_CELLS = 60;
const WIDTH = 540;
const DAY_GAP = 2;
const WEEK_GAP = 7;

export interface BandDates {
  readonly receivedAt: Date;
  readonly dueAt: Date;
  /** Now, or when it was settled. */
  readonly readAt: Date;
}

interface Cell {
  readonly x: number;
  readonly look: string;
  readonly isNow: boolean;
}

/** Monday-based week of an ISO day, to leave a wider gap between two of them. */
const weekOf = (date: string): number =>
  Math.floor((Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 3) / 7);

function cells(dates: BandDates, calendar: WorkingCalendar) {
  const received = toLocalDate(dates.receivedAt, calendar.zone);
  const today = toLocalDate(dates.readAt, calendar.zone);
  const due = workingDaysBetween(received, toLocalDate(dates.dueAt, calendar.zone), calendar);
  const used = Math.max(0, workingDaysBetween(received, today, calendar));
  const count = Math.min(MOST_CELLS, Math.max(1, due, used));
  const drawn: Cell[] = [];
  let x = 1;
  let before: number | null = null;
  for (let n = 1; n <= count; n += 1) {
    const date = addWorkingDays(received, n, calendar);
    const week = weekOf(date);
    if (before !== null) x += week === before ? DAY_GAP : WEEK_GAP;
    before = week;
    const shade = n % 2 === 0 ? " alt" : "";
    const look = n <= used ? (n > due ? "late" : `done${shade}`) : "todo";
    drawn.push({ x, look, isNow: n === used });
    x += 1;
  }
  return { drawn, due: Math.min(due, count), first: addWorkingDays(received, 1, calendar), gaps: x };
}

/** One cell a working day, as one drawing; the sentence beside it says the same. */
export function bandDrawing(dates: BandDates, calendar: WorkingCalendar, label: string): Html {
  const { drawn, due, gaps } = cells(dates, calendar);
  // `x` counted gaps in px and days as 1: the rest of the width is shared by the days.
  const room = WIDTH - 6 - (gaps - 1 - drawn.length);
  const width = room / drawn.length;
  const at = (cell: Cell, index: number) => cell.x - index + index * width;
  const boxes = drawn.map(
    (cell, index) =>
      html`<rect class="${cell.look}" x="${at(cell, index).toFixed(1)}" y="4" width="${width.toFixed(1)}" height="16"/>`,
  );
  const nowAt = drawn.findIndex((cell) => cell.isNow);
  const now = drawn[nowAt];
  const last = drawn[due - 1];
  return html`<svg class="band" viewBox="0 0 ${WIDTH} 24" preserveAspectRatio="none" role="img" aria-label="${label}"><defs><pattern id="hatch" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="var(--bad-soft)"/><rect width="3" height="6" fill="var(--bad)"/></pattern></defs>${boxes}${
    now &&
    html`<rect x="${(at(now, nowAt) - 0.5).toFixed(1)}" y="2" width="${(width + 1).toFixed(1)}" height="20" fill="none" stroke="var(--text)" stroke-width="2"/>`
  }${
    last &&
    html`<rect x="${(at(last, due - 1) + width + 1).toFixed(1)}" y="0" width="2.5" height="24" fill="var(--text)"/>`
  }</svg>`;
}

/** The first working day after receipt, ISO. */
export const firstWorkingDay = (receivedAt: Date, calendar: WorkingCalendar): string =>
  addWorkingDays(toLocalDate(receivedAt, calendar.zone), 1, calendar);

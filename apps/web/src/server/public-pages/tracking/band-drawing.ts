import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import {
  addWorkingDays,
  toLocalDate,
  workingDaysBetween,
} from "@rembuk/domain/calendars/working-days";
import { type Html, html } from "./plain-html";

/** More cells than this are too thin to count; the words say the rest. */
const MOST_CELLS = 60;
const WIDTH = 540;
/** Room for the frame of today and the post of the due day. */
const MARGIN = 3;
const DAY_GAP = 2;
const WEEK_GAP = 7;

export interface BandDates {
  readonly receivedAt: Date;
  readonly dueAt: Date;
  /** Now, or when it was settled. */
  readonly readAt: Date;
}

interface Cell {
  /** Gaps before this cell, together, px. */
  readonly gaps: number;
  readonly look: string;
}

/** Monday-based week of an ISO day, to leave a wider gap between two of them. */
const weekOf = (date: string): number =>
  Math.floor((Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 3) / 7);

function lookOf(n: number, used: number, due: number): string {
  if (n > used) return "todo";
  if (n > due) return "late";
  return n % 2 === 0 ? "done alt" : "done";
}

function daysOf(dates: BandDates, calendar: WorkingCalendar) {
  const { zone } = calendar;
  const received = toLocalDate(dates.receivedAt, zone);
  const until = (at: Date) => workingDaysBetween(received, toLocalDate(at, zone), calendar);
  const due = Math.max(1, until(dates.dueAt));
  const used = Math.max(0, until(dates.readAt));
  const cells: Cell[] = [];
  let gaps = 0;
  let before: number | null = null;
  for (let n = 1; n <= Math.min(MOST_CELLS, Math.max(due, used)); n += 1) {
    const week = weekOf(addWorkingDays(received, n, calendar));
    if (before !== null) gaps += week === before ? DAY_GAP : WEEK_GAP;
    before = week;
    cells.push({ gaps, look: lookOf(n, used, due) });
  }
  return { cells, due, used };
}

const hatch = html`<defs><pattern id="hatch" width="6" height="6" patternTransform="rotate(45)" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="var(--bad-soft)"/><rect width="3" height="6" fill="var(--bad)"/></pattern></defs>`;

/** One cell a working day, as one drawing; the sentence beside it says the same. */
export function bandDrawing(dates: BandDates, calendar: WorkingCalendar, label: string): Html {
  const { cells, due, used } = daysOf(dates, calendar);
  const width = (WIDTH - 2 * MARGIN - (cells.at(-1)?.gaps ?? 0)) / cells.length;
  const left = (cell: Cell, at: number) => MARGIN + cell.gaps + at * width;
  const boxes = cells.map(
    (cell, at) =>
      html`<rect class="${cell.look}" x="${left(cell, at).toFixed(1)}" y="4" width="${width.toFixed(1)}" height="16"/>`,
  );
  const today = cells[used - 1];
  const last = cells[due - 1];
  const frame =
    today &&
    html`<rect x="${(left(today, used - 1) - 1).toFixed(1)}" y="2" width="${(width + 2).toFixed(1)}" height="20" fill="none" stroke="var(--text)" stroke-width="2"/>`;
  const post =
    last &&
    html`<rect x="${(left(last, due - 1) + width).toFixed(1)}" y="0" width="2" height="24" fill="var(--text)"/>`;
  return html`<svg class="band" viewBox="0 0 ${WIDTH} 24" preserveAspectRatio="none" role="img" aria-label="${label}">${hatch}${boxes}${frame}${post}</svg>`;
}

/** The first working day after receipt, ISO. */
export const firstWorkingDay = (receivedAt: Date, calendar: WorkingCalendar): string =>
  addWorkingDays(toLocalDate(receivedAt, calendar.zone), 1, calendar);

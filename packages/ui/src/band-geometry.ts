/**
 * Where things stand on the band of working days. Pure: dates in, columns out. Dates are ISO
 * days ("2026-11-20"), which compare as text. Columns count from 0 over the visible days.
 */

export interface BandDay {
  /** ISO day. Only working days have a column. */
  date: string;
  /** Short axis label, "Kam 12". */
  label: string;
  /** Full date for the table, "Kamis, 12 November 2026". */
  long: string;
}

export type StrandTone = "past" | "current" | "hold" | "nobody" | "referral" | "done";

export interface BandStrand {
  key: string;
  /** "Kasi Kessos, Hasnah · 3 dari 3 hk". */
  label: string;
  /** When there is little room, "Kasi Kessos 3/3". */
  shortLabel?: string;
  /** Who holds it, for the table of days. */
  holder: string;
  /** First working day of the strand. */
  from: string;
  /** Last working day; null while it runs. */
  to: string | null;
  tone: StrandTone;
  /** Last day in time; the days after it are hatched. */
  dueOn?: string;
  /** "lewat 2 hk" and "+2", printed on the hatched part. */
  lateLabel?: string;
  lateShortLabel?: string;
}

export interface Segment {
  start: number;
  /** Last column, inclusive. */
  end: number;
  late: boolean;
}

/** Working days shown at once; older ones are left off and counted. */
export const MOST_COLUMNS = 80;

/** The last `most` days, and how many were left off before them. */
export function visibleDays(days: readonly BandDay[], most = MOST_COLUMNS) {
  const omitted = Math.max(0, days.length - most);
  return { days: days.slice(omitted), omitted };
}

/** Column of the first day on or after `date`; `days.length` when all are earlier. */
export function columnFrom(days: readonly BandDay[], date: string): number {
  const at = days.findIndex((day) => day.date >= date);
  return at === -1 ? days.length : at;
}

/** Column of the last day on or before `date`; -1 when all are later. */
export function columnUntil(days: readonly BandDay[], date: string): number {
  return days.findLastIndex((day) => day.date <= date);
}

/** Number of the ISO week, good enough to tell two neighbouring working days apart. */
function weekOf(date: string): number {
  const mondayBased = Math.floor(Date.parse(`${date}T00:00:00Z`) / 86_400_000) + 3;
  return Math.floor(mondayBased / 7);
}

/** True for columns that start a new calendar week (a wider gap goes before them). */
export function weekStarts(days: readonly BandDay[]): boolean[] {
  return days.map((day, at) => {
    const before = days[at - 1];
    return before !== undefined && weekOf(before.date) !== weekOf(day.date);
  });
}

/**
 * `grid-template-columns` for the days, with a gap column before each new week, and the grid line
 * (1-based, after `offset` leading columns) at which each day's column starts.
 */
export function gridColumns(days: readonly BandDay[], offset: number) {
  const parts: string[] = [];
  const lines: number[] = [];
  for (const [at, startsWeek] of weekStarts(days).entries()) {
    if (startsWeek) {
      parts.push("var(--week-gap)");
    }
    parts.push("minmax(0,1fr)");
    lines[at] = parts.length + offset;
  }
  return { template: parts.join(" "), lines };
}

/** The pieces of a strand: in time, then late. Empty when no working day falls in it. */
export function segmentsOf(
  days: readonly BandDay[],
  strand: Pick<BandStrand, "from" | "to" | "dueOn">,
  until: string,
): Segment[] {
  const start = columnFrom(days, strand.from);
  const end = columnUntil(days, strand.to ?? until);
  if (end < start) {
    return [];
  }
  const lastInTime = strand.dueOn === undefined ? end : columnUntil(days, strand.dueOn);
  if (lastInTime >= end) {
    return [{ start, end, late: false }];
  }
  if (lastInTime < start) {
    return [{ start, end, late: true }];
  }
  return [
    { start, end: lastInTime, late: false },
    { start: lastInTime + 1, end, late: true },
  ];
}

export interface AxisLabel {
  column: number;
  text: string;
  kind: "day" | "due" | "today";
}

/**
 * Labels over the axis. Up to 7 days each has its date; up to 25 the first day of each week and
 * the due day; beyond that each fifth day by number ("H1", "H6"), and the due day if `markDue`.
 */
export function axisLabels(
  days: readonly BandDay[],
  options: { due: number; today: number; omitted: number; prefix: string; markDue?: boolean },
): AxisLabel[] {
  const { due, today, omitted, prefix, markDue = false } = options;
  const kindOf = (at: number) => (at === today ? "today" : at === due ? "due" : "day");
  if (days.length <= 7) {
    return days.map((day, column) => ({ column, text: day.label, kind: kindOf(column) }));
  }
  if (days.length > 25) {
    return days.flatMap((_, column): AxisLabel[] => {
      const text = `${prefix}${column + omitted + 1}`;
      if (markDue && column === due) {
        return [{ column, text, kind: "due" }];
      }
      const crowded = markDue && Math.abs(due - column) < 15;
      const fifth = (column + omitted) % 5 === 0;
      return fifth && !crowded ? [{ column, text, kind: "day" }] : [];
    });
  }
  const starts = weekStarts(days);
  return days.flatMap((day, column) => {
    const opensWeek = column === 0 || starts[column] === true;
    const crowded = column !== due && Math.abs(due - column) < 3;
    const shown = column === due || (opensWeek && !crowded);
    return shown ? [{ column, text: day.label, kind: kindOf(column) }] : [];
  });
}

/** The smallest container width (a step of `FIT_STEPS`, px) in which `text` fits on a strand. */
export function fitStep(text: string, steps: readonly number[]): number {
  const width = text.length * 6 + 14;
  return steps.find((step) => step >= width) ?? steps.at(-1) ?? 0;
}

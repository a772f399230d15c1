import { describe, expect, it } from "vitest";
import {
  axisLabels,
  type BandDay,
  columnFrom,
  columnUntil,
  gridColumns,
  segmentsOf,
  visibleDays,
  weekStarts,
} from "./band-geometry";

/** November 2026: the 9th is a Monday. */
function workingDays(first: string, count: number, skip: string[] = []): BandDay[] {
  const days: BandDay[] = [];
  for (let at = Date.parse(`${first}T00:00:00Z`); days.length < count; at += 86_400_000) {
    const date = new Date(at).toISOString().slice(0, 10);
    const weekend = new Date(at).getUTCDay() % 6 === 0;
    if (!weekend && !skip.includes(date)) {
      days.push({ date, label: date.slice(5), long: date });
    }
  }
  return days;
}

const fourteen = workingDays("2026-11-09", 14);

describe("columns", () => {
  it("puts a gap before each new week only", () => {
    const at = weekStarts(fourteen).flatMap((starts, column) => (starts ? [column] : []));
    expect(at).toEqual([5, 10]);
    const grid = gridColumns(fourteen, 1);
    expect(grid.template.split(" ").filter((part) => part === "var(--week-gap)")).toHaveLength(2);
    expect(grid.lines.slice(0, 7)).toEqual([2, 3, 4, 5, 6, 8, 9]);
  });

  it("sees the week change over a holiday on Monday and over the new year", () => {
    const days = workingDays("2026-12-30", 4, ["2027-01-01", "2027-01-04"]);
    expect(days.map((day) => day.date.slice(5))).toEqual(["12-30", "12-31", "01-05", "01-06"]);
    expect(weekStarts(days)).toEqual([false, false, true, false]);
  });

  it("snaps dates without a column to the nearest day inside", () => {
    expect(columnFrom(fourteen, "2026-11-14")).toBe(5);
    expect(columnUntil(fourteen, "2026-11-15")).toBe(4);
    expect(columnUntil(fourteen, "2026-11-08")).toBe(-1);
    expect(columnFrom(fourteen, "2027-01-01")).toBe(14);
  });

  it("shows the last 80 days and counts the rest", () => {
    const { days, omitted } = visibleDays(workingDays("2026-01-05", 100));
    expect([days.length, omitted]).toEqual([80, 20]);
  });
});

describe("strands", () => {
  const segments = (from: string, to: string | null, dueOn?: string) =>
    segmentsOf(fourteen, { from, to, dueOn }, "2026-11-20");

  it("runs to today while open", () => {
    expect(segments("2026-11-11", null)).toEqual([{ start: 2, end: 9, late: false }]);
  });

  it("hatches the days after the stage's due day", () => {
    expect(segments("2026-11-11", null, "2026-11-17")).toEqual([
      { start: 2, end: 6, late: false },
      { start: 7, end: 9, late: true },
    ]);
  });

  it("is late throughout when it was due before it began", () => {
    expect(segments("2026-11-18", null, "2026-11-17")).toEqual([{ start: 7, end: 9, late: true }]);
  });

  it("is empty when it passed within one day", () => {
    expect(segments("2026-11-12", "2026-11-11")).toEqual([]);
  });
});

describe("axis", () => {
  const label = (count: number, due: number) =>
    axisLabels(workingDays("2026-11-09", count), { due, today: 1, omitted: 0, prefix: "H" });

  it("dates each of five days", () => {
    expect(label(5, 4).map((one) => one.kind)).toEqual(["day", "today", "day", "day", "due"]);
  });

  it("marks Mondays and the due day of fourteen", () => {
    expect(label(14, 13).map((one) => one.column)).toEqual([0, 5, 10, 13]);
  });

  it("leaves out a Monday that would touch the due day", () => {
    expect(label(12, 11).map((one) => one.column)).toEqual([0, 5, 11]);
  });

  it("numbers each fifth of sixty", () => {
    expect(label(60, 59).map((one) => one.text)).toEqual(
      [1, 6, 11, 16, 21, 26, 31, 36, 41, 46, 51, 56].map((day) => `H${day}`),
    );
  });
});

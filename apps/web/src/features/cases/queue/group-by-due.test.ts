import { describe, expect, it } from "vitest";
import { dueGroup, groupByDue } from "./group-by-due";

// Friday 20 November 2026, 10:12 WITA.
const now = new Date("2026-11-20T02:12:00Z");
const row = (dueAt: string, status = "in_progress") => ({ dueAt: new Date(dueAt), status });

describe("the groups of the queue", () => {
  it("goes by the day on the office's wall, not by UTC", () => {
    // 16:30 UTC is half past midnight of Saturday in WITA, and still Friday in WIB.
    const due = row("2026-11-20T16:30:00Z");
    expect(dueGroup(due, now, "WITA")).toBe("week");
    expect(dueGroup(due, now, "WIB")).toBe("today");
  });

  it("is late from the minute of the deadline", () => {
    expect(dueGroup(row("2026-11-20T02:12:00Z"), now, "WITA")).toBe("late");
    expect(dueGroup(row("2026-11-20T02:13:00Z"), now, "WITA")).toBe("today");
  });

  it("keeps a held case apart", () => {
    expect(dueGroup(row("2026-11-01T00:00:00Z", "on_hold"), now, "WITA")).toBe("held");
  });

  it("puts headings in order of urgency and keeps the order of rows", () => {
    const rows = [
      row("2026-11-01T00:00:00Z", "on_hold"),
      row("2026-11-18T00:00:00Z"),
      row("2026-12-18T00:00:00Z"),
      row("2026-11-19T00:00:00Z"),
    ];
    const groups = groupByDue(rows, now, "WITA");
    expect(groups.map((g) => g.group)).toEqual(["late", "later", "held"]);
    expect(groups[0]?.rows).toEqual([rows[1], rows[3]]);
  });
});

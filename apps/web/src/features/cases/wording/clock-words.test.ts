import type { ClockReading } from "@rembuk/domain/cases/sla";
import { describe, expect, it } from "vitest";
import { clockLook, clockPhrase, usedShare } from "./clock-words";

const clock = (over: Partial<ClockReading>): ClockReading => ({
  usedDays: 3,
  limitDays: 14,
  daysLeft: 11,
  state: "on-time",
  heldDays: 0,
  ...over,
});

describe("the words of a clock", () => {
  it("counts the days left, today, late", () => {
    expect(clockPhrase(clock({}))).toEqual({ key: "left", days: 11 });
    expect(clockPhrase(clock({ daysLeft: 0, state: "due-today" })).key).toBe("today");
    expect(clockPhrase(clock({ daysLeft: -3, state: "late" }))).toEqual({ key: "late", days: 3 });
  });

  it("never hides a missed deadline behind a pause or an end", () => {
    expect(clockPhrase(clock({ daysLeft: -2, state: "stopped" })).key).toBe("late");
    expect(clockLook(clock({ daysLeft: -1, state: "held" }))).toBe("late");
  });

  it("says how long a settled case took", () => {
    expect(clockPhrase(clock({ state: "stopped", usedDays: 5 }))).toEqual({ key: "done", days: 5 });
  });

  it("keeps the share between nothing and all", () => {
    expect(usedShare(clock({ usedDays: 7 }))).toBe(0.5);
    expect(usedShare(clock({ usedDays: 20 }))).toBe(1);
    expect(usedShare(clock({ limitDays: 0, daysLeft: -1 }))).toBe(1);
  });
});

import { describe, expect, it } from "vitest";
import { ageStarts, caseSpansAt, nearDays, receivedSpan } from "./case-spans";
import { decreedCalendar } from "./decreed-calendar.fixture";
import { toLocalDate, workingDaysBetween } from "./working-days";

const zone = "WITA";
const calendar = decreedCalendar(zone);
// Friday 20 November 2026, 10:12.
const now = new Date("2026-11-20T02:12:00Z");
const today = toLocalDate(now, zone);
const spans = caseSpansAt(calendar, now);
const hour = 3_600_000;

describe("where lists part their cases", () => {
  it("two working days ahead ends with the Tuesday that follows a Friday", () => {
    const last = toLocalDate(new Date(spans.nearUntil.getTime() - 1), zone);
    expect(last).toBe("2026-11-24");
    expect(workingDaysBetween(today, last, calendar)).toBe(nearDays);
  });

  it("puts every instant of two years under one age, the one that its working days say", () => {
    for (let hoursAgo = 1; hoursAgo < 17_000; hoursAgo += 7) {
      const at = new Date(now.getTime() - hoursAgo * hour);
      const days = workingDaysBetween(toLocalDate(at, zone), today, calendar);
      const found = ageStarts.flatMap((_, age) => {
        const { from, before } = receivedSpan(age, spans);
        return (from === null || at >= from) && (before === null || at < before) ? [age] : [];
      });
      expect([at, found]).toEqual([at, [ageStarts.findLastIndex((start) => days >= start)]]);
    }
  });
});

import { expect, it } from "vitest";
import { hoursLeft, requestDueAt } from "./subject-requests";

it("has 72 hours by the calendar, weekends and nights in them", () => {
  const friday = new Date("2026-11-20T16:30:00+08:00");
  const dueAt = requestDueAt(friday);
  expect(dueAt).toEqual(new Date("2026-11-23T16:30:00+08:00"));
  expect(hoursLeft(dueAt, friday)).toBe(72);
  expect(hoursLeft(dueAt, new Date("2026-11-23T16:00:00+08:00"))).toBe(0);
  expect(hoursLeft(dueAt, new Date("2026-11-23T16:31:00+08:00"))).toBe(-1);
});

import { expect, it } from "vitest";
import { minutesOf, timeOf, weekOf } from "./calendar-data";

it("reads and writes times of a week", () => {
  expect(timeOf(485)).toBe("08:05");
  expect(minutesOf("08:05")).toBe(485);
  expect(minutesOf("8")).toBeNull();
  expect(weekOf(6, "08:00", "14:00")?.map((d) => d.weekday)).toEqual([1, 2, 3, 4, 5, 6]);
  expect(weekOf(5, "14:00", "08:00")).toBeNull();
});

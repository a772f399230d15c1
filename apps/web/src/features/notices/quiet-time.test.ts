import { describe, expect, it } from "vitest";
import { minutesOf, timeOf } from "./quiet-time";

describe("a time of day", () => {
  it("goes to minutes and back, every minute", () => {
    for (let minutes = 0; minutes < 1440; minutes += 1)
      expect(minutesOf(timeOf(minutes))).toBe(minutes);
  });

  it("is none when it is empty or impossible", () => {
    for (const text of ["", "24:00", "12:60", "9:00", "noon"]) expect(minutesOf(text)).toBeNull();
  });
});

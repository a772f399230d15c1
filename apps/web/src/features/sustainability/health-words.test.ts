import { describe, expect, it } from "vitest";
import { beatsOf, daysUntil, healthHref, parseHealth, pulseWords } from "./health-words";

describe("the board's address", () => {
  it("says what is looked at, and forgets what it does not know", () => {
    const view = {
      subdistrictCode: "35.20.08",
      rating: "at_risk",
      frail: true,
      isTable: true,
      chosenId: "0193a1b2-0000-7000-8000-00000000000a",
    } as const;
    const href = healthHref(view);
    expect(href).toBe(
      "/inovasi/kesehatan?kecamatan=35.20.08&penilaian=at_risk&tanda=rapuh&denyut=angka&inovasi=0193a1b2-0000-7000-8000-00000000000a",
    );
    expect(parseHealth(new URL(href, "http://rembuk.test").searchParams)).toEqual(view);
    const nothing = parseHealth(
      new URLSearchParams("kecamatan=Halong&penilaian=baik&tanda=x&inovasi=1"),
    );
    expect(healthHref(nothing)).toBe("/inovasi/kesehatan");
  });
});

describe("the pulse in numbers", () => {
  it("counts the weeks of each step and finds the last that has a record", () => {
    expect(pulseWords([0, 1, 3, 2, 1, 0, 0])).toEqual({
      ...{ none: 3, few: 2, some: 1, many: 1, weeksAgo: 2 },
    });
    expect(pulseWords([0, 0]).weeksAgo).toBeNull();
  });

  it("sets the weeks with a record of this quarter beside those of the one before", () => {
    const before = [3, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0] as const;
    const latest = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 2] as const;
    expect(beatsOf([...before, ...latest])).toEqual({ before: 4, latest: 1 });
    expect(beatsOf([])).toBeNull();
  });

  it("counts days across the end of a month", () => {
    expect(daysUntil("2026-12-02", "2026-11-28")).toBe(4);
    expect(daysUntil("2026-11-13", "2026-11-20")).toBe(-7);
  });
});

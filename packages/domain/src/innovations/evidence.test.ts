import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownOutside, trendsOf } from "./evidence";

const counts = (cases: number, solved: number, people = 0) => ({
  ...{ cases, solved, people, trips: 2, weeks: [0, 3, 12], latest: [], before: [] },
});

describe("evidence outside the office", () => {
  it.each([
    [counts(0, 0), { cases: 0, solved: 0 }],
    [counts(4, 0), { cases: null, solved: null }],
    [counts(20, 5), { cases: 20, solved: 5 }],
    [counts(20, 3), { cases: 20, solved: null }],
    // What is not solved would be two.
    [counts(20, 18), { cases: 20, solved: null }],
    [counts(20, 20, 4), { cases: 20, solved: 20, people: null }],
  ])("of %j shows %j", (given, shown) => {
    expect(shownOutside(given)).toMatchObject(shown);
  });

  it("hides weeks that are too small, and counts trips, which are no people", () => {
    expect(shownOutside(counts(9, 0))).toMatchObject({ trips: 2, weeks: [0, null, 12] });
  });

  it("never gives away a number from 1 to 4 of anybody", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), fc.nat(40), (a, b, people) => {
        const shown = shownOutside(counts(Math.max(a, b), Math.min(a, b), people));
        const isSmall = (n: number | null) => n !== null && n > 0 && n < 5;
        expect([shown.cases, shown.solved, shown.people].some(isSmall)).toBe(false);
        if (shown.cases !== null && shown.solved !== null)
          expect(isSmall(shown.cases - shown.solved)).toBe(false);
      }),
      { numRuns: 500, seed: 20261122 },
    );
  });
});

describe("the trend of a figure", () => {
  const halves = { latest: [12, 7, 2, 3], before: [12, 9, 1, 8] };

  it("lays the last half year beside the one before it", () => {
    const told = { cases: "same", solved: "down", trips: "up", people: "down" };
    expect(trendsOf(halves, true)).toEqual(told);
    expect(trendsOf({ latest: [], before: [] }, true)).toEqual({
      ...{ cases: null, solved: null, trips: null, people: null },
    });
  });

  it("says nothing outside the office of a half year with one to four in it", () => {
    expect(trendsOf(halves, false)).toMatchObject({ people: null, solved: "down", trips: "up" });
    expect(trendsOf({ latest: [9, 0, 0, 0], before: [4, 0, 0, 0] }, false).cases).toBeNull();
  });
});

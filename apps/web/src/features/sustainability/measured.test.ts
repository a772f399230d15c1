import { describe, expect, it } from "vitest";
import { type MeasuredInnovation, measured } from "./measured";

const parts: MeasuredInnovation["parts"] = {
  ...{ budget: [], team: [], awards: [], decrees: [], meetings: [] },
  operations: { categories: ["VIL-FAC"], countsTrips: true },
};
const evidence: NonNullable<MeasuredInnovation["evidence"]> = {
  ...{ cases: 40, solved: null, trips: 2, people: 881 },
  weeks: [...Array<number>(13).fill(0), null, ...Array<number>(12).fill(3)],
  trends: { cases: "up", solved: null, trips: "same", people: "down" },
  ...{ countedAt: new Date("2026-11-23T01:00:00Z"), since: "2022-06-01" },
};
const decree = { number: "188", subject: "Tim", startsOn: "2022-01-01" };
const of = (change: Partial<MeasuredInnovation["parts"]>): MeasuredInnovation => ({
  ...{ evidence, parts: { ...parts, ...change } },
});
const read = (measure: Parameters<typeof measured>[0], innovation = of({})) =>
  measured(measure, innovation, undefined, "2026-11-23");

describe("what is measured beside a criterion", () => {
  it("is the count with its trend, or that there are few", () => {
    expect(read("people")).toEqual([{ key: "people", values: { value: 881 }, trend: "down" }]);
    expect(read("solved")).toEqual([{ key: "small", values: { what: "solved" }, trend: null }]);
    expect(read("cases", { evidence: null, parts })).toEqual([]);
    const trips = of({ operations: { categories: [], countsTrips: true } });
    expect([read("cases", trips), read("solved", trips)]).toEqual([[], []]);
    const cases = of({ operations: { categories: ["VIL-FAC"], countsTrips: false } });
    expect([read("people", cases), read("trips", cases)]).toEqual([[], []]);
  });

  it("counts weeks in which something happened, also where it may not be told how much", () => {
    const values = { now: 13, before: 0, weeks: 13 };
    expect(read("activity")).toEqual([{ key: "activity", values, trend: "up" }]);
    const nothing = of({ operations: { categories: [], countsTrips: false } });
    expect(read("activity", nothing)).toEqual([]);
  });

  it("reads the SK that holds longest, and this year's budget", () => {
    expect(read("decree")).toMatchObject([{ key: "noDecree" }]);
    const ends = (...days: (string | null)[]) =>
      of({ decrees: days.map((endsOn) => ({ ...decree, endsOn })) });
    expect(read("decree", ends("2025-12-31", "2027-12-31"))).toMatchObject([
      { key: "decree", values: { day: "2027-12-31" } },
    ]);
    expect(read("decree", ends("2025-12-31"))).toMatchObject([{ key: "decreeOver" }]);
    expect(read("decree", ends("2025-12-31", null))).toMatchObject([{ key: "decreeEndless" }]);
    expect(read("budget")).toMatchObject([{ key: "noBudget", values: { year: "2026" } }]);
    const money = { source: "APBD", amount: 24_000_000 };
    expect(read("budget", of({ budget: [{ ...money, year: 2026 }] }))).toMatchObject([
      { key: "budget", values: { amount: 24_000_000 } },
    ]);
  });

  it("reads the commitments of coaching where the reader sees them", () => {
    const standing = { innovationId: "i", verified: 1, all: 2, late: 0 };
    expect(measured("commitments", of({}), standing, "2026-11-23")).toMatchObject([
      { key: "commitments", values: { verified: 1, all: 2 } },
    ]);
    expect(read("commitments")).toEqual([]);
  });
});

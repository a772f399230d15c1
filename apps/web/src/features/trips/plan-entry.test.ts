import { describe, expect, it } from "vitest";
import {
  emptyActivity,
  emptyCrew,
  emptyGoods,
  type PlanEntry,
  planCommand,
  planEntryOf,
  planProblems,
} from "./plan-entry";
import { wholeNumber } from "./whole-number";

const place = { subdistrictCode: "63.11.02", trip: null };
const id = "0b6f5c0e-93a5-4a8e-8a1c-2f6f6a1d2c3b";
const entry = (change: Partial<PlanEntry> = {}): PlanEntry => ({
  ...planEntryOf(null, "2026-11-26"),
  purpose: "Antar bantuan beras",
  villages: ["63.11.02.2014"],
  ...change,
});
const problemsOf = (change: Partial<PlanEntry>) =>
  Object.fromEntries(planProblems(planCommand(entry(change), place, id)));

describe("the form of a trip", () => {
  it("takes a plan with nothing but its purpose, days and villages", () => {
    expect(problemsOf({})).toEqual({});
  });

  it("names the line that is not whole", () => {
    const crew = [{ ...emptyCrew(), name: "Rusmiati", position: "Kasi" }, emptyCrew()];
    expect(problemsOf({ crew })).toEqual({ "crew.1": "crew" });
    const goods = [{ ...emptyGoods("2026-11-20"), name: "Beras", received: "empat puluh" }];
    expect(problemsOf({ goods })).toEqual({ "goods.0": "goods" });
    expect(problemsOf({ activities: [emptyActivity()] })).toEqual({ "activities.0": "activities" });
  });

  it("wants the days in order, and a purpose", () => {
    expect(problemsOf({ endsOn: "2026-11-25" })).toEqual({ endsOn: "dates" });
    expect(problemsOf({ purpose: " x " })).toEqual({ purpose: "purpose" });
  });
});

describe("a count", () => {
  it.each([
    ["40", 40],
    [" 1.250 ", 1250],
    ["1.25", null],
    ["-1", null],
    ["", null],
    ["4,5", null],
  ])("%j is %j", (text, number) => {
    expect(wholeNumber(text)).toBe(number);
  });
});

import { describe, expect, it } from "vitest";
import { yearContent, yearEntryOf, yearProblems } from "./year-entry";

const whole = {
  ...{ id: "IGA-2027", implementedFrom: "2025-01-01", implementedTo: "2026-12-31" },
  ...{ designWords: "300", source: "Surat BSKDN", isActive: true },
};

describe("the form of a year of assessment", () => {
  it("is empty for a new one, and names what is missing", () => {
    expect(yearProblems(yearEntryOf(null))).toEqual([
      ...["id", "implementedFrom", "implementedTo", "designWords", "source"],
    ]);
    expect(yearProblems(whole)).toEqual([]);
    expect(yearContent(whole)).toMatchObject({ id: "IGA-2027", designWords: 300 });
  });

  it("refuses a period that ends before it begins, and a name that is no year", () => {
    expect(yearProblems({ ...whole, implementedTo: "2024-12-31" })).toEqual(["implementedTo"]);
    expect(yearProblems({ ...whole, id: "2027" })).toEqual(["id"]);
    expect(yearProblems({ ...whole, designWords: "tiga ratus" })).toEqual(["designWords"]);
  });
});

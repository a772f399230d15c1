import { describe, expect, it } from "vitest";
import { type BatchEntry, batchOf, batchProblems, emptyBatch } from "./batch-entry";

const whole: BatchEntry = {
  ...{ title: "Pembinaan SKK 2023", award: "SKK 2023", giver: "Gubernur", year: "2023" },
  ...{ startsOn: "2024-10-21", endsOn: "2024-11-02", innovationIds: ["i"] },
  team: "Satria Bima; Biro POD; jatim.pembina\nDwi Contoh; BRIDA",
};

describe("a batch as it is typed", () => {
  it("names every field that is missing or wrong", () => {
    expect(batchProblems(emptyBatch)).toEqual([
      ...["title", "award", "giver", "year", "startsOn", "endsOn", "team", "innovationIds"],
    ]);
    expect(batchProblems(whole)).toEqual([]);
    expect(batchProblems({ ...whole, endsOn: "2024-10-01" })).toEqual(["endsOn"]);
    expect(batchProblems({ ...whole, team: "Tanpa lembaga" })).toEqual(["team"]);
  });

  it("is sent with its team line by line and its institutions once each", () => {
    expect(batchOf(whole, () => "id")).toMatchObject({
      institutions: ["Biro POD", "BRIDA"],
      award: { year: 2023 },
      team: [
        { name: "Satria Bima", username: "jatim.pembina" },
        { name: "Dwi Contoh", username: null },
      ],
    });
  });
});

import { describe, expect, it } from "vitest";
import {
  byDistance,
  bySignal,
  costOfReceipt,
  noReach,
  perHundredFamilies,
  publishedClaimOf,
  travelSaved,
  type VillageReach,
} from "./impact";

const village = (code: string, change: Partial<VillageReach>): VillageReach => ({
  ...{ ...noReach, code, families: 100, facts: null },
  ...change,
});
const at = (hoursToOffice: number, signal: "data" | "none" = "none") => ({ hoursToOffice, signal });

describe("the same access, wherever they live", () => {
  const villages = [
    village("a", { receipts: 30, families: 200, facts: at(0.5, "data") }),
    village("b", { receipts: 12, families: 60, facts: at(2) }),
    village("c", { receipts: 8, families: 40, facts: at(3.5) }),
    village("d", { receipts: 4 }),
  ];
  it("puts far villages beside near ones, by their families and not by their number", () => {
    expect(byDistance(villages)).toEqual([
      { distance: "near", villages: 1, families: 200, receipts: 30, perHundred: 15 },
      { distance: "far", villages: 2, families: 100, receipts: 20, perHundred: 20 },
      { distance: "unknown", villages: 1, families: 100, receipts: 4, perHundred: 4 },
    ]);
    expect(bySignal(villages).map(({ signal, perHundred }) => [signal, perHundred])).toEqual([
      ["data", 15],
      ["none", 20],
      ["unknown", 4],
    ]);
  });
  it("says nothing of a village whose families nobody has entered", () => {
    expect(perHundredFamilies(7, 0)).toBeNull();
    expect(perHundredFamilies(1, 3)).toBe(33.3);
  });
});

describe("travel saved", () => {
  it("is the way there and back for each person and day, where the distance is known", () => {
    const villages = [
      village("a", { journeys: 10, facts: at(1.5) }),
      village("b", { journeys: 3, facts: at(0.25) }),
      village("c", { journeys: 7 }),
    ];
    expect(travelSaved(villages)).toEqual({ journeys: 13, hours: 32, unknown: 7 });
  });
});

describe("cost of a receipt", () => {
  it("is whole rupiah, and nothing where nobody received anything", () => {
    expect(costOfReceipt(850_000, 36)).toBe(23_611);
    expect(costOfReceipt(850_000, 0)).toBeNull();
  });
});

it("knows what the press says of Halong, and of nobody else", () => {
  expect(publishedClaimOf("63.11.02")).toEqual({ from: 281, to: 880, since: 2024 });
  expect(publishedClaimOf("63.11.07")).toBeNull();
});

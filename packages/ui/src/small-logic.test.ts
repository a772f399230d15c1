import { describe, expect, it } from "vitest";
import { initialsOf } from "./avatar";
import { matchRange, rankMatches } from "./text-match";
import { neighbour, quantileBounds, stepOf, stepRanges } from "./tile-steps";
import { gridValues, linePath } from "./trend-scale";

describe("tile steps", () => {
  it("fills 0 to 5 or more", () => {
    expect([0, 1, 4, 5, 12].map((count) => stepOf(count))).toEqual([0, 1, 4, 5, 5]);
    expect(stepRanges()).toEqual(["0", "1", "2", "3", "4", "5+"]);
  });

  it("spreads big counts by quantiles with printed ranges", () => {
    const bounds = quantileBounds([3, 8, 12, 20, 31, 40, 55, 70, 90, 120]);
    expect(bounds).toEqual([0, 8, 20, 40, 70]);
    expect(stepRanges(bounds)).toEqual(["0", "1–8", "9–20", "21–40", "41–70", "71+"]);
    expect(quantileBounds([1, 1, 1, 1, 1, 1, 30])).toEqual([0, 1, 2, 3, 4]);
  });

  it("moves in the drawn order, over holes", () => {
    const tiles = [
      { key: "a", column: 2, row: 1 },
      { key: "b", column: 1, row: 2 },
      { key: "c", column: 3, row: 2 },
    ];
    expect(neighbour(tiles, "b", "ArrowRight")).toBe("c");
    expect(neighbour(tiles, "c", "ArrowUp")).toBe("a");
    expect(neighbour(tiles, "a", "ArrowUp")).toBe("a");
  });
});

describe("matching names", () => {
  const villages = [
    { value: "63.11.07.2013", label: "Murung Jambu", note: ", Kec. Paringin Selatan" },
    { value: "63.11.07.2009", label: "Murung Abuin", note: ", Kec. Paringin Selatan" },
    { value: "63.11.02.2014", label: "Liyu", note: ", Kec. Halong" },
  ];
  const found = (text: string) => rankMatches(villages, text).map((village) => village.label);

  it("finds starts of words in name and note, and codes", () => {
    expect(found("mur ab")).toEqual(["Murung Abuin"]);
    expect(found("paringin")).toEqual(["Murung Jambu", "Murung Abuin"]);
    expect(found("63.11.02")).toEqual(["Liyu"]);
    expect(found("uin")).toEqual([]);
  });

  it("marks what was typed", () => {
    expect(matchRange("Murung Abuin", "MUR")).toEqual([0, 3]);
    expect(matchRange("Liyu", "")).toBeNull();
  });
});

it("initials leave out what stands in brackets", () => {
  expect(["Nurlaila (fiktif)", "Siti Aminah binti Ali", "Zaini"].map(initialsOf)).toEqual([
    "NU",
    "SA",
    "ZA",
  ]);
});

it("trend lines use round steps and break at gaps", () => {
  expect(gridValues(15)).toEqual([0, 5, 10, 15]);
  expect(gridValues(0)).toEqual([0, 1]);
  expect(linePath([1, null, 2, 3], (at, value) => [at, value])).toBe("M0.0 1.0M2.0 2.0L3.0 3.0");
});

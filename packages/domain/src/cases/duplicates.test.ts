import { describe, expect, it } from "vitest";
import { hintThreshold, likenessOf, mostHints, rankHints, tellingWords } from "./duplicates";

const report = {
  villageCode: "63.11.07.2001",
  categoryCode: "PUB-ROAD",
  title: "Jembatan gantung putus",
  description: "Warga tidak bisa lewat, jembatan putus diterjang banjir",
};
const other = (change: object = {}) => ({ ...report, isSamePerson: false, ...change });

describe("the words that are compared", () => {
  it("leave out those of every report and endings", () => {
    const told = "Mohon bantuan: jembatannya rusak, sudah dilaporkan warga desa. Jembatan itu";
    expect(new Set(tellingWords(told).keys())).toEqual(
      new Set(["bantu", "jembat", "rusak", "lapor"]),
    );
    expect(tellingWords(told).get("jembat")).toBe("jembatannya");
  });
});

describe("how alike two reports are", () => {
  it.each([
    ["the same report twice", {}, 85, true],
    ["and by the same person", { isSamePerson: true }, 100, true],
    ["in another village", { villageCode: "63.11.07.2002" }, 65, true],
    ["of a sibling category", { categoryCode: "PUB-WATER" }, 75, true],
    ["place and category alone", { title: "Lampu padam", description: "Tiang miring" }, 40, false],
    [
      "place, category and person with other words",
      { title: "Lampu padam", description: "Tiang miring", isSamePerson: true },
      60,
      true,
    ],
    [
      "the same words far away in another matter",
      { villageCode: "63.11.07.2002", categoryCode: "HLT-SVC" },
      45,
      true,
    ],
  ])("%s", (_, change, score, isHint) => {
    const likeness = likenessOf(report, other(change));
    expect(likeness.score).toBe(score);
    expect(rankHints(report, [other(change)])).toHaveLength(isHint ? 1 : 0);
    if (isHint) expect(likeness.score).toBeGreaterThanOrEqual(hintThreshold);
  });

  it("puts the most alike first and names only a few", () => {
    const many = Array.from({ length: 9 }, (_, i) => other(i === 7 ? { isSamePerson: true } : {}));
    const ranked = rankHints(report, many);
    expect(ranked).toHaveLength(mostHints);
    expect(ranked[0]?.likeness.samePerson).toBe(true);
  });
});

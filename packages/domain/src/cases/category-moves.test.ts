import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { category, supervisoryCategory } from "./case.fixture";
import { branchOf, type CategoryMove, decideMove, moveEffects } from "./category-moves";
import { deepestTree, effectiveRules, lineOf, type RuleVersion } from "./category-rules";

const now = new Date("2026-11-23T01:00:00Z");
const kecamatan = "63.11.07";
const master = [
  category(),
  category({ code: "WEL-FOOD", kind: "welfare_request", leadSectorCode: "DINSOS", verifyDays: 1 }),
  supervisoryCategory,
];
const own = (
  code: string,
  parentCode: string | null,
  change: Partial<RuleVersion> = {},
): RuleVersion => ({
  ...{ id: `v-${code}`, areaCode: kecamatan, categoryCode: code, parentCode, version: 1 },
  ...{ settings: { name: code }, isActive: true, inForceFrom: now },
  ...change,
});
/** A-1 under VIL-LPM, A-2 under A-1, B-1 under WEL-FOOD. */
const versions = [own("A-1", "VIL-LPM"), own("A-2", "A-1"), own("B-1", "WEL-FOOD")];
const move = (categoryCode: string, parentCode: string, known = versions) => {
  const latest = known
    .filter((v) => v.categoryCode === categoryCode && v.areaCode === kecamatan)
    .reduce<RuleVersion | null>((a, b) => (a && a.version > b.version ? a : b), null);
  const wanted: CategoryMove = { id: "next", areaCode: kecamatan, categoryCode, parentCode };
  return decideMove({ master, versions: known, now }, latest, wanted);
};

describe("a category under another parent", () => {
  it("is the next version with its own settings, in force at once", () => {
    expect(move("A-1", "WEL-FOOD")).toEqual({
      ...own("A-1", "WEL-FOOD"),
      ...{ id: "next", version: 2 },
    });
  });

  it("shows what it and those below it inherit from now on", () => {
    const effects = moveEffects({ master, versions, now }, move("A-1", "WEL-FOOD"));
    expect(effects.map((e) => [e.code, e.kindBefore, e.kindAfter])).toEqual([
      ["A-1", "village_problem", "welfare_request"],
      ["A-2", "village_problem", "welfare_request"],
    ]);
    for (const { changes } of effects) {
      expect(changes.map((c) => [c.field, c.before, c.after])).toEqual([
        ["leadSectorCode", "DPMD", "DINSOS"],
        ["verifyDays", 3, 1],
      ]);
    }
    const settled = [
      own("A-1", "VIL-LPM", { settings: { leadSectorCode: "DPMD", verifyDays: 2 } }),
    ];
    const kept = moveEffects({ master, versions: settled, now }, move("A-1", "WEL-FOOD", settled));
    expect(kept[0]?.changes.map((c) => c.field)).not.toContain("leadSectorCode");
  });

  it.each([
    ["itself", "A-1", "A-1", "RULE_CYCLE"],
    ["one below it", "A-1", "A-2", "RULE_CYCLE"],
    ["where it hangs", "A-2", "A-1", "RULE_UNCHANGED"],
    ["a category that is none", "A-1", "NONE", "CATEGORY_UNKNOWN"],
    ["a supervisory one", "A-1", "SUP-FRAUD", "RULE_LOCKED"],
  ])("is refused: %s", (_, code, parent, error) => {
    expect(() => move(code, parent)).toThrow(expect.objectContaining({ code: error }));
  });

  it("is refused for what the area did not make, and while a version waits", () => {
    expect(() => move("VIL-LPM", "WEL-FOOD")).toThrow(
      expect.objectContaining({ code: "RULE_NOT_MOVABLE" }),
    );
    const waiting = own("A-1", "VIL-LPM", { version: 2, inForceFrom: new Date("2027-01-01") });
    expect(() => move("A-1", "WEL-FOOD", [...versions, waiting])).toThrow(
      expect.objectContaining({ code: "RULE_VERSION_WAITING" }),
    );
  });

  it("is refused where the settings below it no longer go together", () => {
    const short = category({ code: "QUICK", resolutionDays: 5, followUpDays: 3 });
    const known = [own("A-1", "VIL-LPM"), own("A-2", "A-1", { settings: { verifyDays: 9 } })];
    const wanted = { id: "x", areaCode: kecamatan, categoryCode: "A-1", parentCode: "QUICK" };
    const ground = { master: [...master, short], versions: known, now };
    expect(() => decideMove(ground, known[0] ?? null, wanted)).toThrow(
      expect.objectContaining({ code: "RULE_MOVE_UNSOUND", details: { categoryCode: "A-2" } }),
    );
  });

  it("counts the depth of what another kecamatan hung below a category of the kabupaten", () => {
    const wide = own("K-1", "VIL-LPM", { areaCode: "63.11" });
    const deep = Array.from({ length: deepestTree - 2 }, (_, at) =>
      own(`C-${at + 1}`, at === 0 ? "K-1" : `C-${at}`, { areaCode: "63.11.08" }),
    );
    const wanted = { id: "x", areaCode: "63.11", categoryCode: "K-1", parentCode: "K-2" };
    const ground = {
      ...{ master, now },
      versions: [wide, own("K-2", "WEL-FOOD", { areaCode: "63.11" }), ...deep],
    };
    expect(() => decideMove(ground, wide, wanted)).toThrow(
      expect.objectContaining({ code: "RULE_TOO_DEEP" }),
    );
    expect(decideMove(ground, wide, { ...wanted, parentCode: "WEL-FOOD" }).version).toBe(2);
  });
});

describe("any number of moves", () => {
  it("leaves a tree: every category reaches the master within the depth", () => {
    const codes = ["A", "B", "C", "D", "E", "F"];
    const grown = codes.map((code, at) => own(code, at === 0 ? "VIL-LPM" : (codes[at - 1] ?? "")));
    const wanted = fc.tuple(
      fc.constantFrom(...codes),
      fc.constantFrom(...codes, "VIL-LPM", "WEL-FOOD"),
    );
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 25 }), (moves) => {
        let known: readonly RuleVersion[] = grown;
        for (const [code, parent] of moves) {
          try {
            known = [...known, move(code, parent, [...known])];
          } catch (error) {
            expect(["RULE_CYCLE", "RULE_UNCHANGED", "RULE_TOO_DEEP"]).toContain(
              (error as { code: string }).code,
            );
          }
        }
        const rules = effectiveRules(master, known, now);
        for (const code of codes) {
          const line = lineOf(rules, code);
          expect(["VIL-LPM", "WEL-FOOD"]).toContain(line.at(-1));
          expect(line.length).toBeLessThanOrEqual(deepestTree);
        }
        expect(branchOf(rules, "VIL-LPM").length + branchOf(rules, "WEL-FOOD").length).toBe(8);
      }),
    );
  });
});

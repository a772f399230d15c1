import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { category } from "./case.fixture";
import { effectiveRules, lineOf, type RuleVersion, ruleBelow } from "./category-rules";
import { type PrivacyMode, privacyModes } from "./model";
import { decideNewCategory, decideRuleVersion, onlySet, ownCategoryCode } from "./rule-changes";

const now = new Date("2026-11-23T01:00:00Z");
const later = new Date("2026-12-01T00:00:00Z");
const kecamatan = "63.11.07";
const master = [category(), category({ code: "WEL-FOOD", privacy: "ANONYMOUS" })];

const version = (change: Partial<RuleVersion> = {}): RuleVersion => ({
  id: `v${change.version ?? 1}-${change.areaCode ?? kecamatan}-${change.categoryCode ?? "VIL-LPM"}`,
  areaCode: kecamatan,
  categoryCode: "VIL-LPM",
  parentCode: null,
  version: 1,
  settings: {},
  isActive: true,
  inForceFrom: now,
  ...change,
});
const own = (code: string, parentCode: string, settings = {}): RuleVersion =>
  version({ categoryCode: code, parentCode, settings: { name: code, ...settings } });

describe("effective rules", () => {
  it("are the master's where nobody set anything", () => {
    const rule = effectiveRules(master, [], now).get("VIL-LPM");
    expect(rule).toMatchObject({ category: master[0], versionIds: [], isActive: true });
  });

  it("take the newest version that is in force, whatever the order", () => {
    const versions = [
      version({ version: 2, settings: { resolutionDays: 20 } }),
      version({ version: 1, settings: { resolutionDays: 10 } }),
      version({ version: 3, settings: { resolutionDays: 30 }, inForceFrom: later }),
    ];
    const daysAt = (at: Date) =>
      effectiveRules(master, versions, at).get("VIL-LPM")?.category.resolutionDays;
    expect([daysAt(now), daysAt(later)]).toEqual([20, 30]);
  });

  it("lay the kecamatan over the kabupaten and children over their parents", () => {
    const versions = [
      version({ settings: { verifyDays: 1 } }),
      version({ areaCode: "63.11", settings: { verifyDays: 2, resolutionDays: 9 } }),
      own("A-1", "VIL-LPM", { followUpDays: 3 }),
      own("A-2", "A-1"),
    ];
    const rules = effectiveRules(master, versions, now);
    expect(rules.get("A-2")?.category).toMatchObject({
      ...{ code: "A-2", verifyDays: 1, resolutionDays: 9, followUpDays: 3 },
    });
    expect(rules.get("A-2")?.sources.verifyDays).toEqual({ kind: "parent", code: "A-1" });
    expect(lineOf(rules, "A-2")).toEqual(["A-2", "A-1", "VIL-LPM"]);
  });

  it("switch children off with their parent, and end a loop instead of running round it", () => {
    const off = { ...own("A-1", "VIL-LPM"), isActive: false };
    const rules = effectiveRules(
      master,
      [off, own("A-2", "A-1"), own("X", "Y"), own("Y", "X")],
      now,
    );
    expect(rules.get("A-2")?.isActive).toBe(false);
    expect(rules.has("X")).toBe(false);
  });

  it("never lower privacy, however many layers try", () => {
    const mode = fc.constantFrom(...privacyModes);
    fc.assert(
      fc.property(mode, fc.array(mode, { maxLength: 6 }), (base, modes) => {
        const versions = modes.map((privacy, at) =>
          own(`A-${at}`, at === 0 ? "ROOT" : `A-${at - 1}`, { privacy }),
        );
        const rules = effectiveRules([category({ code: "ROOT", privacy: base })], versions, now);
        const rank = (m: PrivacyMode | undefined) => privacyModes.indexOf(m ?? "NORMAL");
        let floor = rank(base);
        for (const v of versions) {
          const is = rank(rules.get(v.categoryCode)?.category.privacy);
          expect(is).toBeGreaterThanOrEqual(floor);
          floor = is;
        }
      }),
    );
  });
});

describe("a change of a rule", () => {
  const below = ruleBelow(
    master,
    [],
    { areaCode: kecamatan, code: "VIL-LPM", parentCode: null },
    now,
  );
  if (!below) throw new Error("the fixture has this category");
  const change = {
    ...{ id: "n", areaCode: kecamatan, categoryCode: "VIL-LPM", isActive: true },
    ...{ settings: { resolutionDays: 10 }, inForceFrom: now },
  };
  const none = { count: 0, told: false };

  it("is the next version", () => {
    expect(decideRuleVersion(below, version({ version: 4 }), change, none).version).toBe(5);
  });

  it("may be withdrawn: settings that are empty again are a version too", () => {
    const latest = version({ settings: { resolutionDays: 10 } });
    const back = decideRuleVersion(below, latest, { ...change, settings: {} }, none);
    expect(back.settings).toEqual({});
  });

  it("reads null and absent as inherited", () => {
    expect(onlySet({ name: null, resolutionDays: 3 })).toEqual({ resolutionDays: 3 });
  });

  it("takes hours only where the category is always an emergency", () => {
    const settings = { emergencyHours: 2 };
    expect(() => decideRuleVersion(below, null, { ...change, settings }, none)).toThrow(
      "INPUT_INVALID",
    );
  });

  it("grows no tree deeper than eight levels", () => {
    const levels = [1, 2, 3, 4, 5, 6, 7].map((n) =>
      own(`A-${n}`, n === 1 ? "VIL-LPM" : `A-${n - 1}`),
    );
    const rules = effectiveRules(master, levels, now);
    const deepest = rules.get("A-7");
    const higher = rules.get("A-6");
    if (!deepest || !higher) throw new Error("seven levels stand");
    const child = { ...change, categoryCode: "A-8" };
    expect(decideNewCategory(rules, higher, child).parentCode).toBe("A-6");
    expect(() => decideNewCategory(rules, deepest, child)).toThrow("RULE_TOO_DEEP");
  });

  it("numbers own categories of an area one after the other", () => {
    expect(ownCategoryCode(kecamatan, [])).toBe("631107-01");
    expect(ownCategoryCode(kecamatan, ["631107-09", "6311-40", "VIL-LPM"])).toBe("631107-10");
  });
});

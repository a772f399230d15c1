import { describe, expect, it } from "vitest";
import { caseIn } from "./case.fixture";
import { caseStatuses, isOpen } from "./model";
import { countDue, decideAnonymise, type RetentionRule, termsOf } from "./retention";

const now = new Date("2026-03-31T02:00:00Z");
const rule = (areaCode: string, classification: string, months: number, version = 1) =>
  ({ areaCode, classification, months, version }) satisfies RetentionRule;
const monthsOf = (rules: readonly RetentionRule[], classification: string) =>
  termsOf(rules, "63.11.07", now).find((t) => t.classification === classification)?.months;

describe("the term of a class", () => {
  it("is the nearest place's, of the class before that of every class, in its newest version", () => {
    const rules = [rule("", "", 60), rule("63.11", "VILLAGE_ISSUE", 48), rule("63.11.07", "", 36)];
    expect(monthsOf(rules, "VILLAGE_ISSUE")).toBe(36);
    expect(monthsOf([...rules, rule("63.11.07", "VILLAGE_ISSUE", 12)], "VILLAGE_ISSUE")).toBe(12);
    expect(monthsOf([...rules, rule("63.11.07", "", 24, 2)], "ASPIRATION")).toBe(24);
    expect(monthsOf([rule("", "", 60), rule("63.11.0", "", 1)], "ASPIRATION")).toBe(60);
    expect(monthsOf([], "ASPIRATION")).toBeUndefined();
  });

  it("ends on the last day of a shorter month", () => {
    const [term] = termsOf([rule("", "", 1)], "63.11.07", now);
    expect(term?.endedBefore.toISOString()).toBe("2026-02-28T02:00:00.000Z");
    const ended = (at: string) => [{ classification: "VILLAGE_ISSUE", endedAt: new Date(at) }];
    const terms = term ? [term] : [];
    expect(countDue(terms, ended("2026-02-28T01:59:59Z"))).toBe(1);
    expect(countDue(terms, ended("2026-02-28T02:00:00Z"))).toBe(0);
  });
});

describe("anonymising", () => {
  it("is refused while somebody may have to act, of drafts, and twice", () => {
    for (const status of caseStatuses) {
      const act = (carried: boolean) => {
        try {
          return decideAnonymise({ ...caseIn("received"), status }, { carried }).status;
        } catch {
          return "refused";
        }
      };
      const goes = ["closed", "lapsed", "redirected", "archived", "cancelled"].includes(status);
      const expected = status === "closed" ? "anonymised" : goes ? status : "refused";
      expect([status, act(false)]).toEqual([status, expected]);
      if (isOpen(status)) expect(act(true)).toBe("refused");
    }
    const duplicate = { ...caseIn("received"), status: "duplicate" as const };
    expect(decideAnonymise(duplicate, { carried: true }).status).toBe("duplicate");
  });

  it("is never of a supervisory case", () => {
    const kase = { ...caseIn("received"), status: "closed" as const, isSupervisory: true };
    expect(() => decideAnonymise(kase, { carried: false })).toThrow();
  });
});

import { describe, expect, it } from "vitest";
import { caseIn } from "./case.fixture";
import { caseStatuses, isOpen } from "./model";
import {
  countDue,
  decideAnonymise,
  type RetentionRule,
  setRetentionCommand,
  termsOf,
} from "./retention";

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
          return decideAnonymise({ ...caseIn("received"), status }, { carried, supervised: false })
            .status;
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
    expect(decideAnonymise(duplicate, { carried: true, supervised: false }).status).toBe(
      "duplicate",
    );
  });

  it("of a supervisory case goes by the inspectorate's run alone, and by it nothing else", () => {
    const closed = { ...caseIn("received"), status: "closed" as const };
    const supervisory = { ...closed, isSupervisory: true };
    const act = (kase: typeof closed, supervised: boolean, carried = false) =>
      decideAnonymise(kase, { carried, supervised }).status;
    expect(act(supervisory, true)).toBe("anonymised");
    expect(() => act(supervisory, false)).toThrow();
    expect(() => act(closed, true)).toThrow();
    const duplicate = { ...closed, status: "duplicate" as const } as unknown as typeof closed;
    expect(act(duplicate, true, true)).toBe("duplicate");
  });
});

describe("a rule of supervisory complaints", () => {
  const command = { clientActionId: "0192f7f0-0000-7000-8000-000000000001", months: 12 };
  it.each([
    ["63.11", "COMPLAINT_SUPERVISORY", true],
    ["63.11.07", "COMPLAINT_SUPERVISORY", false],
    ["63.11", "VILLAGE_ISSUE", false],
    ["63.11", "", false],
    ["63.11.07", "VILLAGE_ISSUE", true],
    ["63", "COMPLAINT_SUPERVISORY", false],
  ])(
    "is set for a kabupaten, and no other there: %s %s %s",
    (subdistrictCode, classification, isSound) => {
      const read = setRetentionCommand.safeParse({ ...command, subdistrictCode, classification });
      expect(read.success).toBe(isSound);
    },
  );

  it("counts for a kabupaten alone", () => {
    const rules = [rule("", "", 60), rule("63.11", "COMPLAINT_SUPERVISORY", 120)];
    expect(termsOf(rules, "63.11", now)).toMatchObject([
      { classification: "COMPLAINT_SUPERVISORY", months: 120 },
    ]);
    expect(termsOf(rules, "35.21", now)).toMatchObject([{ months: 60 }]);
    const classes = termsOf(rules, "63.11.07", now).map((term) => term.classification);
    expect(classes).not.toContain("COMPLAINT_SUPERVISORY");
  });
});

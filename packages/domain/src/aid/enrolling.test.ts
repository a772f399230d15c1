import { describe, expect, it } from "vitest";
import { decideAct, type Enrollment, eligibilityOf, enrollmentActs, isBarred } from "./enrolling";

const one: Enrollment = {
  ...{ id: "e", status: "candidate", fundingLevel: "village", nominatedById: "village" },
  ...{ verifiedById: null, recommendedById: null, version: 0 },
};
const verified: Enrollment = { ...one, status: "verified", verifiedById: "desk", version: 1 };
const national: Enrollment = { ...verified, fundingLevel: "ministry" };
const outcome = (act: (typeof enrollmentActs)[number], e: Enrollment, actorId = "another") => {
  try {
    return decideAct(act, e, { actorId, version: e.version });
  } catch (error) {
    return (error as Error).message;
  }
};
const possible = (e: Enrollment) =>
  enrollmentActs.filter((act) => !outcome(act, e).startsWith("ENROLLMENT"));

describe("the way of an enrolment", () => {
  it("is approved from one's own funds, and recommended and recorded from others'", () => {
    expect(possible(one)).toEqual(["verify", "refuse"]);
    expect(possible(verified)).toEqual(["refuse", "approve"]);
    expect(possible(national)).toEqual(["refuse", "recommend"]);
    expect(possible({ ...national, recommendedById: "camat" })).toEqual(["refuse", "record"]);
    expect(possible({ ...one, status: "decided" })).toEqual(["stop"]);
    expect(possible({ ...one, status: "stopped" })).toEqual([]);
  });

  it("is decided by nobody who brought it in or checked it", () => {
    expect(outcome("verify", one, "village")).toBe("ENROLLMENT_OWN");
    expect(outcome("approve", verified, "village")).toBe("ENROLLMENT_OWN");
    expect(outcome("approve", verified, "desk")).toBe("ENROLLMENT_OWN");
    expect(outcome("recommend", national, "desk")).toBe("ENROLLMENT_OWN");
    expect(outcome("approve", verified, "kades")).toBe("decided");
  });

  it("is decided on the version that was seen", () => {
    expect(() => decideAct("verify", one, { actorId: "desk", version: 1 })).toThrow(
      "ENROLLMENT_CHANGED_MEANWHILE",
    );
  });
});

describe("who may be put forward", () => {
  const program = { isActive: true, documents: ["KTP", "KK"], route: "musdes -> Kemensos" };
  const facts = {
    ...{ hasNik: true, hasCard: true, isEnrolledAlready: false },
    ...{ documentsSeen: ["KTP", "KK"], musdesNumber: "BA-1" },
  };

  it("meets every rule, or is told which one and why", () => {
    expect(eligibilityOf(program, facts).every((r) => r.outcome === "met")).toBe(true);
    const rules = eligibilityOf(program, { ...facts, documentsSeen: ["KK"], musdesNumber: null });
    expect(rules.filter((r) => r.outcome !== "met")).toEqual([
      { rule: "documents", outcome: "to-check", missing: ["KTP"] },
      { rule: "musdes", outcome: "to-check", missing: [] },
    ]);
    expect(isBarred(rules)).toBe(false);
  });

  it("is barred from a program that is not used, and from a second place in one", () => {
    expect(isBarred(eligibilityOf({ ...program, isActive: false }, facts))).toBe(true);
    expect(isBarred(eligibilityOf(program, { ...facts, isEnrolledAlready: true }))).toBe(true);
  });

  it("is asked for no minutes where no deliberation is on the way", () => {
    const rules = eligibilityOf({ ...program, route: "Mandiri" }, facts);
    expect(rules.map((r) => r.rule)).not.toContain("musdes");
  });
});

import { DomainError } from "../kernel/errors";
import { approverOf, type FundingLevel, type Program } from "./model";

/** Calon, Terverifikasi, Ditetapkan, Dihentikan. */
export const enrollmentStatuses = ["candidate", "verified", "decided", "stopped"] as const;
export type EnrollmentStatus = (typeof enrollmentStatuses)[number];

/** Somebody's place in a program, as decisions know it. */
export interface Enrollment {
  readonly id: string;
  readonly status: EnrollmentStatus;
  readonly fundingLevel: FundingLevel;
  readonly nominatedById: string;
  readonly verifiedById: string | null;
  readonly recommendedById: string | null;
  readonly version: number;
}

/** What somebody does to an enrolment. */
export const enrollmentActs = [
  "verify",
  "refuse",
  "recommend",
  "approve",
  "record",
  "stop",
] as const;
export type EnrollmentAct = (typeof enrollmentActs)[number];

const from: Readonly<Record<EnrollmentAct, readonly EnrollmentStatus[]>> = {
  verify: ["candidate"],
  refuse: ["candidate", "verified"],
  recommend: ["verified"],
  approve: ["verified"],
  record: ["verified"],
  stop: ["decided"],
};

const to: Readonly<Record<EnrollmentAct, EnrollmentStatus>> = {
  verify: "verified",
  refuse: "stopped",
  recommend: "verified",
  approve: "decided",
  record: "decided",
  stop: "stopped",
};

/** Is it an act of this moment and of this money? Approval is for funds of one's own, a recommendation for others'. */
export const isActOf = (act: EnrollmentAct, e: Enrollment): boolean => {
  if (!from[act].includes(e.status)) return false;
  const isOwnFunds = approverOf(e.fundingLevel) !== null;
  if (act === "approve") return isOwnFunds;
  if (act === "recommend") return !isOwnFunds && e.recommendedById === null;
  // What was decided elsewhere is recorded once the kecamatan has recommended it.
  return act !== "record" || (!isOwnFunds && e.recommendedById !== null);
};

/** Whoever brought somebody in, or checked them, decides nothing about them. */
export const isOwnAct = (act: EnrollmentAct, e: Enrollment, actorId: string): boolean => {
  if (act === "verify") return e.nominatedById === actorId;
  if (act === "approve" || act === "recommend")
    return [e.nominatedById, e.verifiedById].includes(actorId);
  return false;
};

/**
 * The status after an act.
 * @throws conflict ENROLLMENT_CHANGED_MEANWHILE, ENROLLMENT_ACT_NOT_NOW; forbidden ENROLLMENT_OWN
 */
export const decideAct = (
  act: EnrollmentAct,
  e: Enrollment,
  by: { readonly actorId: string; readonly version: number },
): EnrollmentStatus => {
  if (e.version !== by.version)
    throw new DomainError("conflict", "ENROLLMENT_CHANGED_MEANWHILE", { version: e.version });
  if (!isActOf(act, e)) throw new DomainError("conflict", "ENROLLMENT_ACT_NOT_NOW");
  if (isOwnAct(act, e, by.actorId)) throw new DomainError("forbidden", "ENROLLMENT_OWN");
  return to[act];
};

/** One rule, what came of it, and what it is about. */
export interface EligibilityRule {
  readonly rule: "active" | "once" | "nik" | "documents" | "musdes" | "card";
  readonly outcome: "met" | "unmet" | "to-check";
  /** Documents that were not seen, by name. */
  readonly missing: readonly string[];
}

export interface EligibilityFacts {
  readonly hasNik: boolean;
  readonly hasCard: boolean;
  /** Of the household in the same program, neither refused nor stopped. */
  readonly isEnrolledAlready: boolean;
  readonly documentsSeen: readonly string[];
  readonly musdesNumber: string | null;
}

/** A program whose way begins with the village's deliberation asks for its minutes. */
export const asksMusdes = (program: Pick<Program, "route">): boolean =>
  /musdes|muskel/i.test(program.route);

/**
 * May somebody be put forward, and why not? Only what Rembuk can see: who is poor enough is the ministry's
 * to say, so no rank is computed here.
 */
export const eligibilityOf = (
  program: Pick<Program, "isActive" | "documents" | "route">,
  facts: EligibilityFacts,
): readonly EligibilityRule[] => {
  const missing = program.documents.filter((one) => !facts.documentsSeen.includes(one));
  const told = (
    rule: EligibilityRule["rule"],
    isMet: boolean,
    otherwise: EligibilityRule["outcome"],
    names: readonly string[] = [],
  ): EligibilityRule => ({ rule, outcome: isMet ? "met" : otherwise, missing: names });
  return [
    told("active", program.isActive, "unmet"),
    told("once", !facts.isEnrolledAlready, "unmet"),
    told("nik", facts.hasNik, "to-check"),
    told("card", facts.hasCard, "to-check"),
    told("documents", missing.length === 0, "to-check", missing),
    ...(asksMusdes(program) ? [told("musdes", facts.musdesNumber !== null, "to-check")] : []),
  ];
};

/** Nobody is put forward against a rule that is not met; what is to be checked stays to be checked. */
export const isBarred = (rules: readonly EligibilityRule[]): boolean =>
  rules.some((one) => one.outcome === "unmet");

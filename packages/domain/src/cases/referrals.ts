import type { Actor } from "../access/actor";
import { organizationParty, partyKey } from "../access/party-key";
import { can, isLinkedTo, referralParty, villageGovernment } from "../access/policy";
import type { ReferralStatus } from "../access/referral-status";
import { DomainError } from "../kernel/errors";
import { type CaseEvent, caseEvent } from "./events";
import { type Case, isOpen, type SectorLevel } from "./model";
import type { CaseReferral, Referral } from "./referral-model";
import { isReportedParty } from "./reported-unit";
import { hasPassed } from "./sla";
import type { StageClock } from "./stages";

/** What can be done to a referral, in the order in which screens offer it. */
export const referralActions = [
  "accept",
  "milestone",
  "finish",
  "decline",
  "fail",
  "note",
  "waive",
  "revoke",
] as const;
export type ReferralAction = (typeof referralActions)[number];

interface Rule {
  readonly from: readonly ReferralStatus[];
  /** party: who was asked, or the referring side in its name; sender: the referring side; inside: the party alone. */
  readonly by: "party" | "sender" | "inside";
}

const rules: Record<ReferralAction, Rule> = {
  accept: { from: ["sent"], by: "party" },
  decline: { from: ["sent"], by: "party" },
  milestone: { from: ["accepted", "in_progress"], by: "party" },
  finish: { from: ["accepted", "in_progress"], by: "party" },
  fail: { from: ["accepted", "in_progress"], by: "party" },
  note: { from: ["accepted", "in_progress", "done", "failed"], by: "inside" },
  waive: { from: ["declined", "expired", "failed"], by: "sender" },
  revoke: { from: ["sent", "accepted", "in_progress"], by: "sender" },
};

/** Settled: brought what was asked, or is no longer asked for. */
const settled: readonly ReferralStatus[] = ["done", "revoked"];

/** Does it still keep its case from being resolved? A declined, expired or failed one does until it is decided. */
export const isBlocking = (r: CaseReferral): boolean =>
  r.kind === "referral" && r.isMandatory && r.decision === null && !settled.includes(r.status);

export const blockingReferrals = (kase: Pick<Case, "referrals">): readonly CaseReferral[] =>
  kase.referrals.filter(isBlocking);

/** True when the case's state allows it: a settled case is asked nothing more. */
export const isWorkable = (kase: Case): boolean =>
  isOpen(kase.status) && kase.status !== "resolved";

/** Does the referral's and the case's state allow it now? */
export const isReferralActionOpen = (kase: Case, r: CaseReferral, action: ReferralAction) => {
  if (r.kind !== "referral" || !rules[action].from.includes(r.status)) return false;
  if (action === "waive") return isBlocking(r);
  return action === "note" || isWorkable(kase);
};

/** @throws conflict REFERRAL_NOT_NOW */
export const requireReferralAction = (kase: Case, r: CaseReferral, action: ReferralAction) => {
  if (!isReferralActionOpen(kase, r, action))
    throw new DomainError("conflict", "REFERRAL_NOT_NOW", { action, status: r.status });
};

/** Is the actor one of those whom this referral was sent to? */
export const isPartyTo = (actor: Actor, r: CaseReferral): boolean =>
  isLinkedTo(actor, r) && actor.assignments.some((a) => referralParty(actor.userId, a) === r.party);

/**
 * Does it wait for the actor: asked and not answered (an offered case too), or taken on and to be done?
 * What a colleague took on waits for the colleague.
 */
export const waitsFor = (actor: Actor, kase: Case, r: CaseReferral): boolean => {
  if (!isWorkable(kase) || !isPartyTo(actor, r)) return false;
  if (r.status === "sent") return true;
  const isTakenOn = r.kind === "referral" && ["accepted", "in_progress"].includes(r.status);
  return isTakenOn && (r.assigneeId === null || r.assigneeId === actor.userId);
};

const onlyThis = (kase: Case, r: CaseReferral): Case => ({ ...kase, referrals: [r] });

/** May this actor do it, and in whose name? Who manages the case may record the party's answer. */
export const referralGrant = (
  actor: Actor,
  kase: Case,
  r: CaseReferral,
  action: ReferralAction,
): "own" | "on-behalf" | null => {
  const { by } = rules[action];
  const manages = can(actor, "referral.manage", kase);
  if (by === "sender") return manages ? "own" : null;
  if (can(actor, "referral.answer", onlyThis(kase, r))) return "own";
  return by === "party" && manages ? "on-behalf" : null;
};

/** May the actor read what only the party writes for itself? */
export const mayReadNotes = (actor: Actor, kase: Case, r: CaseReferral): boolean =>
  can(actor, "referral.read-notes", onlyThis(kase, r));

/** The referring side and the party see how far it is; other parties see that it exists. */
export const mayReadMilestones = (actor: Actor, kase: Case, r: CaseReferral): boolean =>
  can(actor, "referral.read", kase) || can(actor, "referral.answer", onlyThis(kase, r));

export interface ReferralStep {
  readonly action: ReferralAction;
  readonly onBehalf: boolean;
}

/** What this actor may do to a referral now. */
export const referralSteps = (actor: Actor, kase: Case, r: CaseReferral): readonly ReferralStep[] =>
  referralActions.flatMap((action): ReferralStep[] => {
    const grant = isReferralActionOpen(kase, r, action)
      ? referralGrant(actor, kase, r, action)
      : null;
    return grant === null ? [] : [{ action, onBehalf: grant === "on-behalf" }];
  });

/** Where referrals can start: verified, and not settled. */
export const mayRefer = (kase: Case): boolean =>
  isWorkable(kase) && !kase.isSupervisory && !["received", "needs_info"].includes(kase.status);

/** A party at the office's own level; the village's government in the village, others as themselves. */
export const referralPartyOf = (
  kase: Pick<Case, "villageCode" | "subdistrictCode" | "regencyCode">,
  target: SectorLevel | { readonly userId: string } | { readonly organizationId: string },
): string => {
  if ("userId" in target) return `user:${target.userId}`;
  if ("organizationId" in target) return organizationParty(target.organizationId);
  if (target.code === villageGovernment) return partyKey(kase.villageCode, target.code);
  const isLocal = target.level === "subdistrict" || target.level === "village";
  return partyKey(isLocal ? kase.subdistrictCode : kase.regencyCode, target.code);
};

export interface NewReferral {
  readonly id: string;
  readonly party: string;
  readonly targetCode: string;
  readonly asked: string;
  readonly isMandatory: boolean;
  /** Working days to answer and do what is asked. */
  readonly limitDays: number;
}

export interface ReferralDecision {
  readonly after: Referral;
  readonly events: readonly CaseEvent[];
}

const running: readonly ReferralStatus[] = ["sent", "accepted", "in_progress"];

/** Several at once, side by side. One party is asked once at a time; the lead that holds the case is not asked for help. */
export const decideRefer = (
  kase: Case,
  wanted: readonly NewReferral[],
  sentById: string,
  clock: StageClock,
): { readonly referrals: readonly Referral[]; readonly events: readonly CaseEvent[] } => {
  if (kase.isSupervisory) throw new DomainError("invalid", "REFERRAL_SUPERVISORY");
  if (!mayRefer(kase)) throw new DomainError("conflict", "REFERRAL_NOT_NOW", { action: "refer" });
  const busy = new Set([
    ...kase.referrals.filter((r) => running.includes(r.status)).map((r) => r.party),
    ...(kase.leadParty === null ? [] : [kase.leadParty]),
  ]);
  const referrals = wanted.map((w): Referral => {
    if (isReportedParty(kase, w.party))
      throw new DomainError("invalid", "CASE_TARGET_REPORTED", { field: "target" });
    if (busy.has(w.party))
      throw new DomainError("conflict", "REFERRAL_TARGET_TWICE", { target: w.targetCode });
    busy.add(w.party);
    return {
      ...w,
      kind: "referral",
      caseId: kase.id,
      version: 0,
      status: "sent",
      decision: null,
      assigneeId: null,
      sentById,
      sentAt: clock.now,
      dueAt: clock.deadline(clock.now, w.limitDays).dueAt,
      answeredAt: null,
      endedAt: null,
    };
  });
  const events = referrals.map((r) =>
    caseEvent("case.referred", kase, {
      ...namedReferral(r),
      mandatory: r.isMandatory,
      dueAt: r.dueAt.toISOString(),
    }),
  );
  return { referrals, events };
};

export const namedReferral = (r: Referral) => ({ referralId: r.id, targetCode: r.targetCode });

/** The old one is settled by asking somebody else instead. */
export const decideReplace = (kase: Case, r: Referral): Referral => {
  requireReferralAction(kase, r, "waive");
  return { ...r, decision: "replaced" };
};

/** Who takes it on becomes its assigned person; told on behalf or by a signed link, nobody is. */
export const decideReferralAccept = (
  kase: Case,
  r: Referral,
  by: { readonly userId: string | null; readonly onBehalf: boolean },
  now: Date,
): ReferralDecision => {
  requireReferralAction(kase, r, "accept");
  const assigneeId = by.onBehalf ? null : by.userId;
  return {
    after: { ...r, status: "accepted", assigneeId, answeredAt: now },
    events: [
      caseEvent("case.referral-accepted", kase, { ...namedReferral(r), onBehalf: by.onBehalf }),
    ],
  };
};

interface Words {
  readonly onBehalf: boolean;
  /** Of the entry that holds the words. */
  readonly noteId: string;
}

/** Back to the referring side as an open decision; a mandatory one goes on blocking. */
export const decideReferralDecline = (
  kase: Case,
  r: Referral,
  words: Words,
  now: Date,
): ReferralDecision => {
  requireReferralAction(kase, r, "decline");
  const payload = { ...namedReferral(r), ...words, mandatory: r.isMandatory };
  return {
    after: { ...r, status: "declined", answeredAt: now, endedAt: now },
    events: [caseEvent("case.referral-declined", kase, payload)],
  };
};

/** A step that the referring side sees. The first one says that work has begun. */
export const decideMilestone = (kase: Case, r: Referral, noteId: string): ReferralDecision => {
  requireReferralAction(kase, r, "milestone");
  return {
    after: { ...r, status: "in_progress" },
    events: [caseEvent("case.referral-progressed", kase, { ...namedReferral(r), noteId })],
  };
};

/** Done as asked. */
export const decideFinish = (
  kase: Case,
  r: Referral,
  words: Words,
  now: Date,
): ReferralDecision => {
  requireReferralAction(kase, r, "finish");
  return {
    after: { ...r, status: "done", endedAt: now },
    events: [caseEvent("case.referral-done", kase, { ...namedReferral(r), ...words })],
  };
};

/** Could not be done: an open decision again, like a declined one. */
export const decideFail = (kase: Case, r: Referral, words: Words, now: Date): ReferralDecision => {
  requireReferralAction(kase, r, "fail");
  const payload = { ...namedReferral(r), ...words, mandatory: r.isMandatory };
  return {
    after: { ...r, status: "failed", endedAt: now },
    events: [caseEvent("case.referral-failed", kase, payload)],
  };
};

/** No longer asked for; the party stops reading the case. */
export const decideRevoke = (
  kase: Case,
  r: Referral,
  noteId: string,
  now: Date,
): ReferralDecision => {
  requireReferralAction(kase, r, "revoke");
  return {
    after: { ...r, status: "revoked", endedAt: now },
    events: [caseEvent("case.referral-revoked", kase, { ...namedReferral(r), noteId })],
  };
};

/** The case may be resolved without it, for a reason. */
export const decideWaive = (kase: Case, r: Referral, noteId: string): ReferralDecision => {
  requireReferralAction(kase, r, "waive");
  return {
    after: { ...r, decision: "waived" },
    events: [caseEvent("case.referral-waived", kase, { ...namedReferral(r), noteId })],
  };
};

/** Nobody answered in time. @returns null when somebody did, or it is not due */
export const decideExpiry = (kase: Case, r: Referral, now: Date): ReferralDecision | null => {
  if (r.kind !== "referral" || r.status !== "sent" || !hasPassed(r.dueAt, now)) return null;
  return {
    after: { ...r, status: "expired", endedAt: now },
    events: [
      caseEvent("case.referral-expired", kase, { ...namedReferral(r), mandatory: r.isMandatory }),
    ],
  };
};

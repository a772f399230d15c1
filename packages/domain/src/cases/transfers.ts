import { partyKey } from "../access/party-key";
import { subdistrictOffice } from "../access/policy";
import { DomainError } from "../kernel/errors";
import { caseEvent } from "./events";
import { desk, heldBy } from "./holders";
import type { Case, CaseStatus } from "./model";
import type { CaseReferral, Referral } from "./referral-model";
import type { ReferralDecision } from "./referrals";
import type { Decision } from "./routing";
import { type StageClock, startStage } from "./stages";

const transferable: readonly CaseStatus[] = [
  "received",
  "triaged",
  "assigned",
  "declined",
  "in_progress",
  "reopened",
];

const isOffered = (r: CaseReferral): boolean => r.kind === "transfer" && r.status === "sent";

export const offeredTransfer = (kase: Pick<Case, "referrals">): CaseReferral | null =>
  kase.referrals.find(isOffered) ?? null;

/** Can the case be offered to another kecamatan now? One offer at a time; never a supervisory one. */
export const mayTransfer = (kase: Case): boolean =>
  transferable.includes(kase.status) && !kase.isSupervisory && offeredTransfer(kase) === null;

export interface NewTransfer {
  readonly id: string;
  /** Another kecamatan of the same kabupaten: 63.11.02 */
  readonly subdistrictCode: string;
  readonly reason: string;
}

/** Nothing moves yet: the case stays where it is until the other office accepts. */
export const decideTransferOffer = (
  kase: Case,
  offer: NewTransfer,
  sentById: string,
  clock: StageClock,
): ReferralDecision => {
  if (offeredTransfer(kase) !== null) throw new DomainError("conflict", "TRANSFER_OPEN");
  if (!mayTransfer(kase))
    throw new DomainError("conflict", "REFERRAL_NOT_NOW", { action: "transfer" });
  const target = offer.subdistrictCode;
  if (target === kase.subdistrictCode || !target.startsWith(`${kase.regencyCode}.`))
    throw new DomainError("invalid", "TRANSFER_TARGET_UNKNOWN", { field: "subdistrictCode" });
  const limitDays = clock.category.verifyDays;
  const after: Referral = {
    id: offer.id,
    kind: "transfer",
    caseId: kase.id,
    version: 0,
    party: partyKey(target, subdistrictOffice),
    targetCode: target,
    asked: offer.reason,
    isMandatory: false,
    status: "sent",
    decision: null,
    assigneeId: null,
    sentById,
    sentAt: clock.now,
    limitDays,
    dueAt: clock.deadline(clock.now, limitDays).dueAt,
    answeredAt: null,
    endedAt: null,
  };
  const payload = { referralId: offer.id, targetCode: target };
  return { after, events: [caseEvent("case.transfer-proposed", kase, payload)] };
};

const requireOffered = (r: Referral, action: string): void => {
  if (!isOffered(r))
    throw new DomainError("conflict", "REFERRAL_NOT_NOW", { action, status: r.status });
};

/**
 * The responsible office changes: its desk holds the case, its Kasi is responsible, with a fresh
 * stage. The total clock runs on from the first receipt, and the village of the matter stays.
 */
export const decideTransferAccept = (
  kase: Case,
  r: Referral,
  responsibleId: string | null,
  clock: StageClock,
): Decision & { readonly transfer: Referral } => {
  requireOffered(r, "accept");
  // Resolved or put aside meanwhile: it stays with whoever settled it.
  if (!transferable.includes(kase.status))
    throw new DomainError("conflict", "REFERRAL_NOT_NOW", { action: "accept" });
  const after: Case = {
    ...kase,
    subdistrictCode: r.targetCode,
    responsibleId,
    status: kase.status === "received" ? "received" : "triaged",
    sectionCode: clock.category.focalSectionCode,
    ...heldBy(desk),
    leadSectorCode: null,
    leadParty: null,
    ...startStage(clock, "verify"),
  };
  const payload = { referralId: r.id, targetCode: r.targetCode, from: kase.subdistrictCode };
  return {
    after,
    transfer: { ...r, status: "accepted", answeredAt: clock.now, endedAt: clock.now },
    events: [caseEvent("case.transfer-accepted", after, payload)],
  };
};

/** Rejected by the other office, or withdrawn by the one that offered: nothing has moved. */
export const decideTransferEnd = (
  kase: Case,
  r: Referral,
  end: { readonly as: "rejected" | "revoked"; readonly noteId: string },
  now: Date,
): ReferralDecision => {
  requireOffered(r, end.as);
  const payload = { referralId: r.id, targetCode: r.targetCode, noteId: end.noteId };
  return {
    after: {
      ...r,
      status: end.as === "rejected" ? "declined" : "revoked",
      answeredAt: now,
      endedAt: now,
    },
    events: [caseEvent(`case.transfer-${end.as}`, kase, payload)],
  };
};

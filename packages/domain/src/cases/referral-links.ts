import type { ReferralStatus } from "../access/referral-status";
import { DomainError } from "../kernel/errors";
import { type CaseEvent, caseEvent } from "./events";
import type { Case } from "./model";
import type { CaseReferral, Referral } from "./referral-model";
import { isWorkable, namedReferral } from "./referrals";
import { isReportedParty } from "./reported-unit";

const running: readonly ReferralStatus[] = ["sent", "accepted", "in_progress"];

/** Is there still something to answer on it? */
export const isLinkOpen = (kase: Case, r: CaseReferral): boolean =>
  r.kind === "referral" && running.includes(r.status) && isWorkable(kase);

/**
 * May a signed link open this referral? Never of a secret or supervisory case, never to the unit
 * complained of, and not to a volunteer, who is a person with an account.
 */
export const mayLinkReferral = (kase: Case, r: CaseReferral): boolean =>
  !kase.isSecret &&
  !kase.isSupervisory &&
  !isReportedParty(kase, r.party) &&
  !r.party.startsWith("user:") &&
  isLinkOpen(kase, r);

/** @throws invalid LINK_NOT_ALLOWED, conflict REFERRAL_NOT_NOW when it has ended */
export const decideReferralLink = (kase: Case, r: Referral, expiresAt: string): CaseEvent => {
  if (!isLinkOpen(kase, r))
    throw new DomainError("conflict", "REFERRAL_NOT_NOW", { action: "link", status: r.status });
  if (!mayLinkReferral(kase, r)) throw new DomainError("invalid", "LINK_NOT_ALLOWED");
  return caseEvent("case.referral-link-sent", kase, { ...namedReferral(r), expiresAt });
};

/** The link opens nothing any more; the referral stays as it is. */
export const decideLinkRevoke = (kase: Case, r: Referral): CaseEvent =>
  caseEvent("case.referral-link-revoked", kase, namedReferral(r));

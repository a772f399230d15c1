/** sent -> accepted | declined | expired; accepted -> in_progress -> done | failed; revoked. */
export const referralStatuses = [
  "sent",
  "accepted",
  "declined",
  "expired",
  "in_progress",
  "done",
  "failed",
  "revoked",
] as const;
/** A transfer runs through sent | accepted | declined | revoked: proposed, accepted, rejected, revoked. */
export type ReferralStatus = (typeof referralStatuses)[number];

/** While a referral stands in one of these, its party may read the case: it is open, or was accepted. */
export const openingStatuses = [
  "sent",
  "accepted",
  "in_progress",
  "done",
  "failed",
] as const satisfies readonly ReferralStatus[];

/** Taken on: its assigned person may read a secret case too. */
export const acceptedStatuses = [
  "accepted",
  "in_progress",
  "done",
  "failed",
] as const satisfies readonly ReferralStatus[];

const within = (list: readonly ReferralStatus[], status: ReferralStatus) => list.includes(status);
export const opensCase = (status: ReferralStatus): boolean => within(openingStatuses, status);
export const isAccepted = (status: ReferralStatus): boolean => within(acceptedStatuses, status);

import type { CaseDetail } from "../case-data";

/** A referral, or an offered transfer, as `cases.show` answers it. */
export type CaseReferral = CaseDetail["referrals"][number];
export type ReferralEntry = CaseReferral["entries"][number];

/** Acts of the dialogs: those of a referral, and the answers to an offered transfer. */
export const referralActs = [
  "accept",
  "decline",
  "milestone",
  "finish",
  "fail",
  "note",
  "waive",
  "revoke",
  "acceptTransfer",
  "rejectTransfer",
  "revokeTransfer",
] as const;
export type ReferralAct = (typeof referralActs)[number];

/** One act that somebody is about to do. */
export interface OpenAct {
  readonly act: ReferralAct;
  readonly onBehalf: boolean;
}

/** Acts that need no words. */
export const isPlain = (act: ReferralAct): boolean => act === "accept" || act === "acceptTransfer";

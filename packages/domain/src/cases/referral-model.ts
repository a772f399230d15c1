import type { ReferralSubject } from "../access/policy";

/** referral: help in parallel, holder and responsible stay. transfer: the responsible office changes. */
export type ReferralKind = "referral" | "transfer";

/**
 * What the referring side decided of a mandatory referral that brought nothing: waived (with a
 * reason), or replaced by another one. Null: an open decision, which blocks resolving.
 */
export type OpenDecision = "waived" | "replaced";

/** A referral as every decision about its case knows it. */
export interface CaseReferral extends ReferralSubject {
  readonly kind: ReferralKind;
  /** DINKES, PEMDES, RELAWAN, `org:<id>`; of a transfer the kecamatan's area code. */
  readonly targetCode: string;
  readonly isMandatory: boolean;
  readonly decision: OpenDecision | null;
}

/** Help asked of a party, with dates and a state of its own. */
export interface Referral extends CaseReferral {
  readonly caseId: string;
  readonly version: number;
  /** What is asked: all that a party reads of a secret case before it takes the referral on. */
  readonly asked: string;
  readonly sentById: string;
  readonly sentAt: Date;
  readonly limitDays: number;
  readonly dueAt: Date;
  readonly answeredAt: Date | null;
  readonly endedAt: Date | null;
}

/**
 * milestone: read by the referring side. note: read by the party alone. reason: why it was declined,
 * failed, revoked or waived. on-behalf: who told it, how and when.
 */
export const entryKinds = ["milestone", "note", "reason", "on-behalf"] as const;
export type EntryKind = (typeof entryKinds)[number];

interface OfReferral {
  referralId: string;
  targetCode: string;
}

/** What each event of a referral carries; words of people stand in `referral_entry`. */
export interface ReferralEventPayloads {
  "case.referred": OfReferral & { mandatory: boolean; dueAt: string };
  "case.referral-accepted": OfReferral & { onBehalf: boolean };
  "case.referral-declined": OfReferral & { onBehalf: boolean; mandatory: boolean; noteId: string };
  "case.referral-progressed": OfReferral & { noteId: string };
  "case.referral-done": OfReferral & { onBehalf: boolean; noteId: string };
  "case.referral-failed": OfReferral & { onBehalf: boolean; mandatory: boolean; noteId: string };
  "case.referral-expired": OfReferral & { mandatory: boolean };
  "case.referral-revoked": OfReferral & { noteId: string };
  "case.referral-waived": OfReferral & { noteId: string };
  "case.referral-link-sent": OfReferral & { expiresAt: string };
  "case.referral-link-revoked": OfReferral;
  "case.transfer-proposed": OfReferral;
  "case.transfer-accepted": OfReferral & { from: string };
  "case.transfer-rejected": OfReferral & { noteId: string };
  "case.transfer-revoked": OfReferral & { noteId: string };
  "case.tasks-added": { count: number };
  "case.task-done": { taskId: string };
  "case.task-reopened": { taskId: string };
}
export type ReferralEventType = keyof ReferralEventPayloads;

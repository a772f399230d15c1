import { z } from "zod";
import { clientAction, onBehalf } from "./commands";
import { longestTaskDays, taskDoers } from "./task-steps";

const text = (max: number) => z.string().trim().min(1).max(max);
const ofCase = { ...clientAction, caseId: z.uuid(), version: z.int().nonnegative() };

export const newReferralInput = z.object({
  /** A sector (DINKES, PEMDES), `org:<id>` of a partner organisation, or `user:<id>` of a volunteer. */
  target: z.string().min(2).max(60),
  asked: text(2000),
  mandatory: z.boolean(),
  limitDays: z.int().min(1).max(60),
});

export const referCaseCommand = z.object({
  ...ofCase,
  referrals: z.array(newReferralInput).min(1).max(12),
  /** The referral that these take the place of, when it brought nothing. */
  replaces: z.uuid().nullish(),
});
export type ReferCaseCommand = z.infer<typeof referCaseCommand>;

const ofReferral = {
  ...clientAction,
  caseId: z.uuid(),
  referralId: z.uuid(),
  /** The version of the referral that the person saw. */
  version: z.int().nonnegative(),
};

export const acceptReferralCommand = z.object({ ...ofReferral, onBehalf: onBehalf.nullish() });
export type AcceptReferralCommand = z.infer<typeof acceptReferralCommand>;

/** Decline, finish and fail: what to say, and who said it if somebody else writes it down. */
export const endReferralCommand = z.object({
  ...ofReferral,
  words: text(2000),
  onBehalf: onBehalf.nullish(),
});
export type EndReferralCommand = z.infer<typeof endReferralCommand>;

export const addMilestoneCommand = z.object({
  ...ofReferral,
  words: text(600),
  /** The day on which it happened, on the office's wall. */
  happenedOn: z.iso.date(),
  onBehalf: onBehalf.nullish(),
});
export type AddMilestoneCommand = z.infer<typeof addMilestoneCommand>;

/** A signed link to one referral, and its end: neither changes the referral itself. */
export const referralLinkCommand = z.object({
  ...clientAction,
  caseId: z.uuid(),
  referralId: z.uuid(),
});
export type ReferralLinkCommand = z.infer<typeof referralLinkCommand>;

/** A note of the party for itself; a reason of the referring side (revoke, waive). */
export const wordsOnReferralCommand = z.object({ ...ofReferral, words: text(2000) });
export type WordsOnReferralCommand = z.infer<typeof wordsOnReferralCommand>;

export const offerTransferCommand = z.object({
  ...ofCase,
  subdistrictCode: z.string().regex(/^\d{2}\.\d{2}\.\d{2}$/),
  reason: text(2000),
});
export type OfferTransferCommand = z.infer<typeof offerTransferCommand>;

export const answerTransferCommand = z.object(ofReferral);
export type AnswerTransferCommand = z.infer<typeof answerTransferCommand>;

export const addTasksCommand = z.object({
  ...ofCase,
  /** Null: the category's template. */
  tasks: z
    .array(
      z.object({
        title: text(200),
        doer: z.enum(taskDoers).default("holder"),
        limitDays: z.int().min(1).max(longestTaskDays),
        isMandatory: z.boolean(),
      }),
    )
    .min(1)
    .max(20)
    .nullable(),
});
export type AddTasksCommand = z.infer<typeof addTasksCommand>;

export const tickTaskCommand = z.object({
  ...clientAction,
  caseId: z.uuid(),
  taskId: z.uuid(),
  done: z.boolean(),
});
export type TickTaskCommand = z.infer<typeof tickTaskCommand>;

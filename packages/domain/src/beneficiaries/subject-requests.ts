import { z } from "zod";

/** What somebody may ask about their own data (UU 27/2022): to see, correct or delete it, or to stop its use. */
export const requestKinds = ["access", "correct", "delete", "stop"] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestOutcomes = ["granted", "partly", "refused"] as const;
export type RequestOutcome = (typeof requestOutcomes)[number];

/** 3 x 24 hours by the calendar: nights and holidays count. */
export const requestHours = 72;

export const requestDueAt = (receivedAt: Date): Date =>
  new Date(receivedAt.getTime() + requestHours * 3_600_000);

/** Whole hours that are left, never more than the truth; negative when it is late. */
export const hoursLeft = (dueAt: Date, now: Date): number =>
  Math.floor((dueAt.getTime() - now.getTime()) / 3_600_000);

const words = z.string().trim().min(10).max(2_000);

/** Received now, or at an earlier moment that the form names. */
export const recordRequestCommand = z.object({
  clientActionId: z.uuid(),
  residentId: z.uuid(),
  kind: z.enum(requestKinds),
  /** What was asked, by whom, and how it is known that they are who they say. */
  words,
  receivedAt: z.coerce.date().optional(),
});
export type RecordRequestCommand = z.infer<typeof recordRequestCommand>;

export const answerRequestCommand = z.object({
  clientActionId: z.uuid(),
  requestId: z.uuid(),
  outcome: z.enum(requestOutcomes),
  /** What was done, or why not. */
  words,
});
export type AnswerRequestCommand = z.infer<typeof answerRequestCommand>;

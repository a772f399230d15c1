import { z } from "zod";
import { clientAction } from "./commands";
import { type CaseStatus, type HolderKind, noteAudiences, outcomes } from "./model";

/** So many cases in one batch at most: what a person can have looked at before. */
export const bulkLimit = 100;

/** How long a batch is held before it is carried out, and can be undone as if it had never been (ms). */
export const bulkWindowMs = 10_000;

/** Who holds the batch open on a screen settles it first; the worker follows after this (ms). */
export const bulkGraceMs = 2_000;

/** A process that died in the middle of a batch is followed by another after this (ms). */
export const bulkStaleMs = 60_000;

/** A message to many fits a step of a referral too. */
export const bulkNoteLength = 600;

const words = z.string().trim().min(1).max(2000);
const target = z.string().min(2).max(40);

/**
 * What is done to every case of a batch:
 * - triage: verified as they stand, in their own category
 * - route: each to the target that its own category names
 * - assign: all to one section or sector
 * - accept: taken on by its holder
 * - note: one message for all; who was only asked for help writes it as a step of the help
 * - resolve: one answer for all, in its three fields
 * - macro: a prepared reply, filled in for each; a note of it goes to the audience that is named
 */
export const bulkActSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("triage") }),
  z.object({ act: z.literal("route"), instruction: words }),
  z.object({ act: z.literal("assign"), target, instruction: words }),
  z.object({ act: z.literal("accept") }),
  z.object({
    act: z.literal("note"),
    body: z.string().trim().min(1).max(bulkNoteLength),
    audience: z.enum(noteAudiences),
  }),
  z.object({
    act: z.literal("resolve"),
    outcome: z.enum(outcomes),
    response: words,
    solution: words,
    followUp: words,
  }),
  z.object({ act: z.literal("macro"), replyId: z.uuid(), audience: z.enum(noteAudiences) }),
]);
export type BulkActInput = z.infer<typeof bulkActSchema>;
export type BulkAct = BulkActInput["act"];
/** A batch does one act on all, or the replies of a filled-in sheet: one of its own on each. */
export type BatchAct = BulkAct | "sheet";

const caseRef = z.object({
  caseId: z.uuid(),
  /** The version that the list showed. */
  version: z.int().nonnegative(),
});
export type BulkCaseRef = z.infer<typeof caseRef>;

const eachOnce = (cases: readonly { caseId: string }[]): boolean =>
  new Set(cases.map((one) => one.caseId)).size === cases.length;

export const previewBulkInput = z.object({
  act: bulkActSchema,
  cases: z.array(caseRef).min(1).max(bulkLimit).refine(eachOnce),
});
export type PreviewBulkInput = z.infer<typeof previewBulkInput>;

export const submitBulkCommand = z.object({
  ...clientAction,
  act: bulkActSchema,
  /** Each is an act of its own, with an id of its own. */
  cases: z
    .array(caseRef.extend(clientAction))
    .min(1)
    .max(bulkLimit)
    .refine(eachOnce)
    .refine((cases) => new Set(cases.map((one) => one.clientActionId)).size === cases.length),
});
export type SubmitBulkCommand = z.infer<typeof submitBulkCommand>;

export const bulkRef = z.object({ batchId: z.uuid() });
export type BulkRef = z.infer<typeof bulkRef>;
export const undoBulkCommand = bulkRef.extend(clientAction);
export type UndoBulkCommand = z.infer<typeof undoBulkCommand>;

/**
 * held: accepted, nothing has happened yet. From there either undone, or running and then done: never
 * both, because one row decides.
 */
export const bulkStates = ["held", "undone", "running", "done"] as const;
export type BulkState = (typeof bulkStates)[number];

/** The use cases that a batch consists of. */
export const bulkKinds = [
  "triage",
  "route",
  "accept",
  "note",
  "milestone",
  "resolve",
  "decline",
] as const;
export type BulkKind = (typeof bulkKinds)[number];

interface Held {
  readonly state: BulkState;
  readonly dueAt: Date;
  readonly claimedAt: Date | null;
}

/**
 * May a batch be carried out now? Once its window is over, or when whoever began has been silent too
 * long. @param graceMs what a follower leaves to the screen that holds it
 */
export const maySettle = (batch: Held, now: Date, graceMs = 0): boolean => {
  if (batch.state === "held") return now.getTime() >= batch.dueAt.getTime() + graceMs;
  const since = batch.claimedAt?.getTime() ?? 0;
  return batch.state === "running" && now.getTime() - since >= bulkStaleMs;
};

/** What a case becomes by its part of a batch. */
export interface BulkOutcome {
  readonly status: CaseStatus;
  readonly holderKind: HolderKind;
  readonly holderCode: string | null;
  readonly holderName: string | null;
  readonly isMyTurn: boolean;
}

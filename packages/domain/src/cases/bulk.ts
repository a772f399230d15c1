import type { CaseStatus, HolderKind } from "./model";

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

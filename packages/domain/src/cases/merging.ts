import { DomainError } from "../kernel/errors";
import { canTakeReports } from "./duplicates";
import { caseEvent } from "./events";
import { desk, ended, heldBy } from "./holders";
import { requireAction } from "./lifecycle";
import type { Case } from "./model";
import type { Decision } from "./routing";

/** So long after the survivor was closed a merge can be undone. */
export const undoDays = 30;
const dayMs = 86_400_000;

export interface MergeDecision {
  readonly duplicate: Decision;
  readonly survivor: Decision;
  /** Reports that had been merged into the duplicate: they follow it, nothing hangs in a chain. */
  readonly followers: readonly Decision[];
}

interface MergeCommand {
  readonly actorId: string;
  /** Absent when the report was joined as it was taken down. */
  readonly noteId?: string;
}

/**
 * Why the two may not be merged. Of a secret case the reporter of an ordinary one would read the
 * state, and the other way round its existence would show in an ordinary file: so both are secret or
 * neither is. Who reported one of them as a citizen does not decide whether it counts; for the rest a
 * merge needs no second signature, because every reporter is kept and any other officer can undo it.
 * @throws invalid MERGE_INTO_ITSELF, MERGE_OTHER_OFFICE, MERGE_PRIVACY; conflict MERGE_TARGET_SETTLED;
 *   forbidden MERGE_OWN_REPORT
 */
const requireMergeable = (duplicate: Case, survivor: Case, actorId: string): void => {
  if (duplicate.id === survivor.id) throw new DomainError("invalid", "MERGE_INTO_ITSELF");
  if (duplicate.subdistrictCode !== survivor.subdistrictCode)
    throw new DomainError("invalid", "MERGE_OTHER_OFFICE");
  if (duplicate.isSupervisory || survivor.isSupervisory || duplicate.isSecret !== survivor.isSecret)
    throw new DomainError("invalid", "MERGE_PRIVACY");
  if (!canTakeReports(survivor.status)) throw new DomainError("conflict", "MERGE_TARGET_SETTLED");
  if (duplicate.reporterUserId === actorId || survivor.reporterUserId === actorId)
    throw new DomainError("forbidden", "MERGE_OWN_REPORT");
};

/**
 * The duplicate leaves the desk (Digabung) and points to the survivor; its clocks stop. An open case
 * is no duplicate, so the survivor points nowhere and no cycle can come about.
 */
export const decideMerge = (
  duplicate: Case,
  survivor: Case,
  followers: readonly Case[],
  command: MergeCommand,
  now: Date,
): MergeDecision => {
  requireAction(duplicate, "merge");
  requireMergeable(duplicate, survivor, command.actorId);
  const why = command.noteId === undefined ? {} : { noteId: command.noteId };
  const merged = {
    intoId: survivor.id,
    at: now,
    byId: command.actorId,
    from: duplicate.status as "received" | "triaged",
    path: [],
  };
  return {
    duplicate: {
      after: { ...ended(duplicate, "duplicate", now), merged },
      events: [caseEvent("case.merged", duplicate, { intoId: survivor.id, ...why })],
    },
    survivor: {
      after: survivor,
      events: [caseEvent("case.joined", survivor, { caseId: duplicate.id })],
    },
    followers: followers.map((follower) => pointedAnew(follower, survivor.id, duplicate.id)),
  };
};

const pointedAnew = (follower: Case, intoId: string, viaId: string): Decision => {
  if (follower.merged === null) throw new Error(`case ${follower.id} is not merged`);
  const merged = { ...follower.merged, intoId, path: [...follower.merged.path, viaId] };
  return {
    after: { ...follower, merged },
    events: [caseEvent("case.merged", follower, { intoId })],
  };
};

/** A report that came to the survivor by way of `viaId` goes back to it. */
const pointedBack = (follower: Case, viaId: string): Decision => {
  const at = follower.merged?.path.indexOf(viaId) ?? -1;
  if (follower.merged === null || at < 0)
    throw new Error(`${follower.id} did not come by ${viaId}`);
  const merged = { ...follower.merged, intoId: viaId, path: follower.merged.path.slice(0, at) };
  return {
    after: { ...follower, merged },
    events: [caseEvent("case.merged", follower, { intoId: viaId })],
  };
};

/**
 * Back to the state before, in the desk's hands. Deadlines stand as they stood: the total clock ran
 * on, and the merged time is no hold.
 * @throws conflict UNDO_TOO_LATE when the survivor has been closed longer than `undoDays`
 */
export const decideUndoMerge = (
  duplicate: Case,
  survivor: Case,
  followers: readonly Case[],
  command: { readonly noteId: string },
  now: Date,
): MergeDecision => {
  requireAction(duplicate, "undo-merge");
  if (duplicate.merged === null) throw new Error(`case ${duplicate.id} points nowhere`);
  const { closedAt } = survivor;
  if (closedAt !== null && now.getTime() - closedAt.getTime() > undoDays * dayMs)
    throw new DomainError("conflict", "UNDO_TOO_LATE", { days: String(undoDays) });
  const after: Case = {
    ...duplicate,
    status: duplicate.merged.from,
    closedAt: null,
    merged: null,
    ...heldBy(desk),
  };
  const payload = { fromId: survivor.id, noteId: command.noteId };
  return {
    duplicate: { after, events: [caseEvent("case.unmerged", duplicate, payload)] },
    survivor: {
      after: survivor,
      events: [caseEvent("case.report-left", survivor, { caseId: duplicate.id })],
    },
    followers: followers.map((follower) => pointedBack(follower, duplicate.id)),
  };
};

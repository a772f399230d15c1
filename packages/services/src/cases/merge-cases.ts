import type { Transaction } from "@rembuk/db/client";
import { can } from "@rembuk/domain/access/policy";
import { parseCaseNumber } from "@rembuk/domain/cases/case-number";
import type { MergeCasesCommand } from "@rembuk/domain/cases/commands";
import { decideMerge, type MergeDecision } from "@rembuk/domain/cases/merging";
import type { Case } from "@rembuk/domain/cases/model";
import type { Decision } from "@rembuk/domain/cases/routing";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { actingBy, type Changed, loadCase, requireGrant } from "./change-case";
import { enterCase, findIdByNumber, keepReporters, listFollowers, lockMerges } from "./merge-store";
import { findCase, type NewNote, saveCase } from "./store";
import { reasonNote } from "./write-note";

/** Unknown, of another office or not the actor's to open: one answer. */
const loadSurvivor = async (
  tx: Transaction,
  ctx: ServiceContext,
  numberText: string,
): Promise<Case> => {
  const parsed = parseCaseNumber(numberText);
  const id = parsed.ok ? await findIdByNumber(tx, parsed.number) : null;
  const survivor = id === null ? null : await findCase(tx, id);
  if (survivor && can(ctx.actor, "case.merge", survivor)) return survivor;
  throw new DomainError("not-found", "MERGE_TARGET_UNKNOWN", { field: "intoNumber" });
};

export interface MergeParts {
  readonly duplicate: Case;
  readonly survivor: Case;
  readonly followers: readonly Case[];
  readonly decision: MergeDecision;
  readonly notes: readonly NewNote[];
  readonly command: { readonly clientActionId: string } | null;
}

/** Merging is asked of both cases: the office held for another is named where only that one may. */
export const mergingOffice = (ctx: ServiceContext, ...cases: readonly Case[]): ServiceContext =>
  actingBy(ctx, (actor) => cases.every((kase) => can(actor, "case.merge", kase)));

/** Every case that a merge or its undoing moves, each on the version that was read. */
export const saveMerge = async (
  tx: Transaction,
  ctx: ServiceContext,
  parts: MergeParts,
): Promise<Changed> => {
  const { duplicate, survivor, followers, decision, notes, command } = parts;
  const save = async (before: Case, after: Decision, of: Partial<MergeParts> = {}) => {
    await enterCase(tx, before.id);
    return saveCase(tx, ctx, {
      before,
      ...after,
      notes: of.notes ?? [],
      command: of.command ?? null,
    });
  };
  for (const [at, follower] of followers.entries()) {
    const moved = decision.followers[at];
    if (moved) await save(follower, moved);
  }
  const changed = await save(duplicate, decision.duplicate, { notes, command });
  // Last, so that the survivor stays entered for what is written down about its reporters.
  await save(survivor, decision.survivor);
  return changed;
};

interface Merging {
  readonly duplicateId: string;
  /** The version that the person saw; null for a report of this very transaction. */
  readonly version: number | null;
  readonly intoNumber: string;
  readonly reason: string | null;
  readonly command: { readonly clientActionId: string } | null;
}

/** Inside the caller's transaction: load, authorise, decide, save. */
export const mergeWithin = async (
  tx: Transaction,
  ctx: ServiceContext,
  { duplicateId, version, intoNumber, reason, command }: Merging,
): Promise<Changed> => {
  const seen = await loadCase(tx, duplicateId);
  requireGrant(ctx, seen, "merge");
  await lockMerges(tx, seen.subdistrictCode);
  const survivor = await loadSurvivor(tx, ctx, intoNumber);
  const duplicate = await loadCase(tx, duplicateId);
  if (version !== null && duplicate.version !== version)
    throw new DomainError("conflict", "CASE_CHANGED_MEANWHILE", { version: duplicate.version });
  const followers = await listFollowers(tx, duplicate.id);
  const note = reason === null ? null : reasonNote(ctx, "partner", reason);
  const by = { actorId: ctx.actor.userId, ...(note ? { noteId: note.id } : {}) };
  const decision = decideMerge(duplicate, survivor, followers, by, ctx.now());
  const notes = note ? [note] : [];
  const parts = { duplicate, survivor, followers, decision, notes, command };
  const changed = await saveMerge(tx, mergingOffice(ctx, duplicate, survivor), parts);
  await keepReporters(tx, survivor.id, [duplicate, ...followers]);
  return changed;
};

/**
 * Two reports of one matter: this one is carried by the other from now on, with everybody who
 * reported it. Its number and PIN go on working and tell how the other stands.
 * @throws not-found MERGE_TARGET_UNKNOWN; invalid MERGE_INTO_ITSELF, MERGE_OTHER_OFFICE,
 *   MERGE_PRIVACY; conflict MERGE_TARGET_SETTLED, CASE_CHANGED_MEANWHILE; forbidden MERGE_OWN_REPORT
 */
export const mergeCases = (ctx: ServiceContext, command: MergeCasesCommand): Promise<Changed> =>
  once(ctx, command, (tx) =>
    mergeWithin(tx, ctx, {
      duplicateId: command.caseId,
      version: command.version,
      intoNumber: command.intoNumber,
      reason: command.reason,
      command,
    }),
  );

import { can } from "@rembuk/domain/access/policy";
import type { UndoMergeCommand } from "@rembuk/domain/cases/commands";
import { requireAction } from "@rembuk/domain/cases/lifecycle";
import { decideUndoMerge } from "@rembuk/domain/cases/merging";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { type Changed, loadCase, requireGrant } from "./change-case";
import { mergingOffice, saveMerge } from "./merge-cases";
import { listFollowersVia, lockMerges, releaseReporters } from "./merge-store";
import { reasonNote } from "./write-note";

/**
 * Takes a report out of the case that carries it, back to where it stood; reports that came with it
 * go with it. By any officer who may merge, so also by another one than who merged.
 * @throws conflict UNDO_TOO_LATE 30 days after the carrying case was closed
 */
export const undoMerge = (ctx: ServiceContext, command: UndoMergeCommand): Promise<Changed> =>
  once(ctx, command, async (tx) => {
    const seen = await loadCase(tx, command.caseId);
    requireGrant(ctx, seen, "undo-merge");
    await lockMerges(tx, seen.subdistrictCode);
    const duplicate = await loadCase(tx, command.caseId);
    if (duplicate.version !== command.version)
      throw new DomainError("conflict", "CASE_CHANGED_MEANWHILE", { version: duplicate.version });
    requireAction(duplicate, "undo-merge");
    const survivor = await loadCase(tx, duplicate.merged?.intoId ?? "");
    if (!can(ctx.actor, "case.merge", survivor))
      throw new DomainError("forbidden", "FORBIDDEN", { action: "undo-merge" });
    const followers = await listFollowersVia(tx, survivor.id, duplicate.id);
    const note = reasonNote(ctx, "partner", command.reason);
    const why = { noteId: note.id };
    const decision = decideUndoMerge(duplicate, survivor, followers, why, ctx.now());
    const parts = { duplicate, survivor, followers, decision, notes: [note], command };
    const changed = await saveMerge(tx, mergingOffice(ctx, duplicate, survivor), parts);
    const left = [duplicate.id, ...followers.map((follower) => follower.id)];
    await releaseReporters(tx, survivor.id, left, ctx.now());
    return changed;
  });

import type { Permission } from "@rembuk/domain/access/permissions";
import { can } from "@rembuk/domain/access/policy";
import type { AddNoteCommand } from "@rembuk/domain/cases/commands";
import { isTurnOf } from "@rembuk/domain/cases/lifecycle";
import type { Case, NoteAudience } from "@rembuk/domain/cases/model";
import { decideNote } from "@rembuk/domain/cases/working";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { actingBy, type Changed, loadCase } from "./change-case";
import { insertNote, type NewNote, saveCase } from "./store";

const permissionFor: Record<NoteAudience, Permission> = {
  internal: "note.write-internal",
  partner: "note.write-partner",
  reporter: "note.write-reporter",
};

export interface AddedNote extends Changed {
  /** Files of the note are hung on it by this. */
  readonly noteId: string;
}

/** @throws forbidden NOTE_AUDIENCE_FORBIDDEN, or as the case's own reading refuses */
export const requireAudience = (ctx: ServiceContext, kase: Case, audience: NoteAudience): void => {
  requirePermission(ctx, "case.read", kase);
  if (!can(ctx.actor, permissionFor[audience], kase))
    throw new DomainError("forbidden", "NOTE_AUDIENCE_FORBIDDEN", { audience });
};

/**
 * A note for one of three audiences. It moves no clock and no version: whoever fills in a form
 * meanwhile is not disturbed. Only the holder's first one counts, as first follow-up.
 */
export const addNote = (ctx: ServiceContext, command: AddNoteCommand): Promise<AddedNote> =>
  once(ctx, command, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requireAudience(ctx, kase, command.audience);
    const note: NewNote = {
      id: ctx.newId(),
      audience: command.audience,
      purpose: "note",
      body: command.body,
    };
    const by = { noteId: note.id, audience: command.audience, byHolder: isTurnOf(ctx.actor, kase) };
    const decision = decideNote(kase, by, ctx.now());
    const own = actingBy(ctx, (actor) => can(actor, permissionFor[command.audience], kase));
    const made = { noteId: note.id };
    if (decision.after === kase) {
      return insertNote(tx, own, { kase, note, events: decision.events, command, made });
    }
    const change = { before: kase, ...decision, notes: [note], command, made };
    return { ...(await saveCase(tx, own, change)), ...made };
  });

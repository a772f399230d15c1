import type { CancelCaseCommand } from "@rembuk/domain/cases/commands";
import { decideCancel } from "@rembuk/domain/cases/leaving";
import type { ServiceContext } from "../context";
import { behalfNote, type Changed, changeCase } from "./change-case";
import { reasonNote } from "./write-note";

/** Takes a case back, by who brought it or by the desk in their name. */
export const cancelCase = (ctx: ServiceContext, command: CancelCaseCommand): Promise<Changed> =>
  changeCase(ctx, "cancel", command, ({ kase, onBehalf }) => {
    const note = reasonNote(ctx, "partner", command.reason);
    const told = behalfNote(ctx, onBehalf, command.onBehalf);
    const notes = told ? [note, told] : [note];
    return { ...decideCancel(kase, { onBehalf, noteId: note.id }, ctx.now()), notes };
  });

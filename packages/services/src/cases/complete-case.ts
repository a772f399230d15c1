import type { CompleteCaseCommand } from "@rembuk/domain/cases/commands";
import { decideComplete } from "@rembuk/domain/cases/completing";
import type { ServiceContext } from "../context";
import { behalfNote, type Changed, changeCase } from "./change-case";
import type { NewNote } from "./store";

/** What was missing has come, from who brought the case or as the desk was told. */
export const completeCase = (ctx: ServiceContext, command: CompleteCaseCommand): Promise<Changed> =>
  changeCase(ctx, "complete", command, ({ kase, clock, onBehalf }) => {
    const note: NewNote = {
      id: ctx.newId(),
      audience: "partner",
      purpose: "note",
      body: command.information,
    };
    const told = behalfNote(ctx, onBehalf, command.onBehalf);
    const notes = told ? [note, told] : [note];
    return { ...decideComplete(kase, { onBehalf, noteId: note.id }, clock), notes };
  });

import type { ConfirmCaseCommand } from "@rembuk/domain/cases/commands";
import { decideConfirm } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { type Changed, changeCase } from "./change-case";
import type { NewNote } from "./store";

/** The village says that the matter is settled; the case closes. */
export const confirmCase = (ctx: ServiceContext, command: ConfirmCaseCommand): Promise<Changed> =>
  changeCase(ctx, "confirm", command, ({ kase }) => {
    const notes: NewNote[] = command.note
      ? [{ id: ctx.newId(), audience: "partner", purpose: "note", body: command.note }]
      : [];
    return { ...decideConfirm(kase, { noteId: notes[0]?.id }, ctx.now()), notes };
  });

import type { HoldCaseCommand } from "@rembuk/domain/cases/commands";
import { decideHold } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { type Changed, changeCase } from "./change-case";
import type { NewNote } from "./store";

/** Pauses both day limits, with a reason and an end. */
export const holdCase = (ctx: ServiceContext, command: HoldCaseCommand): Promise<Changed> =>
  changeCase(ctx, "hold", command, ({ kase }) => {
    const note: NewNote = {
      id: ctx.newId(),
      audience: "partner",
      purpose: "reason",
      body: command.reason,
    };
    const { waitingFor, until } = command;
    return {
      ...decideHold(kase, { waitingFor, until, noteId: note.id }, ctx.now()),
      notes: [note],
    };
  });

import type { AcceptAssignmentCommand } from "@rembuk/domain/cases/commands";
import { decideAccept } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { behalfNote, type Changed, changeCase } from "./change-case";

/** The holder takes the case on, itself or by the kecamatan's record of its answer. */
export const acceptAssignment = (
  ctx: ServiceContext,
  command: AcceptAssignmentCommand,
): Promise<Changed> =>
  changeCase(ctx, "accept", command, ({ kase, clock, onBehalf }) => {
    const note = behalfNote(ctx, onBehalf, command.onBehalf);
    const decision = decideAccept(kase, { onBehalf, ...(note ? { noteId: note.id } : {}) }, clock);
    return { ...decision, notes: note ? [note] : [] };
  });

import type { AcceptAssignmentCommand } from "@rembuk/domain/cases/commands";
import { decideAccept } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { behalfNote, type Changed, changeCase, type Decide } from "./change-case";

/** How it is taken on, for the act and for its preview. */
export const acceptDecision =
  (ctx: ServiceContext, command: Pick<AcceptAssignmentCommand, "onBehalf">): Decide =>
  ({ kase, clock, onBehalf }) => {
    const note = behalfNote(ctx, onBehalf, command.onBehalf);
    const decision = decideAccept(kase, { onBehalf, ...(note ? { noteId: note.id } : {}) }, clock);
    return { ...decision, notes: note ? [note] : [] };
  };

/** The holder takes the case on, itself or by the kecamatan's record of its answer. */
export const acceptAssignment = (
  ctx: ServiceContext,
  command: AcceptAssignmentCommand,
): Promise<Changed> => changeCase(ctx, "accept", command, acceptDecision(ctx, command));

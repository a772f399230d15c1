import type { DeclineAssignmentCommand } from "@rembuk/domain/cases/commands";
import { decideDecline } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { behalfNote, type Changed, changeCase, type Decide } from "./change-case";
import type { NewNote } from "./store";

/** How a return is decided, for the act and for its preview. */
export const declineDecision =
  (ctx: ServiceContext, command: Pick<DeclineAssignmentCommand, "reason" | "onBehalf">): Decide =>
  ({ kase, clock, onBehalf }) => {
    const reason: NewNote = {
      id: ctx.newId(),
      audience: "partner",
      purpose: "reason",
      body: command.reason,
    };
    const told = behalfNote(ctx, onBehalf, command.onBehalf);
    return {
      ...decideDecline(kase, { onBehalf, noteId: reason.id }, clock),
      notes: told ? [reason, told] : [reason],
    };
  };

/** The holder returns the case with a reason; it goes back to the desk on the same total clock. */
export const declineAssignment = (
  ctx: ServiceContext,
  command: DeclineAssignmentCommand,
): Promise<Changed> => changeCase(ctx, "decline", command, declineDecision(ctx, command));

import { can } from "@rembuk/domain/access/policy";
import type { ReturnProposalCommand } from "@rembuk/domain/cases/commands";
import { decideReturnProposal } from "@rembuk/domain/cases/dispositions";
import type { ServiceContext } from "../context";
import { type Changed, changeCase } from "./change-case";
import type { NewNote } from "./store";

/** The leaders give a proposal back with a reason, or the desk takes its own one back. */
export const returnProposal = (
  ctx: ServiceContext,
  command: ReturnProposalCommand,
): Promise<Changed> =>
  changeCase(ctx, "return-proposal", command, ({ kase, clock }) => {
    const note: NewNote = {
      id: ctx.newId(),
      audience: "internal",
      purpose: "reason",
      body: command.reason,
    };
    const withdrawn = !can(ctx.actor, "case.dispose", kase);
    return {
      ...decideReturnProposal(kase, { noteId: note.id, withdrawn }, clock),
      notes: [note],
    };
  });

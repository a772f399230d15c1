import type { DisposeCaseCommand } from "@rembuk/domain/cases/commands";
import { decideDispose } from "@rembuk/domain/cases/dispositions";
import type { ServiceContext } from "../context";
import { type Changed, changeCase } from "./change-case";
import { routeTo } from "./route-case";
import type { NewNote } from "./store";

/** The camat or sekcam agrees: the case leaves for the proposed sector with their instruction. */
export const disposeCase = (ctx: ServiceContext, command: DisposeCaseCommand): Promise<Changed> =>
  changeCase(ctx, "dispose", command, async ({ kase, clock }) => {
    const target = kase.proposedTarget;
    // Without a proposal there is nobody to count by; the decision refuses it.
    const to = target === null ? { sector: null, clock } : await routeTo(ctx, kase, target);
    const note: NewNote = {
      id: ctx.newId(),
      audience: "partner",
      purpose: "instruction",
      body: command.instruction,
    };
    return { ...decideDispose(kase, { noteId: note.id }, to.sector, to.clock), notes: [note] };
  });

import type { ReopenCaseCommand } from "@rembuk/domain/cases/commands";
import { decideReopen } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { type Changed, changeCase } from "./change-case";
import { reasonNote } from "./write-note";

/** The village says that it is not settled; back to the desk on the same total clock. */
export const reopenCase = (ctx: ServiceContext, command: ReopenCaseCommand): Promise<Changed> =>
  changeCase(ctx, "reopen", command, ({ kase, clock }) => {
    const note = reasonNote(ctx, "partner", command.reason);
    return { ...decideReopen(kase, { noteId: note.id }, clock), notes: [note] };
  });

import type { AskInfoCommand } from "@rembuk/domain/cases/commands";
import { decideAskInfo } from "@rembuk/domain/cases/completing";
import type { ServiceContext } from "../context";
import { type Changed, changeCase } from "./change-case";
import { reasonNote } from "./write-note";

/** Asks the village or the reporter for what is missing; the question stands on the tracking page. */
export const askInfo = (ctx: ServiceContext, command: AskInfoCommand): Promise<Changed> =>
  changeCase(ctx, "ask-info", command, ({ kase, clock }) => {
    const note = reasonNote(ctx, "reporter", command.question);
    return { ...decideAskInfo(kase, { noteId: note.id }, clock), notes: [note] };
  });

import type { RedirectCaseCommand } from "@rembuk/domain/cases/commands";
import { decideRedirect } from "@rembuk/domain/cases/leaving";
import type { ServiceContext } from "../context";
import { type Changed, changeCase } from "./change-case";
import { reasonNote } from "./write-note";

/** Tells the reporter that it is not the kecamatan's to do, and whose it is. */
export const redirectCase = (ctx: ServiceContext, command: RedirectCaseCommand): Promise<Changed> =>
  changeCase(ctx, "redirect", command, ({ kase }) => {
    const note = reasonNote(ctx, "reporter", `${command.destination}\n\n${command.reason}`);
    return { ...decideRedirect(kase, { noteId: note.id }, ctx.now()), notes: [note] };
  });

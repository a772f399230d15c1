import type { ArchiveCaseCommand } from "@rembuk/domain/cases/commands";
import { decideArchive } from "@rembuk/domain/cases/leaving";
import type { ServiceContext } from "../context";
import { type Changed, changeCase } from "./change-case";
import { reasonNote } from "./write-note";

/** Keeps a report that there is nothing to act on; the reporter reads why. */
export const archiveCase = (ctx: ServiceContext, command: ArchiveCaseCommand): Promise<Changed> =>
  changeCase(ctx, "archive", command, ({ kase }) => {
    const note = reasonNote(ctx, "reporter", command.reason);
    return { ...decideArchive(kase, { noteId: note.id }, ctx.now()), notes: [note] };
  });

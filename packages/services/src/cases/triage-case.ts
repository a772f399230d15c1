import type { TriageCaseCommand } from "@rembuk/domain/cases/commands";
import { decideTriage } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { type Changed, categoryOf, changeCase } from "./change-case";
import type { NewNote } from "./store";

/** Verifies a received case and, if need be, corrects its category. */
export const triageCase = (ctx: ServiceContext, command: TriageCaseCommand): Promise<Changed> =>
  changeCase(ctx, "triage", command, async ({ kase, category, clock }) => {
    const chosen = command.categoryCode ? await categoryOf(ctx, command.categoryCode) : category;
    const notes: NewNote[] = command.note
      ? [{ id: ctx.newId(), audience: "internal", purpose: "note", body: command.note }]
      : [];
    return { ...decideTriage(kase, { noteId: notes[0]?.id }, chosen, clock), notes };
  });

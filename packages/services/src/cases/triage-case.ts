import type { TriageCaseCommand } from "@rembuk/domain/cases/commands";
import { decideTriage } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { loadSectors } from "./category-queries";
import { type Changed, changeCase, type Decide } from "./change-case";
import { categoryOf } from "./rule-queries";
import type { NewNote } from "./store";

type Words = Pick<TriageCaseCommand, "categoryCode" | "note">;

/** How triage is decided, for the act and for its preview. */
export const triageDecision =
  (ctx: ServiceContext, command: Words): Decide =>
  async ({ kase, category, clock }) => {
    const chosen = command.categoryCode
      ? await categoryOf(ctx, kase.subdistrictCode, command.categoryCode)
      : category;
    const notes: NewNote[] = command.note
      ? [{ id: ctx.newId(), audience: "internal", purpose: "note", body: command.note }]
      : [];
    const inspectorate = (await loadSectors(ctx.db, "")).get("INSPEKTORAT");
    if (!inspectorate) throw new Error("the sector INSPEKTORAT is missing from the master data");
    const chosenClock = { ...clock, category: chosen };
    const noteId = notes[0]?.id;
    return { ...decideTriage(kase, { noteId }, chosen, inspectorate, chosenClock), notes };
  };

/** Verifies a received case and, if need be, corrects its category. */
export const triageCase = (ctx: ServiceContext, command: TriageCaseCommand): Promise<Changed> =>
  changeCase(ctx, "triage", command, triageDecision(ctx, command));

import type { RouteCaseCommand } from "@rembuk/domain/cases/commands";
import { decideRoute } from "@rembuk/domain/cases/routing";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { stageClock } from "../kernel/stage-clock";
import { loadSectors } from "./category-queries";
import { type Changed, changeCase } from "./change-case";
import type { NewNote } from "./store";

/** Sends a verified case to the lead sector or a section, with an instruction (disposisi). */
export const routeCase = (ctx: ServiceContext, command: RouteCaseCommand): Promise<Changed> =>
  changeCase(ctx, "route", command, async ({ kase, category }) => {
    const sector = (await loadSectors(ctx.db, "")).get(command.target) ?? null;
    // The receiver counts by its own office's days: a Puskesmas works on Saturdays.
    const [calendar, stageCalendar] = await Promise.all([
      officeCalendar(ctx.db, kase.subdistrictCode),
      officeCalendar(ctx.db, `${kase.subdistrictCode}:${command.target}`),
    ]);
    const clock = stageClock(ctx.now(), category, calendar, stageCalendar);
    const note: NewNote = {
      id: ctx.newId(),
      audience: "partner",
      purpose: "instruction",
      body: command.instruction,
    };
    return {
      ...decideRoute(kase, { target: command.target, noteId: note.id }, sector, clock),
      notes: [note],
    };
  });

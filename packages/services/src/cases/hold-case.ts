import type { HoldCaseCommand } from "@rembuk/domain/cases/commands";
import { decideHold } from "@rembuk/domain/cases/working";
import { caseCalendars } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { movedDeadline } from "../kernel/stage-clock";
import { type Changed, changeCase } from "./change-case";
import { reasonNote } from "./write-note";

/** Pauses both day limits, with a reason and an end. */
export const holdCase = (ctx: ServiceContext, command: HoldCaseCommand): Promise<Changed> =>
  changeCase(ctx, "hold", command, async ({ kase }) => {
    const calendars = await caseCalendars(ctx.db, kase);
    const note = reasonNote(ctx, "partner", command.reason);
    const act = { waitingFor: command.waitingFor, until: command.until, noteId: note.id };
    return { ...decideHold(kase, act, ctx.now(), movedDeadline(calendars)), notes: [note] };
  });

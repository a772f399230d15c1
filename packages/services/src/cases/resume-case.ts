import type { ResumeCaseCommand } from "@rembuk/domain/cases/commands";
import { decideResume } from "@rembuk/domain/cases/working";
import { caseCalendars } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { movedDeadline } from "../kernel/stage-clock";
import { type Changed, changeCase } from "./change-case";

/** Work goes on; the deadlines move by the days that the hold covered whole. */
export const resumeCase = (ctx: ServiceContext, command: ResumeCaseCommand): Promise<Changed> =>
  changeCase(ctx, "resume", command, async ({ kase }) => {
    const calendars = await caseCalendars(ctx.db, kase);
    return decideResume(kase, { bySystem: false }, ctx.now(), movedDeadline(calendars));
  });

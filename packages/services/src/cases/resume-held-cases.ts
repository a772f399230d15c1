import { decideResume } from "@rembuk/domain/cases/working";
import { caseCalendars } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { movedDeadline } from "../kernel/stage-clock";
import { changeAllBySystem, systemBatch } from "./change-by-system";
import { listLapsedHolds } from "./sweep-store";

/** Takes cases up again whose hold has reached its agreed end: a forgotten hold lapses by itself. */
export const resumeHeldCases = async (ctx: ServiceContext): Promise<number> => {
  const ids = await listLapsedHolds(ctx.db, ctx.now(), systemBatch);
  return changeAllBySystem(ctx, ids, async (kase) => {
    const calendars = await caseCalendars(ctx.db, kase);
    return decideResume(kase, { bySystem: true }, ctx.now(), movedDeadline(calendars));
  });
};

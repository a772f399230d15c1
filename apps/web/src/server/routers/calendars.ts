import "server-only";
import {
  changeCalendarCommand,
  listCalendarInput,
  previewChangeInput,
} from "@rembuk/domain/calendars/commands";
import { changeCalendar } from "@rembuk/services/calendars/change-calendar";
import { listCalendar } from "@rembuk/services/calendars/editor-queries";
import { previewRecompute } from "@rembuk/services/cases/preview-recompute";
import { router, staffProcedure } from "@/server/trpc/procedures";

const editor = staffProcedure.meta({ permission: "calendar.edit" });

/** Free days and office hours: master data that everybody may look up. */
export const calendarsRouter = router({
  list: staffProcedure
    .meta({ permission: "signed-in" })
    .input(listCalendarInput)
    .query(({ ctx, input }) => listCalendar(ctx.service, input)),
  preview: editor
    .input(previewChangeInput)
    .query(({ ctx, input }) => previewRecompute(ctx.service, input)),
  change: editor
    .input(changeCalendarCommand)
    .mutation(({ ctx, input }) => changeCalendar(ctx.service, input)),
});

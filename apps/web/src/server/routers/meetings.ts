import "server-only";
import {
  finishActionCommand,
  linkActionCaseCommand,
  listMeetingsInput,
  recordMeetingCommand,
} from "@rembuk/domain/meetings/commands";
import { finishAction } from "@rembuk/services/meetings/finish-action";
import { linkActionCase } from "@rembuk/services/meetings/link-action-case";
import { listMeetings } from "@rembuk/services/meetings/queries";
import { recordMeeting } from "@rembuk/services/meetings/record-meeting";
import { router, staffProcedure } from "@/server/trpc/procedures";

const recorder = staffProcedure.meta({ permission: "meeting.record" });

/** Meetings by field, and what became of their decisions. */
export const meetingsRouter = router({
  list: staffProcedure
    .meta({ permission: "meeting.read" })
    .input(listMeetingsInput)
    .query(({ ctx, input }) => listMeetings(ctx.service, input)),
  record: recorder
    .input(recordMeetingCommand)
    .mutation(({ ctx, input }) => recordMeeting(ctx.service, input)),
  finishAction: recorder
    .input(finishActionCommand)
    .mutation(({ ctx, input }) => finishAction(ctx.service, input)),
  linkActionCase: recorder
    .input(linkActionCaseCommand)
    .mutation(({ ctx, input }) => linkActionCase(ctx.service, input)),
});

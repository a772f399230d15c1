import "server-only";
import {
  answerRevisionCommand,
  importInnovationCommand,
  linkCaseCommand,
  linkMeetingCommand,
  listInnovationsInput,
  moveInnovationCommand,
  moveStageCommand,
  registerInnovationCommand,
  requestRevisionCommand,
  saveAssessmentYearCommand,
  saveInnovationPartsCommand,
  saveProfileCommand,
  showInnovationInput,
  unlinkCaseCommand,
} from "@rembuk/domain/innovations/commands";
import { answerRevision } from "@rembuk/services/innovations/answer-revision";
import { importProfile } from "@rembuk/services/innovations/import-profile";
import { linkCase, unlinkCase } from "@rembuk/services/innovations/link-case";
import { linkMeeting, unlinkMeeting } from "@rembuk/services/innovations/link-meeting";
import { moveReport } from "@rembuk/services/innovations/move-report";
import { moveStage } from "@rembuk/services/innovations/move-stage";
import { listInnovations, showInnovation } from "@rembuk/services/innovations/queries";
import { registerInnovation } from "@rembuk/services/innovations/register-innovation";
import { requestRevision } from "@rembuk/services/innovations/request-revision";
import { saveInnovationParts } from "@rembuk/services/innovations/save-parts";
import { saveProfile } from "@rembuk/services/innovations/save-profile";
import { saveYear } from "@rembuk/services/innovations/save-year";
import { listYears } from "@rembuk/services/innovations/year-queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "innovation.read" });
const editor = staffProcedure.meta({ permission: "innovation.edit" });
const rubric = staffProcedure.meta({ permission: "innovation.rubric" });
const linker = staffProcedure.meta({ permission: "innovation.link" });

/** Innovations: their profiles, reports and where they stand. */
export const innovationsRouter = router({
  list: reader
    .input(listInnovationsInput)
    .query(({ ctx, input }) => listInnovations(ctx.service, input)),
  show: reader
    .input(showInnovationInput)
    .query(({ ctx, input }) => showInnovation(ctx.service, input)),
  years: rubric.query(({ ctx }) => listYears(ctx.service)),
  saveYear: rubric
    .input(saveAssessmentYearCommand)
    .mutation(({ ctx, input }) => saveYear(ctx.service, input)),
  register: editor
    .input(registerInnovationCommand)
    .mutation(({ ctx, input }) => registerInnovation(ctx.service, input)),
  saveProfile: editor
    .input(saveProfileCommand)
    .mutation(({ ctx, input }) => saveProfile(ctx.service, input)),
  saveParts: editor
    .input(saveInnovationPartsCommand)
    .mutation(({ ctx, input }) => saveInnovationParts(ctx.service, input)),
  import: editor
    .input(importInnovationCommand)
    .mutation(({ ctx, input }) => importProfile(ctx.service, input)),
  /** Each step asks for its own permission; whoever reads innovations may knock. */
  move: reader
    .input(moveInnovationCommand)
    .mutation(({ ctx, input }) => moveReport(ctx.service, input)),
  requestRevision: staffProcedure
    .meta({ permission: "innovation.verify" })
    .input(requestRevisionCommand)
    .mutation(({ ctx, input }) => requestRevision(ctx.service, input)),
  answerRevision: editor
    .input(answerRevisionCommand)
    .mutation(({ ctx, input }) => answerRevision(ctx.service, input)),
  moveStage: editor
    .input(moveStageCommand)
    .mutation(({ ctx, input }) => moveStage(ctx.service, input)),
  linkCase: linker
    .input(linkCaseCommand)
    .mutation(({ ctx, input }) => linkCase(ctx.service, input)),
  unlinkCase: linker
    .input(unlinkCaseCommand)
    .mutation(({ ctx, input }) => unlinkCase(ctx.service, input)),
  linkMeeting: linker
    .input(linkMeetingCommand)
    .mutation(({ ctx, input }) => linkMeeting(ctx.service, input)),
  unlinkMeeting: linker
    .input(linkMeetingCommand)
    .mutation(({ ctx, input }) => unlinkMeeting(ctx.service, input)),
});

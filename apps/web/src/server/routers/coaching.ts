import "server-only";
import {
  agreePlanCommand,
  countByInnovationInput,
  enterIdeaCommand,
  handOverCommand,
  linkCommitmentCaseCommand,
  listBatchesInput,
  listOfCaseInput,
  listOfInnovationInput,
  listWaitingInput,
  moveEngagementCommand,
  openBatchCommand,
  proposeCommitmentCommand,
  savePlanCommand,
  saveTeamCommand,
  scheduleSessionCommand,
  showBatchInput,
  showEngagementInput,
  stepCommitmentCommand,
  stepSessionCommand,
} from "@rembuk/domain/coaching/commands";
import { listAgenda } from "@rembuk/services/coaching/agenda-queries";
import { listBatches } from "@rembuk/services/coaching/batch-list-queries";
import { showBatch } from "@rembuk/services/coaching/batch-queries";
import { listOfCase } from "@rembuk/services/coaching/case-queries";
import { enterIdea } from "@rembuk/services/coaching/enter-idea";
import { handOver } from "@rembuk/services/coaching/hand-over";
import { linkCommitmentCase } from "@rembuk/services/coaching/link-case";
import { moveCommitment, proposeCommitment } from "@rembuk/services/coaching/move-commitment";
import { moveEngagement } from "@rembuk/services/coaching/move-engagement";
import { moveSession, scheduleSession } from "@rembuk/services/coaching/move-session";
import { openBatch } from "@rembuk/services/coaching/open-batch";
import { showEngagement } from "@rembuk/services/coaching/queries";
import { agreePlan, savePlan } from "@rembuk/services/coaching/save-plan";
import { saveTeam } from "@rembuk/services/coaching/save-team";
import { countByInnovation, listOfInnovation } from "@rembuk/services/coaching/standing-queries";
import { listWaiting } from "@rembuk/services/coaching/waiting-queries";
import { listWinners } from "@rembuk/services/coaching/winner-queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "coaching.read" });
const opener = staffProcedure.meta({ permission: "coaching.open" });
const coach = staffProcedure.meta({ permission: "coaching.coach" });
const worker = staffProcedure.meta({ permission: "coaching.work" });

/** Coaching: batches, engagements, sessions and commitments. */
export const coachingRouter = router({
  batches: reader
    .input(listBatchesInput)
    .query(({ ctx, input }) => listBatches(ctx.service, input)),
  batch: reader.input(showBatchInput).query(({ ctx, input }) => showBatch(ctx.service, input)),
  show: reader
    .input(showEngagementInput)
    .query(({ ctx, input }) => showEngagement(ctx.service, input)),
  waiting: reader
    .input(listWaitingInput)
    .query(({ ctx, input }) => listWaiting(ctx.service, input)),
  standings: reader
    .input(countByInnovationInput)
    .query(({ ctx, input }) => countByInnovation(ctx.service, input)),
  ofInnovation: reader
    .input(listOfInnovationInput)
    .query(({ ctx, input }) => listOfInnovation(ctx.service, input)),
  ofCase: reader.input(listOfCaseInput).query(({ ctx, input }) => listOfCase(ctx.service, input)),
  agenda: reader.query(({ ctx }) => listAgenda(ctx.service)),
  winners: opener.query(({ ctx }) => listWinners(ctx.service)),
  openBatch: opener
    .input(openBatchCommand)
    .mutation(({ ctx, input }) => openBatch(ctx.service, input)),
  saveTeam: opener
    .input(saveTeamCommand)
    .mutation(({ ctx, input }) => saveTeam(ctx.service, input)),
  /** Each step asks for its own permission; whoever reads coaching may knock. */
  move: reader
    .input(moveEngagementCommand)
    .mutation(({ ctx, input }) => moveEngagement(ctx.service, input)),
  savePlan: reader
    .input(savePlanCommand)
    .mutation(({ ctx, input }) => savePlan(ctx.service, input)),
  agreePlan: reader
    .input(agreePlanCommand)
    .mutation(({ ctx, input }) => agreePlan(ctx.service, input)),
  handOver: reader
    .input(handOverCommand)
    .mutation(({ ctx, input }) => handOver(ctx.service, input)),
  schedule: coach
    .input(scheduleSessionCommand)
    .mutation(({ ctx, input }) => scheduleSession(ctx.service, input)),
  stepSession: reader
    .input(stepSessionCommand)
    .mutation(({ ctx, input }) => moveSession(ctx.service, input)),
  enterIdea: worker
    .input(enterIdeaCommand)
    .mutation(({ ctx, input }) => enterIdea(ctx.service, input)),
  propose: reader
    .input(proposeCommitmentCommand)
    .mutation(({ ctx, input }) => proposeCommitment(ctx.service, input)),
  stepCommitment: reader
    .input(stepCommitmentCommand)
    .mutation(({ ctx, input }) => moveCommitment(ctx.service, input)),
  linkCase: worker
    .input(linkCommitmentCaseCommand)
    .mutation(({ ctx, input }) => linkCommitmentCase(ctx.service, input)),
});

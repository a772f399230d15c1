import "server-only";
import {
  answerRetentionCommand,
  proposeRetentionCommand,
  retentionPlace,
  setRetentionCommand,
} from "@rembuk/domain/cases/retention";
import { answerRetention } from "@rembuk/services/audit/answer-retention";
import { proposeRetention } from "@rembuk/services/audit/propose-retention";
import { showRetention } from "@rembuk/services/audit/retention-queries";
import { setRetention } from "@rembuk/services/audit/set-retention";
import { z } from "zod";
import { router, staffProcedure } from "@/server/trpc/procedures";

const ofOffice = z.object({ subdistrictCode: retentionPlace });
const proposer = staffProcedure.meta({ permission: "retention.propose" });

/** How long ended cases keep their content, and what the camat agreed to let go. */
export const retentionRouter = router({
  show: staffProcedure
    .meta({ permission: "retention.read" })
    .input(ofOffice)
    .query(({ ctx, input }) => showRetention(ctx.service, input)),
  set: proposer
    .input(setRetentionCommand)
    .mutation(({ ctx, input }) => setRetention(ctx.service, input)),
  propose: proposer
    .input(proposeRetentionCommand)
    .mutation(({ ctx, input }) => proposeRetention(ctx.service, input)),
  answer: staffProcedure
    .meta({ permission: "retention.approve" })
    .input(answerRetentionCommand)
    .mutation(({ ctx, input }) => answerRetention(ctx.service, input)),
});

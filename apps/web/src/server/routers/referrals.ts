import "server-only";
import {
  acceptReferralCommand,
  addMilestoneCommand,
  addTasksCommand,
  answerTransferCommand,
  endReferralCommand,
  offerTransferCommand,
  referCaseCommand,
  referralLinkCommand,
  tickTaskCommand,
  wordsOnReferralCommand,
} from "@rembuk/domain/cases/referral-commands";
import { acceptReferral } from "@rembuk/services/cases/accept-referral";
import { addMilestone } from "@rembuk/services/cases/add-milestone";
import { addTasks } from "@rembuk/services/cases/add-tasks";
import {
  acceptTransfer,
  rejectTransfer,
  revokeTransfer,
} from "@rembuk/services/cases/answer-transfer";
import { declineReferral, failReferral, finishReferral } from "@rembuk/services/cases/end-referral";
import { listReferrals } from "@rembuk/services/cases/list-referrals";
import { noteReferral } from "@rembuk/services/cases/note-referral";
import { offerTransfer } from "@rembuk/services/cases/offer-transfer";
import { referCase } from "@rembuk/services/cases/refer-case";
import { listReferralTargets } from "@rembuk/services/cases/referral-target-queries";
import { revokeReferral } from "@rembuk/services/cases/revoke-referral";
import { revokeReferralLink, sendReferralLink } from "@rembuk/services/cases/send-referral-link";
import { tickTask } from "@rembuk/services/cases/tick-task";
import { listTransferTargets } from "@rembuk/services/cases/transfer-target-queries";
import { waiveReferral } from "@rembuk/services/cases/waive-referral";
import { z } from "zod";
import { router, staffProcedure } from "@/server/trpc/procedures";

const ofCase = z.object({ caseId: z.uuid() });
// The party answers, or the referring side in its name: the use case decides.
const anybody = staffProcedure.meta({ permission: "case.read" });
const sender = staffProcedure.meta({ permission: "referral.send" });
const linker = staffProcedure.meta({ permission: "referral.send-link" });
const manager = staffProcedure.meta({ permission: "referral.manage" });
const tasks = staffProcedure.meta({ permission: "task.manage" });
const receiver = staffProcedure.meta({ permission: "transfer.answer" });
const offerer = staffProcedure.meta({ permission: "transfer.propose" });

export const referralsRouter = router({
  mine: anybody.query(({ ctx }) => listReferrals(ctx.service)),
  targets: sender.input(ofCase).query(({ ctx, input }) => listReferralTargets(ctx.service, input)),
  refer: sender.input(referCaseCommand).mutation(({ ctx, input }) => referCase(ctx.service, input)),
  accept: anybody
    .input(acceptReferralCommand)
    .mutation(({ ctx, input }) => acceptReferral(ctx.service, input)),
  decline: anybody
    .input(endReferralCommand)
    .mutation(({ ctx, input }) => declineReferral(ctx.service, input)),
  milestone: anybody
    .input(addMilestoneCommand)
    .mutation(({ ctx, input }) => addMilestone(ctx.service, input)),
  finish: anybody
    .input(endReferralCommand)
    .mutation(({ ctx, input }) => finishReferral(ctx.service, input)),
  fail: anybody
    .input(endReferralCommand)
    .mutation(({ ctx, input }) => failReferral(ctx.service, input)),
  note: staffProcedure
    .meta({ permission: "referral.answer" })
    .input(wordsOnReferralCommand)
    .mutation(({ ctx, input }) => noteReferral(ctx.service, input)),
  revoke: manager
    .input(wordsOnReferralCommand)
    .mutation(({ ctx, input }) => revokeReferral(ctx.service, input)),
  waive: manager
    .input(wordsOnReferralCommand)
    .mutation(({ ctx, input }) => waiveReferral(ctx.service, input)),
  sendLink: linker
    .input(referralLinkCommand)
    .mutation(({ ctx, input }) => sendReferralLink(ctx.service, input)),
  revokeLink: linker
    .input(referralLinkCommand)
    .mutation(({ ctx, input }) => revokeReferralLink(ctx.service, input)),

  transferTargets: offerer
    .input(ofCase)
    .query(({ ctx, input }) => listTransferTargets(ctx.service, input)),
  offerTransfer: offerer
    .input(offerTransferCommand)
    .mutation(({ ctx, input }) => offerTransfer(ctx.service, input)),
  acceptTransfer: receiver
    .input(answerTransferCommand)
    .mutation(({ ctx, input }) => acceptTransfer(ctx.service, input)),
  rejectTransfer: receiver
    .input(wordsOnReferralCommand)
    .mutation(({ ctx, input }) => rejectTransfer(ctx.service, input)),
  revokeTransfer: offerer
    .input(wordsOnReferralCommand)
    .mutation(({ ctx, input }) => revokeTransfer(ctx.service, input)),

  addTasks: tasks.input(addTasksCommand).mutation(({ ctx, input }) => addTasks(ctx.service, input)),
  tickTask: tasks.input(tickTaskCommand).mutation(({ ctx, input }) => tickTask(ctx.service, input)),
});

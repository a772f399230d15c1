import "server-only";
import {
  bulkRef,
  previewBulkInput,
  submitBulkCommand,
  undoBulkCommand,
} from "@rembuk/domain/cases/bulk-commands";
import {
  acceptAssignmentCommand,
  addNoteCommand,
  amendCaseCommand,
  answerForReportCommand,
  archiveCaseCommand,
  askInfoCommand,
  cancelCaseCommand,
  closeCaseCommand,
  completeCaseCommand,
  confirmCaseCommand,
  declineAssignmentCommand,
  disposeCaseCommand,
  findDuplicatesInput,
  groupCasesInput,
  holdCaseCommand,
  listCasesInput,
  mergeCasesCommand,
  openCaseCommand,
  presenceInput,
  redirectCaseCommand,
  relayCaseCommand,
  reopenCaseCommand,
  resolveCaseCommand,
  resumeCaseCommand,
  returnProposalCommand,
  routeCaseCommand,
  splitCaseCommand,
  triageCaseCommand,
  undoMergeCommand,
} from "@rembuk/domain/cases/commands";
import { previewSheetInput, submitSheetCommand } from "@rembuk/domain/cases/reply-sheet";
import { acceptAssignment } from "@rembuk/services/cases/accept-assignment";
import { acknowledgeBulk } from "@rembuk/services/cases/acknowledge-bulk";
import { addNote } from "@rembuk/services/cases/add-note";
import { amendCase } from "@rembuk/services/cases/amend-case";
import { answerForReport } from "@rembuk/services/cases/answer-for-report";
import { archiveCase } from "@rembuk/services/cases/archive-case";
import { askInfo } from "@rembuk/services/cases/ask-info";
import { listOpenBulks } from "@rembuk/services/cases/bulk-queries";
import { cancelCase } from "@rembuk/services/cases/cancel-case";
import { listFilterChoices } from "@rembuk/services/cases/choice-queries";
import { closeCase } from "@rembuk/services/cases/close-case";
import { completeCase } from "@rembuk/services/cases/complete-case";
import { confirmCase } from "@rembuk/services/cases/confirm-case";
import { declineAssignment } from "@rembuk/services/cases/decline-assignment";
import { disposeCase } from "@rembuk/services/cases/dispose-case";
import { endPresence } from "@rembuk/services/cases/end-presence";
import { enterCase } from "@rembuk/services/cases/enter-case";
import { findDuplicates } from "@rembuk/services/cases/find-duplicates";
import { countGroups } from "@rembuk/services/cases/group-queries";
import { holdCase } from "@rembuk/services/cases/hold-case";
import { mergeCases } from "@rembuk/services/cases/merge-cases";
import { openCase } from "@rembuk/services/cases/open-case";
import { categoryOptionsInput, listCategoryOptions } from "@rembuk/services/cases/option-queries";
import { listPresent } from "@rembuk/services/cases/presence-queries";
import { previewBulk } from "@rembuk/services/cases/preview-bulk";
import { previewRouting, previewRoutingInput } from "@rembuk/services/cases/preview-routing";
import { previewSheet } from "@rembuk/services/cases/preview-sheet";
import { countCases, listCases } from "@rembuk/services/cases/queries";
import { redirectCase } from "@rembuk/services/cases/redirect-case";
import { relayCase } from "@rembuk/services/cases/relay-case";
import { renewReceipt, renewReceiptCommand } from "@rembuk/services/cases/renew-receipt";
import { reopenCase } from "@rembuk/services/cases/reopen-case";
import { listRepliesForCase, repliesForCaseInput } from "@rembuk/services/cases/reply-queries";
import {
  listReportedUnits,
  reportedUnitsInput,
} from "@rembuk/services/cases/reported-unit-queries";
import { resolveCase } from "@rembuk/services/cases/resolve-case";
import { resumeCase } from "@rembuk/services/cases/resume-case";
import { returnProposal } from "@rembuk/services/cases/return-proposal";
import { revealReporter, revealReporterCommand } from "@rembuk/services/cases/reveal-reporter";
import { routeCase } from "@rembuk/services/cases/route-case";
import { searchCases, searchCasesInput } from "@rembuk/services/cases/search-cases";
import { sendLink, sendLinkCommand } from "@rembuk/services/cases/send-link";
import { settleBulk } from "@rembuk/services/cases/settle-bulk";
import { showCase } from "@rembuk/services/cases/show-case";
import { splitCase } from "@rembuk/services/cases/split-case";
import { submitBulk } from "@rembuk/services/cases/submit-bulk";
import { submitSheet } from "@rembuk/services/cases/submit-sheet";
import { triageCase } from "@rembuk/services/cases/triage-case";
import { undoBulk } from "@rembuk/services/cases/undo-bulk";
import { undoMerge } from "@rembuk/services/cases/undo-merge";
import { z } from "zod";
import { flatAnswer, flatPage } from "@/lib/wire-format";
import { caseTimes, rowTimes } from "@/server/trpc/case-times";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "case.read" });
const views = z
  .record(z.string().max(40), listCasesInput.partial())
  .refine((v) => Object.keys(v).length <= 16);

export const casesRouter = router({
  list: reader
    .input(listCasesInput)
    .query(async ({ ctx, input }) => flatPage(await listCases(ctx.service, input), rowTimes)),
  groups: reader.input(groupCasesInput).query(({ ctx, input }) => countGroups(ctx.service, input)),
  /** Names of offices and officers for the filters; no case. */
  filterChoices: reader.query(({ ctx }) => listFilterChoices(ctx.service)),
  counts: reader.input(views).query(({ ctx, input }) => countCases(ctx.service, input)),
  // Changes nothing, but a term may be a NIK or a name, which may not stand in an address.
  search: reader
    .input(searchCasesInput)
    .mutation(({ ctx, input }) => searchCases(ctx.service, input)),
  show: reader
    .input(z.object({ caseId: z.uuid() }))
    .query(async ({ ctx, input }) => flatAnswer(await showCase(ctx.service, input), caseTimes)),

  // Who has it open just now: no act, so without an id of one; said again it says the same.
  present: reader.input(presenceInput).query(({ ctx, input }) => listPresent(ctx.service, input)),
  enter: reader.input(presenceInput).mutation(({ ctx, input }) => enterCase(ctx.service, input)),
  leave: reader.input(presenceInput).mutation(({ ctx, input }) => endPresence(ctx.service, input)),

  /** Prepared words for this case in its state, filled in. */
  replies: reader
    .input(repliesForCaseInput)
    .query(({ ctx, input }) => listRepliesForCase(ctx.service, input)),

  categories: staffProcedure
    .meta({ permission: "signed-in" })
    .input(categoryOptionsInput)
    .query(({ ctx, input }) => listCategoryOptions(ctx.service, input)),
  /** The units that a case of a kecamatan may complain of: names of offices, no case. */
  reportedUnits: staffProcedure
    .meta({ permission: "signed-in" })
    .input(reportedUnitsInput)
    .query(({ ctx, input }) => listReportedUnits(ctx.service, input)),
  previewRouting: staffProcedure
    .meta({ permission: "case.open" })
    .input(previewRoutingInput)
    .query(({ ctx, input }) => previewRouting(ctx.service, input)),

  // Changes nothing, but names and stories may not stand in an address: so it is sent as a body.
  findDuplicates: reader
    .input(findDuplicatesInput)
    .mutation(({ ctx, input }) => findDuplicates(ctx.service, input)),
  merge: staffProcedure
    .meta({ permission: "case.merge" })
    .input(mergeCasesCommand)
    .mutation(({ ctx, input }) => mergeCases(ctx.service, input)),
  undoMerge: staffProcedure
    .meta({ permission: "case.merge" })
    .input(undoMergeCommand)
    .mutation(({ ctx, input }) => undoMerge(ctx.service, input)),
  split: staffProcedure
    .meta({ permission: "case.split" })
    .input(splitCaseCommand)
    .mutation(({ ctx, input }) => splitCase(ctx.service, input)),

  // Many at once (docs/adr/0015): each case is asked for by the permission of its own act. The preview
  // changes nothing, but a hundred ids do not fit an address: so it is sent as a body.
  previewBulk: reader
    .input(previewBulkInput)
    .mutation(({ ctx, input }) => previewBulk(ctx.service, input)),
  submitBulk: reader
    .input(submitBulkCommand)
    .mutation(({ ctx, input }) => submitBulk(ctx.service, input)),
  // A mutation too: a filled-in sheet is more than an address holds.
  previewSheet: reader
    .input(previewSheetInput)
    .mutation(({ ctx, input }) => previewSheet(ctx.service, input)),
  submitSheet: reader
    .input(submitSheetCommand)
    .mutation(({ ctx, input }) => submitSheet(ctx.service, input)),
  // One's own batches only; their fence is the person.
  openBulks: reader.query(({ ctx }) => listOpenBulks(ctx.service)),
  undoBulk: reader
    .input(undoBulkCommand)
    .mutation(({ ctx, input }) => undoBulk(ctx.service, input)),
  settleBulk: reader.input(bulkRef).mutation(({ ctx, input }) => settleBulk(ctx.service, input)),
  acknowledgeBulk: reader
    .input(bulkRef)
    .mutation(({ ctx, input }) => acknowledgeBulk(ctx.service, input)),

  open: staffProcedure
    .meta({ permission: "case.open" })
    .input(openCaseCommand)
    .mutation(({ ctx, input }) => openCase(ctx.service, input)),
  triage: staffProcedure
    .meta({ permission: "case.triage" })
    .input(triageCaseCommand)
    .mutation(({ ctx, input }) => triageCase(ctx.service, input)),
  askInfo: staffProcedure
    .meta({ permission: "case.triage" })
    .input(askInfoCommand)
    .mutation(({ ctx, input }) => askInfo(ctx.service, input)),
  redirect: staffProcedure
    .meta({ permission: "case.triage" })
    .input(redirectCaseCommand)
    .mutation(({ ctx, input }) => redirectCase(ctx.service, input)),
  archive: staffProcedure
    .meta({ permission: "case.triage" })
    .input(archiveCaseCommand)
    .mutation(({ ctx, input }) => archiveCase(ctx.service, input)),
  amend: staffProcedure
    .meta({ permission: "case.amend" })
    .input(amendCaseCommand)
    .mutation(({ ctx, input }) => amendCase(ctx.service, input)),
  // By who brought it or, in their name, by the desk: the use case decides.
  complete: reader
    .input(completeCaseCommand)
    .mutation(({ ctx, input }) => completeCase(ctx.service, input)),
  cancel: reader
    .input(cancelCaseCommand)
    .mutation(({ ctx, input }) => cancelCase(ctx.service, input)),
  route: staffProcedure
    .meta({ permission: "case.route" })
    .input(routeCaseCommand)
    .mutation(({ ctx, input }) => routeCase(ctx.service, input)),
  dispose: staffProcedure
    .meta({ permission: "case.dispose" })
    .input(disposeCaseCommand)
    .mutation(({ ctx, input }) => disposeCase(ctx.service, input)),
  returnProposal: staffProcedure
    .meta({ permission: "case.return-proposal" })
    .input(returnProposalCommand)
    .mutation(({ ctx, input }) => returnProposal(ctx.service, input)),
  // An answer may come from the holder or, in its name, from the kecamatan: the use case decides.
  accept: reader
    .input(acceptAssignmentCommand)
    .mutation(({ ctx, input }) => acceptAssignment(ctx.service, input)),
  decline: reader
    .input(declineAssignmentCommand)
    .mutation(({ ctx, input }) => declineAssignment(ctx.service, input)),
  resolve: reader
    .input(resolveCaseCommand)
    .mutation(({ ctx, input }) => resolveCase(ctx.service, input)),
  relay: staffProcedure
    .meta({ permission: "case.relay" })
    .input(relayCaseCommand)
    .mutation(({ ctx, input }) => relayCase(ctx.service, input)),
  addNote: reader.input(addNoteCommand).mutation(({ ctx, input }) => addNote(ctx.service, input)),
  hold: staffProcedure
    .meta({ permission: "case.hold" })
    .input(holdCaseCommand)
    .mutation(({ ctx, input }) => holdCase(ctx.service, input)),
  resume: staffProcedure
    .meta({ permission: "case.hold" })
    .input(resumeCaseCommand)
    .mutation(({ ctx, input }) => resumeCase(ctx.service, input)),
  confirm: staffProcedure
    .meta({ permission: "case.confirm" })
    .input(confirmCaseCommand)
    .mutation(({ ctx, input }) => confirmCase(ctx.service, input)),
  answerForReport: staffProcedure
    .meta({ permission: "case.confirm" })
    .input(answerForReportCommand)
    .mutation(({ ctx, input }) => answerForReport(ctx.service, input)),
  reopen: staffProcedure
    .meta({ permission: "case.confirm" })
    .input(reopenCaseCommand)
    .mutation(({ ctx, input }) => reopenCase(ctx.service, input)),
  close: staffProcedure
    .meta({ permission: "case.close" })
    .input(closeCaseCommand)
    .mutation(({ ctx, input }) => closeCase(ctx.service, input)),

  sendLink: staffProcedure
    .meta({ permission: "case.send-link" })
    .input(sendLinkCommand)
    .mutation(({ ctx, input }) => sendLink(ctx.service, input)),
  renewReceipt: staffProcedure
    .meta({ permission: "case.reprint-receipt" })
    .input(renewReceiptCommand)
    .mutation(({ ctx, input }) => renewReceipt(ctx.service, input)),
  revealReporter: staffProcedure
    .meta({ permission: "person.reveal" })
    .input(revealReporterCommand)
    .mutation(({ ctx, input }) => revealReporter(ctx.service, input)),
});

import "server-only";
import { impactInput, receiptsInput } from "@rembuk/domain/reports/impact";
import {
  cancelPaperCommand,
  requestCaseTableCommand,
  requestCoachingInvitationCommand,
  requestCoachingReportCommand,
  requestFamilyTableCommand,
  requestHandoverRecordCommand,
  requestInnovationPaperCommand,
  requestMeetingSheetCommand,
  requestMinutesCommand,
  requestTripOrderCommand,
  requestVillageSheetCommand,
  villageSheetInput,
} from "@rembuk/domain/reports/papers";

import { cancelPaper } from "@rembuk/services/reports/cancel-paper";
import { boardFigure, listBoardCases } from "@rembuk/services/reports/case-queries";
import { readImpact } from "@rembuk/services/reports/impact-queries";
import { readLateHolders } from "@rembuk/services/reports/late-queries";
import { listPapers } from "@rembuk/services/reports/paper-queries";
import { readBoard } from "@rembuk/services/reports/queries";
import { listReceipts } from "@rembuk/services/reports/receipt-queries";
import { readRegencyTable } from "@rembuk/services/reports/regency-queries";
import {
  requestCaseTable,
  requestCoachingInvitation,
  requestCoachingReport,
  requestFamilyTable,
  requestHandoverRecord,
  requestHandoverSheet,
  requestInnovationPaper,
  requestLoadingList,
  requestMeetingSheet,
  requestMinutes,
  requestRecipientList,
  requestTripOrder,
  requestTripReport,
  requestVillageSheet,
} from "@rembuk/services/reports/request-paper";

import { readVillageSheet } from "@rembuk/services/reports/village-queries";
import { flatAnswer } from "@/lib/wire-format";
import { boardTimes } from "@/server/trpc/case-times";
import { router, staffProcedure } from "@/server/trpc/procedures";

const boardReader = staffProcedure.meta({ permission: "board.read" });
const sheetReader = staffProcedure.meta({ permission: "village-sheet.read" });
const impactReader = staffProcedure.meta({ permission: "impact.read" });
const own = staffProcedure.meta({ permission: "signed-in" });
const mostRows = 200;

export const reportsRouter = router({
  board: boardReader.query(async ({ ctx }) => flatAnswer(await readBoard(ctx.service), boardTimes)),
  /** Who was late, from the stage clocks. */
  lateHolders: boardReader.query(({ ctx }) => readLateHolders(ctx.service)),
  /** All kecamatan of a kabupaten, counts alone. */
  regencyTable: staffProcedure
    .meta({ permission: "board.aggregate" })
    .query(({ ctx }) => readRegencyTable(ctx.service)),
  /** The cases behind one figure of the board. */
  boardCases: boardReader
    .input(boardFigure)
    .query(({ ctx, input }) => listBoardCases(ctx.service, input, mostRows)),
  /** Who was served where, as people and not as rows; then the receipts behind one figure. */
  impact: impactReader.input(impactInput).query(({ ctx, input }) => readImpact(ctx.service, input)),
  receipts: impactReader
    .input(receiptsInput)
    .query(({ ctx, input }) => listReceipts(ctx.service, input)),
  villageSheet: sheetReader
    .input(villageSheetInput)
    .query(({ ctx, input }) => readVillageSheet(ctx.service, input)),

  /** What the reader asked the worker to make. */
  papers: own.query(({ ctx }) => listPapers(ctx.service)),
  requestMeetingSheet: boardReader
    .input(requestMeetingSheetCommand)
    .mutation(({ ctx, input }) => requestMeetingSheet(ctx.service, input)),
  requestVillageSheet: sheetReader
    .input(requestVillageSheetCommand)
    .mutation(({ ctx, input }) => requestVillageSheet(ctx.service, input)),
  requestLoadingList: staffProcedure
    .meta({ permission: "trip.read" })
    .input(requestTripOrderCommand)
    .mutation(({ ctx, input }) => requestLoadingList(ctx.service, input)),
  requestHandoverSheet: staffProcedure
    .meta({ permission: "handover.read" })
    .input(requestTripOrderCommand)
    .mutation(({ ctx, input }) => requestHandoverSheet(ctx.service, input)),
  requestHandoverRecord: staffProcedure
    .meta({ permission: "handover.number" })
    .input(requestHandoverRecordCommand)
    .mutation(({ ctx, input }) => requestHandoverRecord(ctx.service, input)),
  requestInnovationPaper: staffProcedure
    .meta({ permission: "innovation.read" })
    .input(requestInnovationPaperCommand)
    .mutation(({ ctx, input }) => requestInnovationPaper(ctx.service, input)),
  requestMinutes: staffProcedure
    .meta({ permission: "meeting.read" })
    .input(requestMinutesCommand)
    .mutation(({ ctx, input }) => requestMinutes(ctx.service, input)),
  requestCoachingInvitation: staffProcedure
    .meta({ permission: "coaching.read" })
    .input(requestCoachingInvitationCommand)
    .mutation(({ ctx, input }) => requestCoachingInvitation(ctx.service, input)),
  requestCoachingReport: staffProcedure
    .meta({ permission: "coaching.read" })
    .input(requestCoachingReportCommand)
    .mutation(({ ctx, input }) => requestCoachingReport(ctx.service, input)),
  requestRecipientList: staffProcedure
    .meta({ permission: "handover.read" })
    .input(requestHandoverRecordCommand)
    .mutation(({ ctx, input }) => requestRecipientList(ctx.service, input)),
  requestTripReport: staffProcedure
    .meta({ permission: "trip.read" })
    .input(requestTripOrderCommand)
    .mutation(({ ctx, input }) => requestTripReport(ctx.service, input)),
  requestTripOrder: staffProcedure
    .meta({ permission: "trip.read" })
    .input(requestTripOrderCommand)
    .mutation(({ ctx, input }) => requestTripOrder(ctx.service, input)),
  requestCaseTable: staffProcedure
    .meta({ permission: "case.export" })
    .input(requestCaseTableCommand)
    .mutation(({ ctx, input }) => requestCaseTable(ctx.service, input)),
  requestFamilyTable: staffProcedure
    .meta({ permission: "household.export" })
    .input(requestFamilyTableCommand)
    .mutation(({ ctx, input }) => requestFamilyTable(ctx.service, input)),
  cancelPaper: own
    .input(cancelPaperCommand)
    .mutation(({ ctx, input }) => cancelPaper(ctx.service, input)),
});

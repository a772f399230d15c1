import "server-only";
import {
  cancelPaperCommand,
  requestCaseTableCommand,
  requestMeetingSheetCommand,
  requestTripOrderCommand,
  requestVillageSheetCommand,
  villageSheetInput,
} from "@rembuk/domain/reports/papers";
import { cancelPaper } from "@rembuk/services/reports/cancel-paper";
import { boardFigure, listBoardCases } from "@rembuk/services/reports/case-queries";
import { readLateHolders } from "@rembuk/services/reports/late-queries";
import { listPapers } from "@rembuk/services/reports/paper-queries";
import { readBoard } from "@rembuk/services/reports/queries";
import { readRegencyTable } from "@rembuk/services/reports/regency-queries";
import {
  requestCaseTable,
  requestMeetingSheet,
  requestTripOrder,
  requestVillageSheet,
} from "@rembuk/services/reports/request-paper";
import { readVillageSheet } from "@rembuk/services/reports/village-queries";
import { flatAnswer } from "@/lib/wire-format";
import { boardTimes } from "@/server/trpc/case-times";
import { router, staffProcedure } from "@/server/trpc/procedures";

const boardReader = staffProcedure.meta({ permission: "board.read" });
const sheetReader = staffProcedure.meta({ permission: "village-sheet.read" });
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
  requestTripOrder: staffProcedure
    .meta({ permission: "trip.read" })
    .input(requestTripOrderCommand)
    .mutation(({ ctx, input }) => requestTripOrder(ctx.service, input)),
  requestCaseTable: staffProcedure
    .meta({ permission: "case.export" })
    .input(requestCaseTableCommand)
    .mutation(({ ctx, input }) => requestCaseTable(ctx.service, input)),
  cancelPaper: own
    .input(cancelPaperCommand)
    .mutation(({ ctx, input }) => cancelPaper(ctx.service, input)),
});

import "server-only";
import { boardFigure, listBoardCases } from "@rembuk/services/reports/case-queries";
import { readBoard } from "@rembuk/services/reports/queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

const boardReader = staffProcedure.meta({ permission: "board.read" });
const mostRows = 200;

export const reportsRouter = router({
  board: boardReader.query(({ ctx }) => readBoard(ctx.service)),
  /** The cases behind one figure of the board. */
  boardCases: boardReader
    .input(boardFigure)
    .query(({ ctx, input }) => listBoardCases(ctx.service, input, mostRows)),
});

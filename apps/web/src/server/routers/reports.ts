import "server-only";
import { boardFigure, listBoardCases } from "@rembuk/services/reports/case-queries";
import { readLateHolders } from "@rembuk/services/reports/late-queries";
import { readBoard } from "@rembuk/services/reports/queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

const boardReader = staffProcedure.meta({ permission: "board.read" });
const mostRows = 200;

export const reportsRouter = router({
  board: boardReader.query(({ ctx }) => readBoard(ctx.service)),
  /** Who was late, from the stage clocks. */
  lateHolders: boardReader.query(({ ctx }) => readLateHolders(ctx.service)),
  /** The cases behind one figure of the board. */
  boardCases: boardReader
    .input(boardFigure)
    .query(({ ctx, input }) => listBoardCases(ctx.service, input, mostRows)),
});

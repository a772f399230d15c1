import "server-only";
import { readBoard } from "@rembuk/services/reports/queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

export const reportsRouter = router({
  board: staffProcedure
    .meta({ permission: "board.read" })
    .query(({ ctx }) => readBoard(ctx.service)),
});

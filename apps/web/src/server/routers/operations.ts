import "server-only";
import { readHealth } from "@rembuk/services/notifications/health-queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

/** For whoever runs the installation. */
export const operationsRouter = router({
  health: staffProcedure
    .meta({ permission: "operations.read" })
    .query(({ ctx }) => readHealth(ctx.service)),
});

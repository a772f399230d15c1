import "server-only";
import { breakGlassCommand, revokeGlassCommand } from "@rembuk/domain/cases/breaking-glass";
import { breakGlass } from "@rembuk/services/cases/break-glass";
import { listGlass } from "@rembuk/services/cases/glass-queries";
import { revokeGlass } from "@rembuk/services/cases/revoke-glass";
import { router, staffProcedure } from "@/server/trpc/procedures";

// Who may break it may give it back, and is overseen by somebody who may break it too.
const holder = staffProcedure.meta({ permission: "glass.break" });

/** Break-glass: one secret case for a day, with a reason, overseen by the camat. */
export const glassRouter = router({
  list: holder.query(({ ctx }) => listGlass(ctx.service)),
  break: holder
    .input(breakGlassCommand)
    .mutation(({ ctx, input }) => breakGlass(ctx.service, input)),
  revoke: holder
    .input(revokeGlassCommand)
    .mutation(({ ctx, input }) => revokeGlass(ctx.service, input)),
});

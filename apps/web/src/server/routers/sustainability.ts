import "server-only";
import { listReviewsInput, stepReviewCommand } from "@rembuk/domain/sustainability/commands";
import { moveReview } from "@rembuk/services/sustainability/move-review";
import { listReviews } from "@rembuk/services/sustainability/queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "review.read" });

/** Reviews of the sustainability of innovations. */
export const sustainabilityRouter = router({
  list: reader.input(listReviewsInput).query(({ ctx, input }) => listReviews(ctx.service, input)),
  /** Each step asks for its own permission; whoever reads reviews may knock. */
  move: reader
    .input(stepReviewCommand)
    .mutation(({ ctx, input }) => moveReview(ctx.service, input)),
});

import "server-only";
import {
  listHealthInput,
  listReviewsInput,
  stepReviewCommand,
} from "@rembuk/domain/sustainability/commands";
import { countHealth, listHealth } from "@rembuk/services/sustainability/health-queries";
import { moveReview } from "@rembuk/services/sustainability/move-review";
import { listReviews } from "@rembuk/services/sustainability/queries";
import { router, staffProcedure } from "@/server/trpc/procedures";

const reader = staffProcedure.meta({ permission: "review.read" });

/** Reviews of the sustainability of innovations. */
export const sustainabilityRouter = router({
  list: reader.input(listReviewsInput).query(({ ctx, input }) => listReviews(ctx.service, input)),
  /** The board of what lives: without a person, and without a count that leads to one. */
  health: reader.input(listHealthInput).query(({ ctx, input }) => listHealth(ctx.service, input)),
  healthCounts: reader
    .input(listHealthInput.pick({ subdistrictCode: true }))
    .query(({ ctx, input }) => countHealth(ctx.service, input)),
  /** Each step asks for its own permission; whoever reads reviews may knock. */
  move: reader
    .input(stepReviewCommand)
    .mutation(({ ctx, input }) => moveReview(ctx.service, input)),
});

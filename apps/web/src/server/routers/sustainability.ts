import "server-only";
import {
  listHealthInput,
  listReviewsInput,
  saveCriteriaCommand,
  stepReviewCommand,
} from "@rembuk/domain/sustainability/commands";
import { listCriteria } from "@rembuk/services/sustainability/criteria-queries";
import { countHealth, listHealth } from "@rembuk/services/sustainability/health-queries";
import { moveReview } from "@rembuk/services/sustainability/move-review";
import { listReviews } from "@rembuk/services/sustainability/queries";
import { saveCriteria } from "@rembuk/services/sustainability/save-criteria";
import { router, staffProcedure } from "@/server/trpc/procedures";

const master = staffProcedure.meta({ permission: "review.criteria" });
const reader = staffProcedure.meta({ permission: "review.read" });

/** Reviews of the sustainability of innovations. */
export const sustainabilityRouter = router({
  list: reader.input(listReviewsInput).query(({ ctx, input }) => listReviews(ctx.service, input)),
  /** The board of what lives: without a person, and without a count that leads to one. */
  health: reader.input(listHealthInput).query(({ ctx, input }) => listHealth(ctx.service, input)),
  healthCounts: reader
    .input(listHealthInput.pick({ subdistrictCode: true }))
    .query(({ ctx, input }) => countHealth(ctx.service, input)),
  criteria: master.query(({ ctx }) => listCriteria(ctx.service)),
  saveCriteria: master
    .input(saveCriteriaCommand)
    .mutation(({ ctx, input }) => saveCriteria(ctx.service, input)),
  /** Each step asks for its own permission; whoever reads reviews may knock. */
  move: reader
    .input(stepReviewCommand)
    .mutation(({ ctx, input }) => moveReview(ctx.service, input)),
});

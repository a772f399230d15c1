import type { Permission } from "@rembuk/domain/access/permissions";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { StepReviewCommand } from "@rembuk/domain/sustainability/commands";
import { reviewEvent } from "@rembuk/domain/sustainability/events";
import { decideReviewStep, type ReviewMove } from "@rembuk/domain/sustainability/lifecycle";
import type { ServiceContext } from "../context";
import { requireOnInnovation } from "../innovations/change-innovation";
import { getInnovation } from "../innovations/store";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { keepStanding } from "./health-store";
import { getReview, updateReview } from "./store";

/** The office speaks for itself; somebody from outside judges. */
export const permissionOfMove: Readonly<Record<ReviewMove, Permission>> = {
  assess: "review.assess",
  check: "review.judge",
  rate: "review.judge",
  agree: "review.agree",
  close: "review.judge",
  waive: "review.waive",
};

/**
 * One step of a review, on the version that was seen; at most once per client action.
 * @throws conflict REVIEW_CHANGED_MEANWHILE, INNOVATION_STEP_NOT_NOW; not-found REVIEW_NOT_FOUND
 */
export const moveReview = (
  ctx: ServiceContext,
  command: StepReviewCommand,
): Promise<{ readonly reviewId: string; readonly version: number }> =>
  once(ctx, command, async (tx) => {
    const { step, reviewId } = command;
    const review = await getReview(tx, reviewId);
    const innovation = await getInnovation(tx, review.innovationId);
    requireOnInnovation(ctx, permissionOfMove[step.move], innovation);
    if (review.version !== command.version)
      throw new DomainError("conflict", "REVIEW_CHANGED_MEANWHILE");
    const after = decideReviewStep(review, innovation, step, ctx.actor.userId);
    const result = { reviewId, version: after.version };
    const moved = reviewEvent("review.moved", review, {
      ...{ reviewId, from: review.status, to: after.status },
      ...(step.move === "rate" ? { rating: step.rating } : {}),
    });
    await recordEvents(tx, ctx, [moved], command, result);
    await updateReview(tx, review, after);
    await keepStanding(tx, review.innovationId);
    return result;
  });

import { canOnInnovation } from "@rembuk/domain/innovations/access";
import {
  type ReviewMove,
  type ReviewObstacle,
  reviewMoves,
  reviewObstacle,
  reviewRules,
} from "@rembuk/domain/sustainability/lifecycle";
import type { SustainabilityReview } from "@rembuk/domain/sustainability/model";
import type { ServiceContext } from "../context";
import { requireOnInnovation } from "../innovations/change-innovation";
import { getInnovation } from "../innovations/store";
import { inTransaction } from "../kernel/in-transaction";
import { permissionOfMove } from "./move-review";
import { findReviews } from "./store";

type WithoutPeople = Omit<
  SustainabilityReview,
  "assessedById" | "checkedById" | "ratedById" | "planAgreedById"
>;

export interface ShownReview extends WithoutPeople {
  /** What the reader may do now, with what stands in the way. */
  readonly moves: readonly {
    readonly move: ReviewMove;
    readonly obstacle: ReviewObstacle | null;
  }[];
}

/** The latest reviews of an innovation, newest first, without anybody's name. @throws not-found, forbidden */
export const listReviews = (
  ctx: ServiceContext,
  { innovationId }: { readonly innovationId: string },
): Promise<readonly ShownReview[]> =>
  inTransaction(ctx, async (tx) => {
    const innovation = await getInnovation(tx, innovationId);
    requireOnInnovation(ctx, "review.read", innovation);
    const reviews = await findReviews(tx, innovationId, 10);
    return reviews.map((review) => {
      const {
        assessedById: _,
        checkedById: __,
        ratedById: ___,
        planAgreedById: ____,
        ...shown
      } = review;
      const moves = reviewMoves
        .filter(
          (move) =>
            reviewRules[move].from.includes(review.status) &&
            canOnInnovation(ctx.actor, permissionOfMove[move], innovation),
        )
        .map((move) => ({
          move,
          obstacle: reviewObstacle(review, innovation, move, ctx.actor.userId),
        }));
      return { ...shown, moves };
    });
  });

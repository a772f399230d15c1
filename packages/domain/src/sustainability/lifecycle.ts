import { isOwnInnovation } from "../innovations/lifecycle";
import type { Innovation } from "../innovations/model";
import { DomainError } from "../kernel/errors";
import type {
  CriterionAnswer,
  ReviewStatus,
  SustainabilityRating,
  SustainabilityReview,
} from "./model";

export const reviewMoves = ["assess", "check", "rate", "agree", "close", "waive"] as const;
export type ReviewMove = (typeof reviewMoves)[number];

interface Rule {
  readonly from: readonly ReviewStatus[];
  readonly to: ReviewStatus;
}

/** The office assesses itself and agrees the plan; somebody else checks the evidence, rates, closes and waives. */
export const reviewRules: Readonly<Record<ReviewMove, Rule>> = {
  assess: { from: ["due", "overdue"], to: "self_assessed" },
  check: { from: ["self_assessed"], to: "evidence_checked" },
  rate: { from: ["evidence_checked"], to: "rated" },
  agree: { from: ["rated"], to: "plan_agreed" },
  close: { from: ["plan_agreed"], to: "closed" },
  waive: { from: ["scheduled", "due", "overdue"], to: "waived" },
};

/** Steps of the other side: nobody reviews what they register, work on or have assessed themselves. */
const judging: readonly ReviewMove[] = ["check", "rate", "close", "waive"];

/** Why a step cannot be taken. */
export type ReviewObstacle = "not-now" | "own" | "answers-missing";

type Owned = Pick<Innovation, "createdById" | "submittedById" | "parts">;

export const reviewObstacle = (
  review: SustainabilityReview,
  innovation: Owned,
  move: ReviewMove,
  actorId: string,
): Exclude<ReviewObstacle, "answers-missing"> | null => {
  if (!reviewRules[move].from.includes(review.status)) return "not-now";
  const isOwn = isOwnInnovation(innovation, actorId) || review.assessedById === actorId;
  return judging.includes(move) && isOwn ? "own" : null;
};

/** What each step brings along. */
export type ReviewStep =
  | { readonly move: "assess"; readonly answers: readonly CriterionAnswer[] }
  | { readonly move: "check"; readonly note: string }
  | { readonly move: "rate"; readonly rating: SustainabilityRating; readonly reason: string }
  | { readonly move: "agree"; readonly plan: string }
  | { readonly move: "close" }
  | { readonly move: "waive"; readonly reason: string };

const broughtBy = (step: ReviewStep, actorId: string): Partial<SustainabilityReview> => {
  if (step.move === "assess") return { answers: step.answers, assessedById: actorId };
  if (step.move === "check") return { checkNote: step.note, checkedById: actorId };
  if (step.move === "rate")
    return { rating: step.rating, ratingReason: step.reason, ratedById: actorId };
  if (step.move === "agree") return { plan: step.plan, planAgreedById: actorId };
  return step.move === "waive" ? { waivedReason: step.reason } : {};
};

const refuse = (move: ReviewMove, obstacle: ReviewObstacle) =>
  new DomainError("conflict", "INNOVATION_STEP_NOT_NOW", { move, obstacle });

/** The review after a step. @throws conflict INNOVATION_STEP_NOT_NOW with what stands in the way */
export const decideReviewStep = (
  review: SustainabilityReview,
  innovation: Owned,
  step: ReviewStep,
  actorId: string,
): SustainabilityReview => {
  const { move } = step;
  const obstacle = reviewObstacle(review, innovation, move, actorId);
  if (obstacle) throw refuse(move, obstacle);
  if (step.move === "assess") {
    const answered = new Set(step.answers.map((one) => one.code));
    const isWhole =
      answered.size === step.answers.length &&
      review.criteria.criteria.length === answered.size &&
      review.criteria.criteria.every(({ code }) => answered.has(code));
    if (!isWhole) throw refuse(move, "answers-missing");
  }
  const { to: status } = reviewRules[move];
  return {
    ...review,
    ...broughtBy(step, actorId),
    ...{ status, version: review.version + 1 },
  };
};

/** The office has not answered until its day: it waits on, and everybody sees that it is late. Null: it is not late. */
export const decideOverdue = (
  review: SustainabilityReview,
  today: string,
): SustainabilityReview | null =>
  review.status === "due" && review.dueOn < today
    ? { ...review, status: "overdue", version: review.version + 1 }
    : null;

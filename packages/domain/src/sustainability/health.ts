import { smallestShown } from "../access/smallest-shown";
import type {
  ReviewStatus,
  ReviewTrigger,
  SustainabilityRating,
  SustainabilityReview,
} from "./model";
import { halfYearAfter, isRunning } from "./opening";

/** Why a review opens beside the calendar: what the board calls a sign of decay. */
export const decaySigns = [
  "leader-rotated",
  "decree-expired",
  "no-budget",
  "no-activity",
  "complaints-rising",
] as const satisfies readonly Exclude<ReviewTrigger, "half-year">[];
export type DecaySign = (typeof decaySigns)[number];

/** 0 nothing, 1 from 1 to 4, 2 from 5 to 14, 3 more. */
export type PulseStep = 0 | 1 | 2 | 3;
/** From so many records of a week on its bar stands highest. */
const manyRecords = 15;

/** A week as its bar: a step in the place of a count, so that no count below 5 can be read from it. */
export const pulseStepOf = (records: number): PulseStep => {
  if (records <= 0) return 0;
  if (records < smallestShown) return 1;
  return records < manyRecords ? 2 : 3;
};

/** Where an innovation stands by its reviews. */
export interface ReviewStanding {
  readonly rating: SustainabilityRating | null;
  /** The day on which the review that rated it was opened. */
  readonly ratedOn: string | null;
  /** Of the review that runs; null: none does. */
  readonly reviewStatus: ReviewStatus | null;
  /** Last day for the office's answer while a review runs, else the day on which the next one opens. */
  readonly nextOn: string;
}

type Told = Pick<SustainabilityReview, "rating" | "status" | "opensOn" | "dueOn" | "triggers">;

/**
 * @param reviews latest first
 * @param since the day from which half a year is counted when there is none
 */
export const standingOf = (reviews: readonly Told[], since: string): ReviewStanding => {
  const [last] = reviews;
  const rated = reviews.find(({ rating }) => rating !== null);
  const runs = last !== undefined && isRunning(last.status);
  return {
    rating: rated?.rating ?? null,
    ratedOn: rated?.opensOn ?? null,
    reviewStatus: runs ? last.status : null,
    nextOn: runs ? last.dueOn : halfYearAfter(last?.opensOn ?? since),
  };
};

/** What shows today, and what the running review was opened for: it does not vanish by being spoken of. */
export const signsOf = (
  decay: readonly ReviewTrigger[],
  last: Told | undefined,
): readonly DecaySign[] => {
  const spoken = last && isRunning(last.status) ? last.triggers : [];
  return decaySigns.filter((sign) => decay.includes(sign) || spoken.includes(sign));
};

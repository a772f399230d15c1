/** scheduled > due > self_assessed > evidence_checked > rated > plan_agreed > closed; overdue waits; waived is an end. */
export const reviewStatuses = [
  "scheduled",
  "due",
  "overdue",
  "self_assessed",
  "evidence_checked",
  "rated",
  "plan_agreed",
  "closed",
  "waived",
] as const;
export type ReviewStatus = (typeof reviewStatuses)[number];

/** Berlanjut, Berisiko, Vakum, Dihentikan, Direplikasi: set by a review and by nothing else. */
export const sustainabilityRatings = [
  "sustained",
  "at_risk",
  "dormant",
  "discontinued",
  "scaled",
] as const;
export type SustainabilityRating = (typeof sustainabilityRatings)[number];

/** Why a review opens: half a year is over, or a sign of decay. */
export const reviewTriggers = [
  "half-year",
  "leader-rotated",
  "decree-expired",
  "no-budget",
  "no-activity",
  "complaints-rising",
] as const;
export type ReviewTrigger = (typeof reviewTriggers)[number];

/** One thing that a review asks about. Editable, so that words and number change with their version. */
export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly question: string;
}
/** Criteria as they were in force; a review keeps the version that it was opened under. */
export interface CriteriaVersion {
  readonly version: number;
  readonly criteria: readonly Criterion[];
}

/** Grade of one criterion by the office itself: 0 none of it, 3 fully. */
export interface CriterionAnswer {
  readonly code: string;
  readonly grade: 0 | 1 | 2 | 3;
  readonly note: string;
}

export interface SustainabilityReview {
  readonly id: string;
  readonly innovationId: string;
  readonly subdistrictCode: string;
  readonly status: ReviewStatus;
  readonly version: number;
  readonly triggers: readonly ReviewTrigger[];
  readonly criteria: CriteriaVersion;
  /** "2026-11-22" */
  readonly opensOn: string;
  /** The office answers until then. */
  readonly dueOn: string;
  readonly answers: readonly CriterionAnswer[];
  readonly assessedById: string | null;
  readonly checkNote: string | null;
  readonly checkedById: string | null;
  readonly rating: SustainabilityRating | null;
  readonly ratingReason: string | null;
  readonly ratedById: string | null;
  readonly plan: string | null;
  readonly planAgreedById: string | null;
  readonly waivedReason: string | null;
}

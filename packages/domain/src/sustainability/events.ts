import type { DomainEvent } from "../kernel/event";
import type { ReviewStatus, ReviewTrigger, SustainabilityRating } from "./model";

/** What happens to reviews, told of their innovation. Words stay in the rows. */
export interface ReviewEventPayloads {
  "review.opened": { readonly reviewId: string; readonly triggers: readonly ReviewTrigger[] };
  "review.moved": {
    readonly reviewId: string;
    readonly from: ReviewStatus;
    readonly to: ReviewStatus;
    readonly rating?: SustainabilityRating;
  };
}
export type CriteriaEventType = "review-criteria.saved";

/** Other criteria are in force from now on: of no kecamatan. */
export const criteriaEvent = (
  version: number,
  criteria: number,
): DomainEvent<CriteriaEventType, { version: number; criteria: number }> => ({
  ...{ type: "review-criteria.saved", subject: `review-criteria/${version}` },
  ...{ subdistrictCode: null, payload: { version, criteria } },
});

export type ReviewEventType = keyof ReviewEventPayloads;

export const reviewEvent = <Type extends ReviewEventType>(
  type: Type,
  of: { readonly innovationId: string; readonly subdistrictCode: string },
  payload: ReviewEventPayloads[Type],
): DomainEvent<Type, ReviewEventPayloads[Type]> => ({
  ...{ type, payload, subject: `innovation/${of.innovationId}` },
  subdistrictCode: of.subdistrictCode,
});

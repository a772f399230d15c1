import type { DomainEvent } from "../kernel/event";
import type { CommitmentStatus, EngagementStatus, SessionStatus, Side } from "./model";

/** What happens in coaching. Words and names stay in the rows. */
export interface CoachingEventPayloads {
  "coaching.batch-opened": { readonly engagements: number };
  "coaching.team-changed": { readonly members: number };
  "coaching.engagement-opened": { readonly batchId: string; readonly innovations: number };
  "coaching.engagement-moved": { readonly from: EngagementStatus; readonly to: EngagementStatus };
  "coaching.plan-changed": { readonly agreedFor: Side | null };
  "coaching.handed-over": {
    readonly fromUserId: string | null;
    readonly toUserId: string;
    readonly commitments: number;
  };
  "coaching.session-changed": {
    readonly sessionId: string;
    readonly from: SessionStatus | null;
    readonly to: SessionStatus;
  };
  "coaching.idea-entered": { readonly sessionId: string; readonly innovationId: string };
  "coaching.commitment-moved": {
    readonly commitmentId: string;
    readonly from: CommitmentStatus | null;
    readonly to: CommitmentStatus;
  };
  "coaching.commitment-reminded": { readonly commitmentId: string };
  "coaching.commitment-alerted": { readonly commitmentId: string };
  "coaching.case-linked": { readonly commitmentId: string; readonly caseId: string };
}
export type CoachingEventType = keyof CoachingEventPayloads;

const eventOf = <Type extends CoachingEventType>(
  type: Type,
  subject: string,
  subdistrictCode: string | null,
  payload: CoachingEventPayloads[Type],
): DomainEvent<Type, CoachingEventPayloads[Type]> => ({ type, subject, subdistrictCode, payload });

/** Of an engagement, told of its kecamatan. */
export const coachingEvent = <Type extends CoachingEventType>(
  type: Type,
  engagement: { readonly id: string; readonly subdistrictCode: string },
  payload: CoachingEventPayloads[Type],
) => eventOf(type, `coaching/${engagement.id}`, engagement.subdistrictCode, payload);

/** Of a batch, which belongs to a province and to no kecamatan. */
export const batchEvent = <Type extends "coaching.batch-opened" | "coaching.team-changed">(
  type: Type,
  batch: { readonly id: string },
  payload: CoachingEventPayloads[Type],
) => eventOf(type, `coaching-batch/${batch.id}`, null, payload);

import type { PostponeReason, TripStatus } from "../trips/model";
import type { EnrollmentStatus } from "./enrolling";
import type { EntitlementStatus, HandoverOutcome } from "./entitling";

/** Where a request for welfare stands, as its reporter is told: in the order in which it goes. */
export const trackedAidStages = [
  "candidate",
  "verified",
  "decided",
  "scheduled",
  "postponed",
  "underway",
  "received",
  "not-met",
  "refused",
  "stopped",
] as const;
export type TrackedAidStage = (typeof trackedAidStages)[number];

/** A nomination that came of a case, with its latest entitlement and the trip that takes that along. */
export interface FollowedAid {
  readonly enrolled: EnrollmentStatus;
  readonly entitled: EntitlementStatus | null;
  readonly outcome: HandoverOutcome | null;
  readonly servedAt: Date | null;
  readonly trip: {
    readonly status: TripStatus;
    /** "2026-11-28" */
    readonly startsOn: string;
    readonly postponed: PostponeReason | null;
  } | null;
}

const stageOfTrip: Readonly<Record<TripStatus, TrackedAidStage>> = {
  planned: "scheduled",
  approved: "scheduled",
  confirmed_by_village: "scheduled",
  loaded: "scheduled",
  departed: "underway",
  on_site: "underway",
  // Back home, and nobody wrote down what became of it yet.
  returned: "underway",
  reconciled: "decided",
  postponed: "postponed",
  cancelled: "decided",
};

const stageOfOutcome: Readonly<Record<HandoverOutcome, TrackedAidStage>> = {
  delivered: "received",
  partial: "received",
  refused: "refused",
  not_found: "not-met",
  deceased: "stopped",
  moved: "stopped",
};

/** What its reporter is told. A round that was closed without delivery is a decision that waits for the next. */
export const trackedAidStage = ({
  enrolled,
  entitled,
  outcome,
  trip,
}: FollowedAid): TrackedAidStage => {
  if (outcome !== null) return stageOfOutcome[outcome];
  if (enrolled !== "decided") return enrolled;
  return entitled === "allocated" && trip !== null ? stageOfTrip[trip.status] : "decided";
};

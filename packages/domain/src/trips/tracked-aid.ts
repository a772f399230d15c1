import type { EnrollmentStatus } from "../aid/enrolling";
import type { EntitlementStatus, HandoverOutcome } from "../aid/entitling";
import type { PostponeReason, TripStatus } from "./model";

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
  readonly tripStatus: TripStatus | null;
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
  tripStatus,
}: FollowedAid): TrackedAidStage => {
  if (outcome !== null) return stageOfOutcome[outcome];
  if (enrolled !== "decided") return enrolled;
  // Its list was emptied: the entitlement waits, and its reporter for the trip.
  if (entitled === "approved" && tripStatus === "postponed") return "postponed";
  return entitled === "allocated" && tripStatus !== null ? stageOfTrip[tripStatus] : "decided";
};

/** A nomination that came of a case, as the case's own shaft tells it: words of other shafts are plain text there. */
export interface ToldAid {
  readonly program: string;
  readonly enrolled: string;
  readonly entitled: string | null;
  readonly outcome: string | null;
  readonly served_at: Date | null;
  readonly trip_status: string | null;
  readonly starts_on: Date | null;
  readonly postpone_reason: string | null;
}

/** What a request for welfare became: a program and how far it is, of nobody by name. */
export interface TrackedAid {
  readonly program: string;
  readonly stage: TrackedAidStage;
  /** "2026-11-28": when it is brought, where that is known. */
  readonly tripOn: string | null;
  readonly postponed: PostponeReason | null;
  readonly servedAt: Date | null;
}

/** The same as its reporter is told it. */
export const followAid = (told: ToldAid): TrackedAid => {
  const tripOn = told.starts_on?.toISOString().slice(0, 10) ?? null;
  const stage = trackedAidStage({
    enrolled: told.enrolled as EnrollmentStatus,
    entitled: told.entitled as EntitlementStatus | null,
    outcome: told.outcome as HandoverOutcome | null,
    tripStatus: told.trip_status as TripStatus | null,
  });
  const isPlanned = stage === "scheduled" || stage === "underway";
  return {
    ...{ program: told.program, stage, tripOn: isPlanned ? tripOn : null },
    postponed: stage === "postponed" ? (told.postpone_reason as PostponeReason | null) : null,
    servedAt: stage === "received" ? told.served_at : null,
  };
};

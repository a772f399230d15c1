import type { Transaction } from "@rembuk/db/client";
import type { EnrollmentStatus } from "@rembuk/domain/aid/enrolling";
import type { EntitlementStatus, HandoverOutcome } from "@rembuk/domain/aid/entitling";
import { type TrackedAidStage, trackedAidStage } from "@rembuk/domain/aid/tracked-aid";
import type { PostponeReason, TripStatus } from "@rembuk/domain/trips/model";

/** What a request for welfare became: a program and how far it is, of nobody by name. */
export interface TrackedAid {
  readonly program: string;
  readonly stage: TrackedAidStage;
  /** "2026-11-28": when it is brought, where that is known. */
  readonly tripOn: string | null;
  readonly postponed: PostponeReason | null;
  readonly servedAt: Date | null;
}

interface Row {
  readonly program: string;
  readonly enrolled: string;
  readonly entitled: string | null;
  readonly outcome: string | null;
  readonly served_at: Date | null;
  readonly trip_status: string | null;
  readonly starts_on: Date | null;
  readonly postpone_reason: string | null;
}

const toTracked = (row: Row): TrackedAid => {
  const tripOn = row.starts_on?.toISOString().slice(0, 10) ?? null;
  const postponed = row.postpone_reason as PostponeReason | null;
  const servedAt = row.served_at;
  const stage = trackedAidStage({
    ...{ enrolled: row.enrolled as EnrollmentStatus, servedAt },
    entitled: row.entitled as EntitlementStatus | null,
    outcome: row.outcome as HandoverOutcome | null,
    trip:
      row.trip_status && tripOn
        ? { status: row.trip_status as TripStatus, startsOn: tripOn, postponed }
        : null,
  });
  const isPlanned = stage === "scheduled" || stage === "underway";
  return {
    ...{ program: row.program, stage, tripOn: isPlanned ? tripOn : null },
    postponed: stage === "postponed" ? postponed : null,
    servedAt: stage === "received" ? servedAt : null,
  };
};

/** Of the case that this transaction tracks, whose secrets were right. Confidential ones have none. */
export const readTrackedAid = async (tx: Transaction): Promise<readonly TrackedAid[]> =>
  (await tx.$queryRaw<Row[]>`SELECT * FROM aid_of_tracked_case()`).map(toTracked);

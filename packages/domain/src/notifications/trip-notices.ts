import type { Actor } from "../access/actor";
import { canOnTrip } from "../trips/access";
import type { TripEventPayloads } from "../trips/events";
import type { PostponeReason, Trip, TripStatus } from "../trips/model";
import type { KindGroup, Preferences } from "./preferences";
import type { Sought } from "./recipients";

/** What villages and crew are told of a trip, in the app. */
export const tripNoticeKinds = [
  "trip.time-asked",
  "trip.departed",
  "trip.postponed",
  "trip.cancelled",
] as const;
export type TripNoticeKind = (typeof tripNoticeKinds)[number];

const ofStatus: Partial<Record<TripStatus, TripNoticeKind>> = {
  // Planned anew: the times that the villages had set fell with the postponement.
  planned: "trip.time-asked",
  departed: "trip.departed",
  postponed: "trip.postponed",
  cancelled: "trip.cancelled",
};

/** The notice that follows from an event of a trip; null: nobody is told. */
export const tripNoticeOf = (type: string, payload: object): TripNoticeKind | null => {
  if (type === "trip.planned") return "trip.time-asked";
  if (type !== "trip.moved") return null;
  return ofStatus[(payload as TripEventPayloads["trip.moved"]).to] ?? null;
};

/** Days, codes and the reason; what was written of the reason stands on the trip. */
export interface TripNoticeParams {
  /** First day: "2026-11-26". */
  readonly day: string;
  /** The reader's own village on the way. */
  readonly villageCode?: string;
  readonly reason?: PostponeReason;
}

/** Officials of the villages on the way; time is asked of those alone that have not said it. */
export const soughtForTrip = (kind: TripNoticeKind, trip: Trip): Sought => {
  const isAsked = kind === "trip.time-asked";
  const stops = trip.stops.filter((stop) => !isAsked || stop.appointment === null);
  return {
    userIds: isAsked ? [] : trip.crew.flatMap((member) => member.userId ?? []),
    places: stops.map(({ villageCode }) => ({
      roles: ["village-officer", "village-head"],
      areaCode: villageCode,
    })),
  };
};

const groupOf: Readonly<Record<TripNoticeKind, KindGroup>> = {
  "trip.time-asked": "turn",
  "trip.departed": "progress",
  "trip.postponed": "progress",
  "trip.cancelled": "progress",
};

/** Reads the trip, did not do it, and has not switched such news off; a turn cannot be switched off. */
export const isToldOfTrip = (
  actor: Actor,
  trip: Trip,
  { kind, actorId, muted }: { kind: TripNoticeKind; actorId: string } & Pick<Preferences, "muted">,
): boolean => {
  const group = groupOf[kind];
  const isMuted = group !== "turn" && muted.some((one) => one === `${group}/in-app`);
  return actor.userId !== actorId && !isMuted && canOnTrip(actor, "trip.read", trip);
};

export const tripNoticeParams = (
  kind: TripNoticeKind,
  trip: Trip,
  actor: Actor,
): TripNoticeParams => {
  const own = trip.stops.find(({ villageCode }) =>
    actor.assignments.some((a) => a.areaCode === villageCode),
  );
  const reason = kind === "trip.postponed" ? trip.postponed?.reason : undefined;
  return {
    day: trip.startsOn,
    ...(own ? { villageCode: own.villageCode } : {}),
    ...(reason ? { reason } : {}),
  };
};

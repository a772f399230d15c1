import { DomainError } from "../kernel/errors";
import type { ArriveTripCommand, CountTripCommand, LoadTripCommand } from "./commands";
import { type TripEvent, tripEvent } from "./events";
import {
  type TripMove,
  type TripSurroundings,
  takesAppointments,
  takesManifest,
  tripObstacle,
  tripRules,
} from "./lifecycle";
import type { StopAppointment, Trip, TripGoods, TripStatus } from "./model";
import { remainingOf, withHandedOver } from "./reconciliation";

export interface TripDecision {
  readonly after: Trip;
  readonly events: readonly TripEvent[];
}

/** Whom a step concerns: every village where the team stops. */
const villagesOf = (trip: Trip) => trip.stops.map((stop) => stop.villageCode);

const refuse = (move: TripMove, obstacle: string) =>
  new DomainError("conflict", "TRIP_STEP_NOT_NOW", { move, obstacle });

/** @throws conflict TRIP_STEP_NOT_NOW with what stands in the way */
const requireMove = (trip: Trip, move: TripMove, around: TripSurroundings): void => {
  const obstacle = tripObstacle(trip, move, around);
  if (obstacle) throw refuse(move, obstacle);
};

const moved = (trip: Trip, to: TripStatus, change: Partial<Trip> = {}): TripDecision => {
  const after = { ...trip, ...change, status: to, version: trip.version + 1 };
  const villages = villagesOf(trip);
  const event = tripEvent("trip.moved", trip, {
    ...{ from: trip.status, to, villages },
    ...(change.postponed ? { reason: change.postponed.reason } : {}),
  });
  return { after, events: [event] };
};

/** Under the camat's letter the village's word is all that is missing; with it the trip stands. */
const approvedStatus = (trip: Pick<Trip, "stops">): TripStatus =>
  trip.stops.every((stop) => stop.appointment) ? "confirmed_by_village" : "approved";

export interface Numbered {
  readonly orderNumber: string;
  readonly orderedAt: Date;
  readonly orderedById: string;
}

/** The camat orders the trip by a surat tugas; its number is taken last, so that none is lost. */
export const decideApprove = (
  trip: Trip,
  around: TripSurroundings,
  numbered: Numbered,
): TripDecision => {
  const move = trip.urgentOrder ? "letter" : "approve";
  requireMove(trip, move, around);
  const year = numbered.orderedAt.getUTCFullYear();
  const letter = tripEvent("trip.letter-numbered", trip, { year });
  if (move === "letter")
    return { after: { ...trip, ...numbered, version: trip.version + 1 }, events: [letter] };
  const decision = moved(trip, approvedStatus(trip), numbered);
  return { ...decision, events: [...decision.events, letter] };
};

/** A disaster: the camat's word is recorded, and the surat tugas follows. */
export const decideOrder = (
  trip: Trip,
  around: TripSurroundings,
  order: NonNullable<Trip["urgentOrder"]>,
): TripDecision => {
  requireMove(trip, "order", around);
  const decision = moved(trip, "confirmed_by_village", { urgentOrder: order });
  const told = tripEvent("trip.ordered", trip, { by: order.by });
  return { ...decision, events: [...decision.events, told] };
};

/** @throws not-found TRIP_STOP_NOT_FOUND */
const stopOf = (trip: Trip, stopId: string) => {
  const stop = trip.stops.find((one) => one.id === stopId);
  if (!stop) throw new DomainError("not-found", "TRIP_STOP_NOT_FOUND");
  return stop;
};

/** The village's time and place; the last one of an approved trip confirms it. */
export const decideSetStop = (
  trip: Trip,
  stopId: string,
  appointment: StopAppointment,
): TripDecision => {
  const { villageCode } = stopOf(trip, stopId);
  if (!takesAppointments(trip.status)) throw refuse("load", "not-now");
  const stops = trip.stops.map((stop) => (stop.id === stopId ? { ...stop, appointment } : stop));
  const set = tripEvent("trip.stop-set", trip, { villageCode, by: appointment.by });
  if (trip.status === "approved" && approvedStatus({ stops }) !== "approved") {
    const decision = moved(trip, "confirmed_by_village", { stops });
    return { ...decision, events: [set, ...decision.events] };
  }
  return { after: { ...trip, stops, version: trip.version + 1 }, events: [set] };
};

const withCounts = <Count extends { readonly id: string }>(
  goods: readonly TripGoods[],
  counts: readonly Count[],
  change: (item: TripGoods, count: Count) => TripGoods,
): readonly TripGoods[] =>
  goods.map((item) => {
    const count = counts.find((one) => one.id === item.id);
    return count ? change(item, count) : item;
  });

/**
 * Recipients put on the trip or taken off it.
 * @param needed units of each goods that the whole manifest then asks for
 * @throws conflict TRIP_STEP_NOT_NOW once it is loaded; invalid MANIFEST_GOODS_TOO_FEW
 */
export const decideManifest = (
  trip: Trip,
  change: { readonly added: number; readonly removed: number },
  needed: ReadonlyMap<string, number>,
): TripDecision => {
  if (!takesManifest(trip.status)) throw refuse("load", "not-now");
  const short = trip.goods.find(({ id, received }) => (needed.get(id) ?? 0) > received);
  if (short)
    throw new DomainError("invalid", "MANIFEST_GOODS_TOO_FEW", {
      ...{ name: short.name, received: short.received },
    });
  const event = tripEvent("trip.manifest-changed", trip, change);
  return { after: { ...trip, version: trip.version + 1 }, events: [event] };
};

/**
 * @param needed units of each goods that the manifest asks for
 * @throws invalid TRIP_LOADED_TOO_MUCH when more goes into the car than the store received, MANIFEST_UNDERLOADED when
 * less than the manifest needs
 */
export const decideLoad = (
  trip: Trip,
  around: TripSurroundings,
  command: Pick<LoadTripCommand, "goods">,
  needed: ReadonlyMap<string, number> = new Map(),
): TripDecision => {
  requireMove(trip, "load", around);
  const goods = withCounts(trip.goods, command.goods, (item, { loaded }) => ({ ...item, loaded }));
  const over = goods.find((item) => (item.loaded ?? 0) > item.received);
  if (over)
    throw new DomainError("invalid", "TRIP_LOADED_TOO_MUCH", {
      ...{ name: over.name, received: over.received },
    });
  const short = goods.find((item) => (item.loaded ?? 0) < (needed.get(item.id) ?? 0));
  if (short)
    throw new DomainError("invalid", "MANIFEST_UNDERLOADED", {
      ...{ name: short.name, needed: needed.get(short.id) ?? 0 },
    });
  return moved(trip, "loaded", { goods });
};

export const decideArrive = (
  trip: Trip,
  around: TripSurroundings,
  { stopId }: Pick<ArriveTripCommand, "stopId">,
  now: Date,
): TripDecision => {
  requireMove(trip, "arrive", around);
  const { villageCode } = stopOf(trip, stopId);
  const stops = trip.stops.map((stop) =>
    stop.id === stopId ? { ...stop, arrivedAt: stop.arrivedAt ?? now } : stop,
  );
  const arrived = tripEvent("trip.arrived", trip, { villageCode });
  const decision = moved(trip, "on_site", { stops });
  return {
    ...decision,
    events: trip.status === "on_site" ? [arrived] : [...decision.events, arrived],
  };
};

/**
 * What became of the goods, and who was served; the latest word counts until the trip is closed. What was handed
 * over is the handovers' word where there are any.
 * @param delivered units handed over out of each goods, by id
 * @throws conflict TRIP_STEP_NOT_NOW; invalid TRIP_COUNTED_TOO_MUCH when more came out than was loaded
 */
export const decideCount = (
  trip: Trip,
  { goods: counts, activities: served }: Pick<CountTripCommand, "goods" | "activities">,
  delivered: ReadonlyMap<string, number> = new Map(),
): TripDecision => {
  if (trip.status !== "on_site" && trip.status !== "returned") throw refuse("reconcile", "not-now");
  const typed = withCounts(trip.goods, counts, (item, { id: _, ...count }) => ({
    ...item,
    ...count,
    // What was handed over is counted by the handovers, where there are any.
    delivered: item.handedOver ?? count.delivered,
    lostReason: count.lost > 0 ? count.lostReason?.trim() || null : null,
  }));
  const goods = withHandedOver(typed, delivered);
  const over = goods.find((item) => remainingOf(item) < 0);
  if (over)
    throw new DomainError("invalid", "TRIP_COUNTED_TOO_MUCH", {
      ...{ name: over.name, loaded: over.loaded ?? 0 },
    });
  const activities = trip.activities.map((one) => ({
    ...one,
    served: served.find(({ id }) => id === one.id)?.served ?? one.served,
  }));
  const counted = { goods: counts.length, activities: served.length };
  return {
    after: { ...trip, goods, activities, version: trip.version + 1 },
    events: [tripEvent("trip.counted", trip, counted)],
  };
};

/** What the handovers of a trip say of it. */
export interface HandoverCounts {
  /** Units by goods. */
  readonly handedOver: ReadonlyMap<string, number>;
  readonly openHandovers: number;
}

/** The trip as its handovers make it: on the version that was read, so that nobody counts over it unseen. */
export const withHandovers = (trip: Trip, counts: HandoverCounts): Trip => ({
  ...trip,
  version: trip.version + 1,
  openHandovers: counts.openHandovers,
  goods: trip.goods.map((item) => {
    const handed = counts.handedOver.get(item.id);
    return handed === undefined ? item : { ...item, handedOver: handed, delivered: handed };
  }),
});

/** Steps that change nothing but the state and its time. */
export const decideStep = (
  trip: Trip,
  move: "depart" | "return" | "reconcile",
  around: TripSurroundings,
  now: Date,
): TripDecision => {
  requireMove(trip, move, around);
  const times = {
    depart: { departedAt: now },
    return: { returnedAt: now },
    reconcile: { reconciledAt: now },
  };
  return moved(trip, tripRules[move].to ?? trip.status, times[move]);
};

/** Weather or road: the villages' times no longer hold, and what was loaded goes back to the store. */
export const decidePostpone = (
  trip: Trip,
  around: TripSurroundings,
  postponed: NonNullable<Trip["postponed"]>,
): TripDecision => {
  requireMove(trip, "postpone", around);
  return moved(trip, "postponed", {
    postponed,
    stops: trip.stops.map((stop) => ({ ...stop, appointment: null })),
    goods: trip.goods.map((item) => ({ ...item, loaded: null })),
  });
};

/** A postponed trip is planned anew: another date, another letter. */
export const decideReplan = (trip: Trip, around: TripSurroundings): TripDecision => {
  requireMove(trip, "replan", around);
  return moved(trip, "planned", {
    ...{ postponed: null, orderNumber: null, orderedAt: null, orderedById: null },
    urgentOrder: null,
  });
};

export const decideCancel = (
  trip: Trip,
  around: TripSurroundings,
  cancelReason: string,
): TripDecision => {
  requireMove(trip, "cancel", around);
  return moved(trip, "cancelled", { cancelReason });
};

import type { Permission } from "../access/permissions";
import { coversTrip } from "./decrees";
import type { Decree, Trip, TripStatus } from "./model";
import { isReconciled } from "./reconciliation";

export const tripMoves = [
  "approve",
  "order",
  "letter",
  "load",
  "depart",
  "arrive",
  "return",
  "reconcile",
  "postpone",
  "replan",
  "cancel",
] as const;
export type TripMove = (typeof tripMoves)[number];

interface Rule {
  readonly from: readonly TripStatus[];
  /** Null: the trip stays where it is. */
  readonly to: TripStatus | null;
  readonly permission: Permission;
}

const beforeDeparture: readonly TripStatus[] = [
  "planned",
  "approved",
  "confirmed_by_village",
  "loaded",
];

/** Counted, or called off: nothing follows. */
export const endedStatuses: readonly TripStatus[] = ["reconciled", "cancelled"];

export const hasEnded = (status: TripStatus): boolean => endedStatuses.includes(status);

/** From when the goods are in the car until it is back: so long its crew reads what waits in the villages. */
export const onTheRoad: readonly TripStatus[] = ["loaded", "departed", "on_site"];

/**
 * Every step of a trip. `order`: the camat's word in a disaster, told before a letter; `letter`: the
 * surat tugas that follows it. That the village confirmed follows from its stops, by nobody's button. */
export const tripRules: Readonly<Record<TripMove, Rule>> = {
  approve: { from: ["planned"], to: "approved", permission: "trip.approve" },
  order: { from: ["planned"], to: "confirmed_by_village", permission: "trip.plan" },
  letter: {
    from: ["confirmed_by_village", "loaded", "departed", "on_site", "returned"],
    to: null,
    permission: "trip.approve",
  },
  // Approved, it is shown with what it waits for: a village that has not said when and where.
  load: { from: ["approved", "confirmed_by_village"], to: "loaded", permission: "trip.run" },
  depart: { from: ["loaded"], to: "departed", permission: "trip.run" },
  arrive: { from: ["departed", "on_site"], to: "on_site", permission: "trip.run" },
  return: { from: ["on_site"], to: "returned", permission: "trip.run" },
  reconcile: { from: ["returned"], to: "reconciled", permission: "trip.run" },
  postpone: {
    from: ["approved", "confirmed_by_village", "loaded"],
    to: "postponed",
    permission: "trip.run",
  },
  replan: { from: ["postponed"], to: "planned", permission: "trip.plan" },
  cancel: { from: [...beforeDeparture, "postponed"], to: "cancelled", permission: "trip.plan" },
};

/** Why a step cannot be taken; wording `trips.obstacles.<code>`. */
export type TripObstacle =
  | "not-now"
  | "no-decree"
  | "decree-not-running"
  | "no-lead"
  | "no-stop"
  | "own-plan"
  | "letter-missing"
  | "stops-unset"
  | "goods-not-loaded"
  | "goods-open"
  | "handovers-open"
  | "served-unknown";

/** What a step needs to know beside the trip. */
export interface TripSurroundings {
  /** The SK that the trip names; null: none. */
  readonly decree: Decree | null;
  readonly actorId: string;
}

const approveObstacle = (trip: Trip, { decree, actorId }: TripSurroundings) => {
  if (trip.plannedById === actorId) return "own-plan";
  if (!decree) return "no-decree";
  if (!coversTrip(decree, trip)) return "decree-not-running";
  return null;
};

const planObstacle = (trip: Pick<Trip, "crew" | "stops">): TripObstacle | null => {
  if (!trip.crew.some((member) => member.duty === "lead")) return "no-lead";
  return trip.stops.length === 0 ? "no-stop" : null;
};

const obstacles: Partial<
  Record<TripMove, (trip: Trip, around: TripSurroundings) => TripObstacle | null>
> = {
  approve: (trip, around) => planObstacle(trip) ?? approveObstacle(trip, around),
  order: planObstacle,
  letter: (trip, around) => (trip.orderNumber === null ? approveObstacle(trip, around) : "not-now"),
  // In a disaster nobody waits for the village's word.
  load: (trip) =>
    trip.urgentOrder || trip.stops.every((stop) => stop.appointment) ? null : "stops-unset",
  depart: (trip) => (trip.goods.every((item) => item.loaded !== null) ? null : "goods-not-loaded"),
  reconcile: (trip) => {
    // In a disaster the team leaves first; the papers are complete before the trip is closed.
    if (trip.orderNumber === null) return "letter-missing";
    if (trip.openHandovers > 0) return "handovers-open";
    if (!isReconciled(trip.goods)) return "goods-open";
    return trip.activities.every((one) => one.served !== null) ? null : "served-unknown";
  },
};

/** Null when the step may be taken now; whether the actor may is another question. */
export const tripObstacle = (
  trip: Trip,
  move: TripMove,
  around: TripSurroundings,
): TripObstacle | null => {
  if (!tripRules[move].from.includes(trip.status)) return "not-now";
  return obstacles[move]?.(trip, around) ?? null;
};

/** Steps whose time has come, with what stands in the way of each: shown, never hidden. */
export const nextMoves = (
  trip: Trip,
  around: TripSurroundings,
): readonly { readonly move: TripMove; readonly obstacle: TripObstacle | null }[] =>
  tripMoves
    .map((move) => ({ move, obstacle: tripObstacle(trip, move, around) }))
    .filter(({ obstacle }) => obstacle !== "not-now");

/** Time and place are set by the village until the team leaves. */
export const takesAppointments = (status: TripStatus): boolean =>
  ["planned", "approved", "confirmed_by_village", "loaded"].includes(status);

/** Crew, stops, goods and dates may change only before the camat has decided. */
export const isDraft = (status: TripStatus): boolean => status === "planned";

/** Who receives what may change until the goods are in the car. */
export const takesManifest = (status: TripStatus): boolean =>
  ["planned", "approved", "confirmed_by_village"].includes(status);

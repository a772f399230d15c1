import type { OpenTripCaseCommand } from "@rembuk/domain/cases/commands";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { Trip, TripStatus } from "@rembuk/domain/trips/model";
import { type Receipt, receiveCase } from "../cases/open-case";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireOnTrip } from "../trips/change-trip";
import { getTrip } from "../trips/store";

/** From when the goods are in the car; also afterwards, because phones may come home late. */
const underWay: readonly TripStatus[] = ["loaded", "departed", "on_site", "returned", "reconciled"];

/**
 * The trip on which somebody writes down what a village tells.
 * @throws not-found TRIP_NOT_FOUND; forbidden to who does not go along; conflict TRIP_NOT_TO_TAKE before it is
 * loaded; invalid VILLAGE_NOT_IN_REACH where it does not stop
 */
export const requireStopOfTrip = (
  ctx: ServiceContext,
  { tripId, villageCode }: Pick<OpenTripCaseCommand, "tripId" | "villageCode">,
): Promise<Trip> =>
  inTransaction(ctx, async (tx) => {
    const trip = await getTrip(tx, tripId);
    requireOnTrip(ctx, "trip.open-case", trip);
    if (!underWay.includes(trip.status)) throw new DomainError("conflict", "TRIP_NOT_TO_TAKE");
    if (!trip.stops.some((stop) => stop.villageCode === villageCode))
      throw new DomainError("invalid", "VILLAGE_NOT_IN_REACH", { field: "villageCode" });
    return trip;
  });

/** A matter that a crew was told of, or somebody who needs help: a case like any other, for the desk. */
export const openCaseOnTrip = async (
  ctx: ServiceContext,
  command: OpenTripCaseCommand,
): Promise<Receipt> => {
  await requireStopOfTrip(ctx, command);
  const { tripId: _, ...matter } = command;
  return receiveCase(ctx, matter, true);
};

import type { OrderTripCommand } from "@rembuk/domain/trips/commands";
import { decideOrder } from "@rembuk/domain/trips/decisions";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";

/** The camat's order in a disaster, recorded with who, how and when. @throws conflict TRIP_STEP_NOT_NOW */
export const orderTrip = (ctx: ServiceContext, command: OrderTripCommand): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.plan", command, (trip, around) => {
    const { orderedBy, by, reason, orderedAt } = command;
    return decideOrder(trip, around, { orderedBy, by, reason, orderedAt });
  });

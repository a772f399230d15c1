import type { LoadTripCommand } from "@rembuk/domain/trips/commands";
import { decideLoad } from "@rembuk/domain/trips/decisions";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";

/** The goods go into the car. @throws conflict TRIP_STEP_NOT_NOW; invalid TRIP_LOADED_TOO_MUCH */
export const loadTrip = (ctx: ServiceContext, command: LoadTripCommand): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.run", command, (trip, around) => decideLoad(trip, around, command));

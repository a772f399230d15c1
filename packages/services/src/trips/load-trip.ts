import type { LoadTripCommand } from "@rembuk/domain/trips/commands";
import { decideLoad } from "@rembuk/domain/trips/decisions";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";
import { manifestUnits } from "./manifest-store";

/** The goods go into the car. @throws conflict TRIP_STEP_NOT_NOW; invalid TRIP_LOADED_TOO_MUCH, MANIFEST_UNDERLOADED */
export const loadTrip = (ctx: ServiceContext, command: LoadTripCommand): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.run", command, async (trip, around, tx) => {
    const { needed } = await manifestUnits(tx, trip.id);
    return decideLoad(trip, around, command, needed);
  });

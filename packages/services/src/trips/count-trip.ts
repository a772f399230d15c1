import type { CountTripCommand } from "@rembuk/domain/trips/commands";
import { decideCount } from "@rembuk/domain/trips/decisions";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";
import { manifestUnits } from "./manifest-store";

/** What became of the goods, and how many were served. @throws conflict; invalid TRIP_COUNTED_TOO_MUCH */
export const countTrip = (ctx: ServiceContext, command: CountTripCommand): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.run", command, async (trip, _, tx) => {
    const { delivered } = await manifestUnits(tx, trip.id);
    return decideCount(trip, command, delivered);
  });

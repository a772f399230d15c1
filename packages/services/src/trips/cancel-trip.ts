import type { CancelTripCommand } from "@rembuk/domain/trips/commands";
import { decideCancel } from "@rembuk/domain/trips/decisions";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";

/** It will not take place. @throws conflict TRIP_STEP_NOT_NOW once the team has left */
export const cancelTrip = (ctx: ServiceContext, command: CancelTripCommand): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.plan", command, (trip, around) =>
    decideCancel(trip, around, command.reason),
  );

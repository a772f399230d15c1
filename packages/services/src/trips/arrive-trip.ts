import type { ArriveTripCommand } from "@rembuk/domain/trips/commands";
import { decideArrive } from "@rembuk/domain/trips/decisions";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";

/** The team is at one of its stops. @throws conflict TRIP_STEP_NOT_NOW; not-found TRIP_STOP_NOT_FOUND */
export const arriveTrip = (ctx: ServiceContext, command: ArriveTripCommand): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.run", command, (trip, around) =>
    decideArrive(trip, around, command, ctx.now()),
  );

import type { PostponeTripCommand } from "@rembuk/domain/trips/commands";
import { decidePostpone } from "@rembuk/domain/trips/decisions";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";

/** Weather or road. @throws conflict TRIP_STEP_NOT_NOW */
export const postponeTrip = (
  ctx: ServiceContext,
  command: PostponeTripCommand,
): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.run", command, (trip, around) => {
    const { reason, note } = command;
    return decidePostpone(trip, around, { reason, note });
  });

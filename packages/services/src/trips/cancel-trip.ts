import type { CancelTripCommand } from "@rembuk/domain/trips/commands";
import { decideCancel } from "@rembuk/domain/trips/decisions";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";
import { emptyManifest } from "./manifest-store";
import { insertWords } from "./outreach-store";

/**
 * It will not take place; who was on its list waits again, and their villages are asked to tell them.
 * @throws conflict TRIP_STEP_NOT_NOW once the team has left
 */
export const cancelTrip = (ctx: ServiceContext, command: CancelTripCommand): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.plan", command, async (trip, around, tx) => {
    const decision = decideCancel(trip, around, command.reason);
    await insertWords(tx, ctx, trip, { kind: "cancelled", reason: null });
    await emptyManifest(tx, trip.id);
    return decision;
  });

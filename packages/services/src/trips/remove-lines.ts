import type { RemoveLinesCommand } from "@rembuk/domain/trips/commands";
import { decideManifest } from "@rembuk/domain/trips/decisions";
import { neededOf } from "@rembuk/domain/trips/reconciliation";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";
import { liveLines, removeLines } from "./manifest-store";

/** Recipients off a trip that is not loaded yet: they wait again. @throws conflict TRIP_STEP_NOT_NOW */
export const removeFromTrip = (
  ctx: ServiceContext,
  command: RemoveLinesCommand,
): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.fill-manifest", command, async (trip, _, tx) => {
    const lines = await liveLines(tx, trip.id);
    const gone = lines.filter(({ id }) => command.lineIds.includes(id));
    const left = lines.filter(({ id }) => !command.lineIds.includes(id));
    const decision = decideManifest(trip, { added: 0, removed: gone.length }, neededOf(left));
    await removeLines(tx, gone);
    return decision;
  });

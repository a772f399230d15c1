import type { FillManifestCommand } from "@rembuk/domain/trips/commands";
import { decideManifest } from "@rembuk/domain/trips/decisions";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";
import { addLines, manifestUnits } from "./manifest-store";

/**
 * Approved entitlements of the stops' villages onto the goods of a trip that is not loaded yet, all or none.
 * @throws conflict TRIP_STEP_NOT_NOW, ENTITLEMENT_CHANGED_MEANWHILE; invalid MANIFEST_NOT_FITTING,
 *   MANIFEST_GOODS_TOO_FEW
 */
export const allocateToTrip = (
  ctx: ServiceContext,
  command: FillManifestCommand,
): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.fill-manifest", command, async (trip, _, tx) => {
    await addLines(tx, ctx, trip, command.lines);
    const { needed } = await manifestUnits(tx, trip.id);
    return decideManifest(trip, { added: command.lines.length, removed: 0 }, needed);
  });

import type { PostponeTripCommand } from "@rembuk/domain/trips/commands";
import { decidePostpone } from "@rembuk/domain/trips/decisions";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";
import { emptyManifest } from "./manifest-store";
import { insertWords } from "./outreach-store";

/** Weather or road; who was on its list waits again, and their villages are asked to tell them. @throws conflict TRIP_STEP_NOT_NOW */
export const postponeTrip = (
  ctx: ServiceContext,
  command: PostponeTripCommand,
): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.run", command, async (trip, around, tx) => {
    const { reason, note } = command;
    const decision = decidePostpone(trip, around, { reason, note });
    await insertWords(tx, ctx, trip, { kind: "postponed", reason });
    await emptyManifest(tx, trip.id);
    return decision;
  });

import type { Transaction } from "@rembuk/db/client";
import type { Permission } from "@rembuk/domain/access/permissions";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { canOnTrip } from "@rembuk/domain/trips/access";
import type { TripDecision } from "@rembuk/domain/trips/decisions";
import type { TripSurroundings } from "@rembuk/domain/trips/lifecycle";
import type { Trip } from "@rembuk/domain/trips/model";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { findDecree, getTrip, updateTrip } from "./store";

export interface ChangedTrip {
  readonly tripId: string;
  readonly version: number;
}

interface TripCommand {
  readonly clientActionId: string;
  readonly tripId: string;
  readonly version: number;
}

/** What the actor may not even read reads as not found. @throws not-found, forbidden */
export const requireOnTrip = (ctx: ServiceContext, permission: Permission, trip: Trip): void => {
  if (canOnTrip(ctx.actor, permission, trip)) return;
  if (canOnTrip(ctx.actor, "trip.read", trip))
    throw new DomainError("forbidden", "FORBIDDEN", { permission });
  throw new DomainError("not-found", "TRIP_NOT_FOUND");
};

/** What stands around a trip for the next decision about it. */
export const surroundingsOf = async (
  tx: Pick<Transaction, "decree">,
  ctx: ServiceContext,
  trip: Trip,
): Promise<TripSurroundings> => ({
  decree: await findDecree(tx, trip.decreeId),
  actorId: ctx.actor.userId,
});

/**
 * The five beats of every change of a trip, on the version that was seen; at most once per client
 * action. @throws conflict TRIP_CHANGED_MEANWHILE, TRIP_STEP_NOT_NOW; not-found TRIP_NOT_FOUND
 */
export const changeTrip = (
  ctx: ServiceContext,
  permission: Permission,
  command: TripCommand,
  decide: (
    trip: Trip,
    around: TripSurroundings,
    tx: Transaction,
  ) => Promise<TripDecision> | TripDecision,
): Promise<ChangedTrip> =>
  once(ctx, command, async (tx) => {
    const trip = await getTrip(tx, command.tripId);
    requireOnTrip(ctx, permission, trip);
    if (trip.version !== command.version)
      throw new DomainError("conflict", "TRIP_CHANGED_MEANWHILE", { version: trip.version });
    const { after, events } = await decide(trip, await surroundingsOf(tx, ctx, trip), tx);
    const result = { tripId: trip.id, version: after.version };
    // Before the trip: of two at once the second must wait on the act's key, not on the version.
    await recordEvents(tx, ctx, events, command, result);
    await updateTrip(tx, trip, after);
    return result;
  });

import { DomainError } from "@rembuk/domain/kernel/errors";
import { canSetStop } from "@rembuk/domain/trips/access";
import type { SetStopCommand } from "@rembuk/domain/trips/commands";
import { decideSetStop } from "@rembuk/domain/trips/decisions";
import type { StopAppointment, Trip } from "@rembuk/domain/trips/model";
import type { ServiceContext } from "../context";
import { type ChangedTrip, changeTrip } from "./change-trip";

const requireOwnStop = (ctx: ServiceContext, trip: Trip, stopId: string): void => {
  const stop = trip.stops.find((one) => one.id === stopId);
  if (stop && !canSetStop(ctx.actor, trip, stop.villageCode))
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "trip.set-stop" });
};

/** Does the actor speak for the village itself? */
const isOfVillage = (ctx: ServiceContext): boolean =>
  ctx.actor.assignments.some((a) => a.role === "village-officer" || a.role === "village-head");

/**
 * Time and place of one stop: by the village from its own screen, or recorded by an officer with who of
 * the village said so, how and when.
 * @throws invalid INPUT_INVALID when an officer does not tell who said it; conflict TRIP_STEP_NOT_NOW
 */
export const setStop = (ctx: ServiceContext, command: SetStopCommand): Promise<ChangedTrip> =>
  changeTrip(ctx, "trip.set-stop", command, (trip) => {
    requireOwnStop(ctx, trip, command.stopId);
    const { said, place, meetsAt } = command;
    if (!said && !isOfVillage(ctx))
      throw new DomainError("invalid", "INPUT_INVALID", { field: "said" });
    const appointment: StopAppointment = {
      place,
      meetsAt,
      by: said?.by ?? "screen",
      saidBy: said?.name ?? null,
      recordedById: ctx.actor.userId,
      recordedAt: said?.at ?? ctx.now(),
    };
    return decideSetStop(trip, command.stopId, appointment);
  });

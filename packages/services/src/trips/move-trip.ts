import type { Transaction } from "@rembuk/db/client";
import type { MoveTripCommand } from "@rembuk/domain/trips/commands";
import {
  decideApprove,
  decideReplan,
  decideStep,
  type TripDecision,
} from "@rembuk/domain/trips/decisions";
import { type TripSurroundings, tripObstacle, tripRules } from "@rembuk/domain/trips/lifecycle";
import type { Trip } from "@rembuk/domain/trips/model";
import { withHandedOver } from "@rembuk/domain/trips/reconciliation";
import type { ServiceContext } from "../context";
import { takeLetterNumber } from "../letters/take-number";
import { type ChangedTrip, changeTrip } from "./change-trip";
import { manifestUnits, settleLines } from "./manifest-store";

/** The number is taken only when nothing else stands in the way: the register has no gaps. */
const approve = async (
  ctx: ServiceContext,
  move: "approve" | "letter",
  trip: Trip,
  around: TripSurroundings,
  tx: Transaction,
): Promise<TripDecision> => {
  const by = { orderedAt: ctx.now(), orderedById: ctx.actor.userId };
  if (tripObstacle(trip, move, around) !== null)
    return decideApprove(trip, around, { ...by, orderNumber: "" });
  const { number } = await takeLetterNumber(tx, ctx, trip.subdistrictCode);
  return decideApprove(trip, around, { ...by, orderNumber: number });
};

/** What handovers tell stands against what was counted, and the list is settled with the trip. */
const close = async (
  ctx: ServiceContext,
  trip: Trip,
  around: TripSurroundings,
  tx: Transaction,
): Promise<TripDecision> => {
  const { lines, delivered } = await manifestUnits(tx, trip.id);
  const goods = withHandedOver(trip.goods, delivered);
  const decision = decideStep({ ...trip, goods }, "reconcile", around, ctx.now());
  await settleLines(tx, ctx, lines);
  return decision;
};

/**
 * Steps that need no words: the camat's approval with the number of its surat tugas, departure, return,
 * closing, and planning a postponed trip anew.
 * @throws conflict TRIP_STEP_NOT_NOW with what stands in the way
 */
export const moveTrip = (ctx: ServiceContext, command: MoveTripCommand): Promise<ChangedTrip> => {
  const { move } = command;
  return changeTrip(ctx, tripRules[move].permission, command, (trip, around, tx) => {
    if (move === "approve" || move === "letter") return approve(ctx, move, trip, around, tx);
    if (move === "replan") return decideReplan(trip, around);
    if (move === "reconcile") return close(ctx, trip, around, tx);
    return decideStep(trip, move, around, ctx.now());
  });
};

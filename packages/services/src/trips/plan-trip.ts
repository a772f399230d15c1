import type { Transaction } from "@rembuk/db/client";
import { isWithin } from "@rembuk/domain/areas/area-code";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { PlanTripCommand } from "@rembuk/domain/trips/commands";
import { decideManifest } from "@rembuk/domain/trips/decisions";
import { tripEvent } from "@rembuk/domain/trips/events";
import { isDraft } from "@rembuk/domain/trips/lifecycle";
import type { Trip } from "@rembuk/domain/trips/model";
import { neededOf } from "@rembuk/domain/trips/reconciliation";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { type ChangedTrip, requireOnTrip } from "./change-trip";
import { manifestUnits, removeLines, type TripLine } from "./manifest-store";
import { findDecree, getTrip, insertTrip, updateTrip } from "./store";

type Before = Pick<Trip, "stops" | "goods">;

/** One receipt's goods are the same goods, however much of them. */
const isSame = (a: PlanTripCommand["goods"][number], b: PlanTripCommand["goods"][number]) =>
  [a.name, a.unit, a.source, a.receiptNumber].join("|") ===
  [b.name, b.unit, b.source, b.receiptNumber].join("|");

/**
 * Everything that the plan says, with ids for its parts; a stop that stays keeps what the village set, and goods
 * that stay keep who they are for.
 */
const plannedOf = (ctx: ServiceContext, command: PlanTripCommand, { stops, goods }: Before) => {
  const left = [...goods];
  const idOf = (item: PlanTripCommand["goods"][number]) => {
    const at = left.findIndex((one) => isSame(one, item));
    return at < 0 ? ctx.newId() : (left.splice(at, 1)[0]?.id ?? ctx.newId());
  };
  const withId = <Part extends object>(part: Part) => ({ ...part, id: ctx.newId() });
  const { purpose, startsOn, endsOn, vehicle, decreeId = null } = command;
  return {
    ...{ purpose, startsOn, endsOn, vehicle, decreeId },
    crew: command.crew.map((one) => withId({ ...one, userId: one.userId ?? null })),
    stops: command.villages.map(
      (villageCode) =>
        stops.find((stop) => stop.villageCode === villageCode) ??
        withId({ villageCode, appointment: null, arrivedAt: null }),
    ),
    goods: command.goods.map((item) => ({
      ...item,
      ...{ id: idOf(item), loaded: null, delivered: null, returned: null, lost: null },
      lostReason: null,
      handedOver: null,
    })),
    activities: command.activities.map((one) => withId({ ...one, served: null })),
    costs: command.costs.map(withId),
  };
};

/** Villages and the SK are the office's own. @throws invalid INPUT_INVALID; not-found DECREE_NOT_FOUND */
const requireOwnParts = async (tx: Transaction, command: PlanTripCommand): Promise<void> => {
  const { subdistrictCode, villages, decreeId } = command;
  if (!villages.every((code) => isWithin(code, subdistrictCode)))
    throw new DomainError("invalid", "INPUT_INVALID", { field: "villages" });
  if (!decreeId) return;
  const decree = await findDecree(tx, decreeId);
  if (decree?.subdistrictCode !== subdistrictCode)
    throw new DomainError("not-found", "DECREE_NOT_FOUND");
};

const insertPlan = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: PlanTripCommand,
): Promise<ChangedTrip> => {
  const trip: Trip = {
    ...plannedOf(ctx, command, { stops: [], goods: [] }),
    ...{ id: ctx.newId(), subdistrictCode: command.subdistrictCode, status: "planned", version: 0 },
    ...{ orderNumber: null, orderedAt: null, orderedById: null, urgentOrder: null },
    ...{ departedAt: null, returnedAt: null, reconciledAt: null },
    ...{ postponed: null, cancelReason: null, openHandovers: 0 },
    plannedById: ctx.actor.userId,
    plannedAt: ctx.now(),
  };
  const result = { tripId: trip.id, version: 0 };
  const { villages } = command;
  await recordEvents(tx, ctx, [tripEvent("trip.planned", trip, { villages })], command, result);
  await insertTrip(tx, trip);
  return result;
};

/** Who was to be met at a stop that fell, or out of goods that fell, waits again. @throws MANIFEST_GOODS_TOO_FEW */
const fitManifest = async (tx: Transaction, after: Trip): Promise<void> => {
  const { lines } = await manifestUnits(tx, after.id);
  const keeps = (line: TripLine) =>
    after.stops.some(({ id }) => id === line.stopId) &&
    after.goods.some(({ id }) => id === line.goodsId);
  const kept = lines.filter(keeps);
  await removeLines(
    tx,
    lines.filter((line) => !keeps(line)),
  );
  decideManifest(after, { added: 0, removed: lines.length - kept.length }, neededOf(kept));
};

const changePlan = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: PlanTripCommand,
  tripId: string,
): Promise<ChangedTrip> => {
  const before = await getTrip(tx, tripId);
  requireOnTrip(ctx, "trip.plan", before);
  if (before.version !== command.version)
    throw new DomainError("conflict", "TRIP_CHANGED_MEANWHILE", { version: before.version });
  if (!isDraft(before.status))
    throw new DomainError("conflict", "TRIP_STEP_NOT_NOW", { obstacle: "not-now" });
  const after: Trip = {
    ...before,
    ...plannedOf(ctx, command, before),
    version: before.version + 1,
  };
  const result = { tripId, version: after.version };
  const { villages } = command;
  await recordEvents(tx, ctx, [tripEvent("trip.changed", before, { villages })], command, result);
  await fitManifest(tx, after);
  await updateTrip(tx, before, after);
  return result;
};

/**
 * Plans a trip, or changes its plan until the camat has decided.
 * @throws forbidden; invalid INPUT_INVALID for a village of another kecamatan; not-found DECREE_NOT_FOUND,
 *   TRIP_NOT_FOUND; conflict TRIP_CHANGED_MEANWHILE, TRIP_STEP_NOT_NOW
 */
export const planTrip = async (
  ctx: ServiceContext,
  command: PlanTripCommand,
): Promise<ChangedTrip> => {
  requireInArea(ctx, "trip.plan", command.subdistrictCode);
  return once(ctx, command, async (tx) => {
    await requireOwnParts(tx, command);
    const { tripId } = command;
    return tripId ? changePlan(tx, ctx, command, tripId) : insertPlan(tx, ctx, command);
  });
};

import type { Transaction } from "@rembuk/db/client";
import { caseHears } from "@rembuk/domain/aid/case-nominations";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { Trip } from "@rembuk/domain/trips/model";
import { handedOverOf, neededOf } from "@rembuk/domain/trips/reconciliation";
import {
  allocateEntitlements,
  type EntitlementRow,
  reconcileEntitlements,
  releaseEntitlements,
} from "../aid/entitlement-store";
import type { ServiceContext } from "../context";
import { recordEvents } from "../kernel/record-events";

/** What is to ride along: out of which goods. */
export interface WantedLine {
  readonly entitlementId: string;
  readonly goodsId: string;
}

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

/**
 * Approved entitlements of the stops' villages onto goods of the same unit.
 * @throws conflict ENTITLEMENT_CHANGED_MEANWHILE when one is no longer approved; invalid MANIFEST_NOT_FITTING for
 * another village or unit
 */
export const addLines = async (
  tx: Transaction,
  ctx: ServiceContext,
  trip: Trip,
  wanted: readonly WantedLine[],
): Promise<void> => {
  const taken = await allocateEntitlements(
    tx,
    wanted.map((one) => one.entitlementId),
  );
  const byId = new Map(taken.map((one) => [one.id, one]));
  const data = wanted.map(({ entitlementId, goodsId }) => {
    const one = byId.get(entitlementId);
    const stop = trip.stops.find(({ villageCode }) => villageCode === one?.villageCode);
    const goods = trip.goods.find(({ id }) => id === goodsId);
    if (!one || !stop || goods?.unit.toLowerCase() !== one.unit.toLowerCase())
      throw new DomainError("invalid", "MANIFEST_NOT_FITTING", { unit: goods?.unit ?? "" });
    const { residentId, subdistrictCode, villageCode, programCode, quantity } = one;
    return {
      ...{ id: ctx.newId(), tripId: trip.id, stopId: stop.id, goodsId, entitlementId },
      ...{ residentId, subdistrictCode, villageCode, programCode, quantity },
      ...{ addedById: ctx.actor.userId, addedAt: ctx.now() },
    };
  });
  try {
    await tx.tripManifestLine.createMany({ data });
  } catch (error) {
    throw isTaken(error) ? new DomainError("conflict", "ENTITLEMENT_CHANGED_MEANWHILE") : error;
  }
};

interface LiveLine {
  readonly entitlementId: string;
}

/** Off a trip that has not left: the lines go, their entitlements wait again. Gives how many. */
export const removeLines = async (tx: Transaction, lines: readonly LiveLine[]): Promise<number> => {
  const freed = await releaseEntitlements(
    tx,
    lines.map((one) => one.entitlementId),
  );
  const { count } = await tx.tripManifestLine.deleteMany({
    where: { entitlementId: { in: [...freed] }, releasedAt: null },
  });
  return count;
};

/** Everything off a trip that will not leave as it was. */
export const emptyManifest = async (tx: Transaction, tripId: string): Promise<number> =>
  removeLines(tx, await liveLines(tx, tripId));

/** The case that an entitlement came from hears that something was delivered. */
const deliveryHeard = (row: EntitlementRow) =>
  row.outcome === "delivered" || row.outcome === "partial"
    ? caseHears(row, "decided", "delivered")
    : [];

/** A trip is closed: who received something is settled, who did not waits again for another trip. */
export const settleLines = async (
  tx: Transaction,
  ctx: ServiceContext,
  lines: readonly LiveLine[],
): Promise<void> => {
  const ids = lines.map((one) => one.entitlementId);
  const settled = await reconcileEntitlements(tx, ids);
  await recordEvents(tx, ctx, settled.flatMap(deliveryHeard), null, {});
  const freed = await releaseEntitlements(tx, ids);
  await tx.tripManifestLine.updateMany({
    where: { entitlementId: { in: [...freed] }, releasedAt: null },
    data: { releasedAt: ctx.now() },
  });
};

/** Units of each goods that the manifest asks for, and that were handed over. */
export const manifestUnits = async (tx: Transaction, tripId: string) => {
  const lines = await liveLines(tx, tripId);
  return {
    lines,
    needed: neededOf(lines),
    delivered: handedOverOf(
      lines.map(({ goodsId, entitlement }) => ({
        goodsId,
        deliveredQuantity: entitlement.deliveredQuantity,
      })),
    ),
  };
};

/** The lines that ride on a trip, with what became of each. */
export const liveLines = (tx: Transaction, tripId: string) =>
  tx.tripManifestLine.findMany({
    where: { tripId, releasedAt: null },
    select: {
      ...{ id: true, stopId: true, goodsId: true, entitlementId: true, quantity: true },
      entitlement: { select: { status: true, outcome: true, deliveredQuantity: true } },
    },
  });
export type TripLine = Awaited<ReturnType<typeof liveLines>>[number];

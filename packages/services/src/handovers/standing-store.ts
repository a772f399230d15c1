import type { Transaction } from "@rembuk/db/client";
import { type EntitlementStatus, isEntitlementActOf } from "@rembuk/domain/aid/entitling";
import type {
  HandoverState,
  HeldReason,
  ReceivedHandover,
  RecordedOutcome,
  TripStanding,
} from "@rembuk/domain/handovers/model";
import { handedOver, lineResult, openQuestions } from "@rembuk/domain/handovers/standing";
import { withHandovers } from "@rembuk/domain/trips/decisions";
import type { Trip, TripStatus } from "@rembuk/domain/trips/model";
import {
  type DecidedOutcome,
  type EntitlementRow,
  entitlementFields,
  writeOutcomes,
} from "../aid/entitlement-store";
import type { ServiceContext } from "../context";
import { lockTrip, updateTrip } from "../trips/store";

/** While goods are on the road, and until they are counted. */
const recording: readonly TripStatus[] = ["loaded", "departed", "on_site", "returned"];

interface StandingLine {
  readonly id: string;
  readonly residentId: string;
  readonly entitlement: EntitlementRow;
}

/** A trip locked for a decision about its handovers. */
export interface LockedStanding {
  readonly trip: Trip;
  readonly standing: TripStanding;
  readonly lines: ReadonlyMap<string, StandingLine>;
  /** By id: what was received under it. */
  readonly known: ReadonlyMap<
    string,
    { readonly bodyHash: Uint8Array; readonly villageCode: string }
  >;
}

const hexOf = (bytes: Uint8Array | null): string | null =>
  bytes && Buffer.from(bytes).toString("hex");

const readLines = (tx: Transaction, tripId: string) =>
  tx.tripManifestLine.findMany({
    where: { tripId },
    select: {
      ...{ id: true, goodsId: true, quantity: true, residentId: true },
      entitlement: { select: entitlementFields },
    },
  });

/** By line: whose it is, as the keyed hash of the NIK. A crew asks after its trip ended too, and learns no name. */
const readPersonKeys = async (
  tx: Transaction,
  tripId: string,
): Promise<ReadonlyMap<string, string | null>> => {
  const rows = await tx.$queryRaw<{ line: string; key: Uint8Array | null }[]>`
    SELECT line_id AS line, person_key AS key FROM manifest_person_keys(${tripId}::uuid)`;
  return new Map(rows.map(({ line, key }) => [line, hexOf(key)]));
};

const readHandovers = (tx: Transaction, tripId: string) =>
  tx.handover.findMany({
    where: { tripId },
    orderBy: { seq: "asc" },
    select: {
      ...{ id: true, lineId: true, goodsId: true, nikIndex: true, outcome: true, quantity: true },
      ...{ correctsId: true, recordedById: true, arrival: true, heldBecause: true },
      ...{ againstId: true, bodyHash: true, villageCode: true },
      rulings: { orderBy: { seq: "desc" }, take: 1, select: { state: true } },
    },
  });
type HandoverRow = Awaited<ReturnType<typeof readHandovers>>[number];

const toReceived = (
  row: HandoverRow,
  personKeys: ReadonlyMap<string, string | null>,
): ReceivedHandover => ({
  ...{ id: row.id, lineId: row.lineId, goodsId: row.goodsId, quantity: row.quantity },
  personKey: hexOf(row.nikIndex) ?? personKeys.get(row.lineId ?? "") ?? null,
  outcome: row.outcome as RecordedOutcome,
  ...{ correctsId: row.correctsId, recordedById: row.recordedById, againstId: row.againstId },
  state: (row.rulings[0]?.state ?? row.arrival) as HandoverState,
  heldBecause: row.heldBecause as HeldReason | null,
});

const leadsOf = (trip: Trip): readonly string[] =>
  trip.crew.flatMap(({ duty, userId }) => (duty === "lead" && userId ? [userId] : []));

/** The trip with all that stands, locked until the transaction ends. @throws not-found TRIP_NOT_FOUND */
export const lockStanding = async (tx: Transaction, tripId: string): Promise<LockedStanding> => {
  const trip = await lockTrip(tx, tripId);
  const lines = await readLines(tx, tripId);
  const rows = await readHandovers(tx, tripId);
  const personKeys = await readPersonKeys(tx, tripId);
  const standing: TripStanding = {
    isClosed: !recording.includes(trip.status),
    leadIds: leadsOf(trip),
    lines: lines.map(({ id, goodsId, quantity, entitlement }) => ({
      ...{ id, goodsId, quantity, personKey: personKeys.get(id) ?? null },
      isOpen: isEntitlementActOf("serve", { status: entitlement.status as EntitlementStatus }),
    })),
    goods: trip.goods.map(({ id, loaded, returned, lost }) => ({
      ...{ id, loaded: loaded ?? 0, away: (returned ?? 0) + (lost ?? 0) },
    })),
    handovers: rows.map((row) => toReceived(row, personKeys)),
  };
  return {
    ...{ trip, standing },
    lines: new Map(lines.map((one) => [one.id, one])),
    known: new Map(rows.map((row) => [row.id, row])),
  };
};

const byLine = (
  handovers: readonly ReceivedHandover[],
): ReadonlyMap<string | null, readonly ReceivedHandover[]> => {
  const found = new Map<string | null, ReceivedHandover[]>();
  for (const one of handovers) {
    const own = found.get(one.lineId);
    if (own) own.push(one);
    else found.set(one.lineId, [one]);
  }
  return found;
};

/** Entitlements whose outcome is another than before, on the versions that were read; one statement for all. */
const saveOutcomes = async (
  tx: Transaction,
  ctx: ServiceContext,
  { standing, lines }: LockedStanding,
  after: readonly ReceivedHandover[],
): Promise<void> => {
  const [earlier, later] = [byLine(standing.handovers), byLine(after)];
  const decided = standing.lines.flatMap((line): DecidedOutcome[] => {
    const was = lineResult(line, earlier.get(line.id) ?? []);
    const is = lineResult(line, later.get(line.id) ?? []);
    const row = lines.get(line.id)?.entitlement;
    if (!row || (was?.outcome === is?.outcome && was?.quantity === is?.quantity)) return [];
    if (is === null) return [{ row, served: null }];
    // Both happened: who is entitled to one and got two still has one entitlement.
    const quantity = Math.min(is.quantity, line.quantity);
    return [{ row, served: { outcome: is.outcome, quantity, servedAt: ctx.now() } }];
  });
  await writeOutcomes(tx, decided);
};

/** What the handovers now say: counts of the trip, and what became of each entitlement. */
export const saveStanding = async (
  tx: Transaction,
  ctx: ServiceContext,
  locked: LockedStanding,
  after: readonly ReceivedHandover[],
): Promise<void> => {
  const { trip } = locked;
  // Goods of which a record stood once are counted by the records from then on, also down to none.
  const counts = new Map<string, number>();
  for (const { goodsId } of after) if (goodsId) counts.set(goodsId, 0);
  for (const [goodsId, units] of handedOver(after)) counts.set(goodsId, units);
  const openHandovers = openQuestions(after);
  await updateTrip(tx, trip, withHandovers(trip, { handedOver: counts, openHandovers }));
  if (!locked.standing.isClosed) await saveOutcomes(tx, ctx, locked, after);
};

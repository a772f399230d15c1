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
  type ServedEntitlement,
  writeOutcomes,
} from "../aid/entitlement-store";
import type { ServiceContext } from "../context";
import { lockTrip, updateTrip } from "../trips/store";

/** While goods are on the road, and until they are counted. */
const recording: readonly TripStatus[] = ["loaded", "departed", "on_site", "returned"];

interface StandingLine {
  readonly id: string;
  readonly residentId: string;
  readonly entitlement: ServedEntitlement;
}

/** A trip locked for a decision about its handovers. */
export interface LockedStanding {
  readonly trip: Trip;
  readonly standing: TripStanding;
  readonly lines: ReadonlyMap<string, StandingLine>;
  /** By id: what was received under it. */
  readonly known: ReadonlyMap<
    string,
    { /** Hex. */ readonly bodyHash: string; readonly villageCode: string }
  >;
}

interface LineRow {
  readonly id: string;
  readonly goodsId: string;
  readonly quantity: number;
  readonly residentId: string;
  readonly entitlement: ServedEntitlement;
}

const readLines = (tx: Transaction, tripId: string): Promise<LineRow[]> =>
  tx.$queryRaw<LineRow[]>`
    SELECT l.id::text, l.goods_id::text AS "goodsId", l.quantity, l.resident_id::text AS "residentId",
      jsonb_build_object('id', e.id, 'status', e.status, 'quantity', e.quantity, 'version', e.version,
        'createdById', e.created_by_id, 'nominatedById', e.nominated_by_id) AS entitlement
    FROM trip_manifest_line l JOIN entitlement e ON e.id = l.entitlement_id WHERE l.trip_id = ${tripId}::uuid`;

/** By line: whose it is, as the keyed hash of the NIK. A crew asks after its trip ended too, and learns no name. */
const readPersonKeys = async (
  tx: Transaction,
  tripId: string,
): Promise<ReadonlyMap<string, string | null>> => {
  const rows = await tx.$queryRaw<{ line: string; key: string | null }[]>`
    SELECT line_id::text AS line, encode(person_key, 'hex') AS key FROM manifest_person_keys(${tripId}::uuid)`;
  return new Map(rows.map(({ line, key }) => [line, key]));
};

interface HandoverRow {
  readonly id: string;
  readonly lineId: string | null;
  readonly goodsId: string | null;
  readonly personKey: string | null;
  readonly outcome: string;
  readonly quantity: number;
  readonly correctsId: string | null;
  readonly recordedById: string;
  readonly state: string;
  readonly heldBecause: string | null;
  readonly againstId: string | null;
  readonly bodyHash: string;
  readonly villageCode: string;
}

/** Every record of the trip in the order of its arrival, with the state of its last ruling. */
const readHandovers = (tx: Transaction, tripId: string): Promise<HandoverRow[]> =>
  tx.$queryRaw<HandoverRow[]>`
    WITH ruled AS (SELECT DISTINCT ON (handover_id) handover_id, state FROM handover_ruling
      WHERE trip_id = ${tripId}::uuid ORDER BY handover_id, seq DESC)
    SELECT h.id::text, h.line_id::text AS "lineId", h.goods_id::text AS "goodsId",
      encode(h.nik_index, 'hex') AS "personKey", h.outcome, h.quantity, h.corrects_id::text AS "correctsId",
      h.recorded_by_id::text AS "recordedById", coalesce(r.state, h.arrival) AS state,
      h.held_because AS "heldBecause", h.against_id::text AS "againstId", encode(h.body_hash, 'hex') AS "bodyHash",
      h.village_code AS "villageCode"
    FROM handover h LEFT JOIN ruled r ON r.handover_id = h.id WHERE h.trip_id = ${tripId}::uuid ORDER BY h.seq`;

const toReceived = (
  row: HandoverRow,
  personKeys: ReadonlyMap<string, string | null>,
): ReceivedHandover => ({
  ...{ id: row.id, lineId: row.lineId, goodsId: row.goodsId, quantity: row.quantity },
  personKey: row.personKey ?? personKeys.get(row.lineId ?? "") ?? null,
  outcome: row.outcome as RecordedOutcome,
  ...{ correctsId: row.correctsId, recordedById: row.recordedById, againstId: row.againstId },
  state: row.state as HandoverState,
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

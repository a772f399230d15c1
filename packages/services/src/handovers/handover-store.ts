import { createHash } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import type { HandoverBody } from "@rembuk/domain/handovers/commands";
import type { ReadClock } from "@rembuk/domain/handovers/device-clock";
import type { ReceivedHandover } from "@rembuk/domain/handovers/model";
import type { Ruling } from "@rembuk/domain/handovers/settling";
import type { Trip } from "@rembuk/domain/trips/model";
import { nikIndex } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { seal, unseal } from "../kernel/field-keys";
import { jsonRows } from "../kernel/json-rows";

type Keys = Pick<ServiceContext, "keys">;

/** Words about people on a record; sealed as one. */
export interface HandoverPeople {
  readonly proxy: { readonly name: string; readonly relation: string } | null;
  readonly person: HandoverBody["person"];
  readonly witness: HandoverBody["witness"];
  readonly note: string;
}

/** A record as a phone sent it, opened and read. */
export interface OpenedHandover {
  readonly id: string;
  /** Null: keyed from the paper sheet. */
  readonly deviceId: string | null;
  readonly recordedById: string;
  readonly capturedAt: Date;
  readonly body: HandoverBody;
}

/** SHA-256 of what was sealed, with the phone it was sealed on: the same record, or another under its id? */
export const hashOfHandover = ({ deviceId, capturedAt, body }: OpenedHandover) =>
  Uint8Array.from(
    createHash("sha256")
      .update(JSON.stringify([deviceId, capturedAt.toISOString(), body]))
      .digest(),
  );

/** The blind key of a person's NIK, as the registry has it. */
export const personKeyOf = (ctx: Keys, nik: string): string =>
  Buffer.from(nikIndex(ctx, nik)).toString("hex");

const peopleOf = ({ receiver, person, witness, note }: HandoverBody): HandoverPeople => ({
  ...{ person, witness, note },
  proxy: receiver?.kind === "proxy" ? { name: receiver.name, relation: receiver.relation } : null,
});

interface Arrival {
  readonly opened: OpenedHandover;
  readonly received: ReceivedHandover;
  readonly clock: ReadClock;
  readonly residentId: string | null;
}

const toRow = (
  ctx: ServiceContext,
  trip: Trip,
  { opened, received, clock, residentId }: Arrival,
) => {
  const { id, body } = opened;
  const { place } = body;
  const stop = trip.stops.find((one) => one.id === body.stopId);
  const where = place && { latitude: place.latitude, longitude: place.longitude };
  return {
    ...{ id, tripId: trip.id, subdistrictCode: trip.subdistrictCode, residentId },
    villageCode: stop?.villageCode ?? trip.stops[0]?.villageCode ?? trip.subdistrictCode,
    ...{ stopId: body.stopId, lineId: body.lineId, goodsId: received.goodsId },
    ...{ outcome: body.outcome, quantity: body.quantity, receiver: body.receiver?.kind ?? null },
    peopleSealed: seal(ctx.keys, `handover:people:${id}`, JSON.stringify(peopleOf(body))),
    nikIndex: body.person?.nik ? nikIndex(ctx, body.person.nik) : null,
    nikMatches: body.nikMatches,
    placeSealed: where && seal(ctx.keys, `handover:place:${id}`, JSON.stringify(where)),
    accuracyMeters: place && Math.round(place.accuracyMeters),
    evidence: body.evidence.map((one) => ({ ...one })),
    correctsId: body.correctsId,
    arrival: received.state,
    ...{ heldBecause: received.heldBecause, againstId: received.againstId },
    ...{ deviceId: opened.deviceId, recordedById: opened.recordedById },
    carriedById: opened.recordedById === ctx.actor.userId ? null : ctx.actor.userId,
    capturedAt: opened.capturedAt,
    receivedAt: ctx.now(),
    happenedAt: clock.happenedAt,
    skewMs: BigInt(clock.skewMs),
    isSkewed: clock.isSkewed,
    bodyHash: hashOfHandover(opened),
  };
};

/** In the order in which they were decided. */
export const insertHandovers = async (
  tx: Transaction,
  ctx: ServiceContext,
  trip: Trip,
  arrivals: readonly Arrival[],
): Promise<void> => {
  const rows = arrivals.map((one) => toRow(ctx, trip, one));
  await tx.$executeRaw`
    INSERT INTO handover (id, trip_id, subdistrict_code, village_code, stop_id, line_id, goods_id, resident_id, outcome,
      quantity, receiver, people_sealed, nik_index, nik_matches, place_sealed, accuracy_meters, evidence, corrects_id,
      arrival, held_because, against_id, device_id, recorded_by_id, carried_by_id, captured_at, received_at, happened_at,
      skew_ms, is_skewed, body_hash)
    SELECT id, "tripId", "subdistrictCode", "villageCode", "stopId", "lineId", "goodsId", "residentId", outcome,
      quantity, receiver, "peopleSealed", "nikIndex", "nikMatches", "placeSealed", "accuracyMeters", evidence,
      "correctsId", arrival, "heldBecause", "againstId", "deviceId", "recordedById", "carriedById", "capturedAt",
      "receivedAt", "happenedAt", "skewMs", "isSkewed", "bodyHash"
    FROM ROWS FROM (jsonb_to_recordset(${jsonRows(rows)}::jsonb) AS (id uuid, "tripId" uuid, "subdistrictCode" text,
      "villageCode" text, "stopId" uuid, "lineId" uuid, "goodsId" uuid, "residentId" uuid, outcome text, quantity int,
      receiver text, "peopleSealed" bytea, "nikIndex" bytea, "nikMatches" boolean, "placeSealed" bytea,
      "accuracyMeters" int, evidence jsonb, "correctsId" uuid, arrival text, "heldBecause" text, "againstId" uuid,
      "deviceId" uuid, "recordedById" uuid, "carriedById" uuid, "capturedAt" timestamptz, "receivedAt" timestamptz,
      "happenedAt" timestamptz, "skewMs" bigint, "isSkewed" boolean, "bodyHash" bytea)) WITH ORDINALITY AS n
    ORDER BY ordinality`;
};

interface Ruled {
  readonly ruling: Ruling;
  readonly villageCode: string;
}

/** What was decided; the words of who decided, sealed. */
export const insertRulings = async (
  tx: Transaction,
  ctx: ServiceContext,
  trip: Trip,
  ruled: readonly Ruled[],
  words: string | null,
): Promise<void> => {
  const data = ruled.map(({ ruling, villageCode }) => {
    const id = ctx.newId();
    return {
      ...{ id, tripId: trip.id, subdistrictCode: trip.subdistrictCode, villageCode },
      ...{ handoverId: ruling.handoverId, state: ruling.state },
      wordsSealed: words ? seal(ctx.keys, `handover_ruling:words:${id}`, words) : null,
      ...{ decidedById: ctx.actor.userId, decidedAt: ctx.now() },
    };
  });
  await tx.handoverRuling.createMany({ data });
};

/** Opens the words about people of a record; the caller has authorised the reading. */
export const openPeople = (
  ctx: Keys,
  row: { readonly id: string; readonly peopleSealed: Uint8Array },
): HandoverPeople =>
  JSON.parse(unseal(ctx.keys, `handover:people:${row.id}`, row.peopleSealed)) as HandoverPeople;

export const openWords = (
  ctx: Keys,
  row: { readonly id: string; readonly wordsSealed: Uint8Array | null },
): string | null =>
  row.wordsSealed && unseal(ctx.keys, `handover_ruling:words:${row.id}`, row.wordsSealed);

/** The hash of a record inside the fence; null: there is none. */
export const findHash = async (tx: Transaction, id: string): Promise<Uint8Array | null> =>
  (await tx.handover.findUnique({ where: { id }, select: { bodyHash: true } }))?.bodyHash ?? null;

import type { Transaction } from "@rembuk/db/client";
import { maskNik } from "@rembuk/domain/beneficiaries/masking";
import type { HandoverEvidence } from "@rembuk/domain/handovers/commands";
import type { HandoverState, HeldReason, RecordedOutcome } from "@rembuk/domain/handovers/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { canOnTrip } from "@rembuk/domain/trips/access";
import type { Trip } from "@rembuk/domain/trips/model";
import type { ServiceContext } from "../context";
import { unseal } from "../kernel/field-keys";
import { inTransaction } from "../kernel/in-transaction";
import { logRegistryReading } from "../kernel/log-access";
import { requireOnTrip } from "../trips/change-trip";
import { type Manifest, type ManifestLine, readManifest } from "../trips/manifest-queries";
import { getTrip } from "../trips/store";
import { openEvidence } from "./evidence-store";
import { openPeople, openWords } from "./handover-store";

export interface ShownRuling {
  readonly state: HandoverState;
  readonly words: string | null;
  readonly decidedBy: string;
  readonly decidedAt: Date;
}

/** One record as the office reads it. */
export interface ShownHandover {
  readonly id: string;
  readonly state: HandoverState;
  readonly heldBecause: HeldReason | null;
  readonly againstId: string | null;
  readonly correctsId: string | null;
  readonly villageName: string;
  readonly person: string;
  readonly maskedNik: string | null;
  /** Stood on no line: a candidate for the registry. */
  readonly isCandidate: boolean;
  readonly goods: string;
  readonly unit: string;
  /** As the list has it; null: beside the list. */
  readonly due: number | null;
  readonly outcome: RecordedOutcome;
  readonly quantity: number;
  /** Line of the manifest; null: beside it. */
  readonly lineId: string | null;
  readonly proxy: { readonly name: string; readonly relation: string } | null;
  readonly witness: { readonly name: string; readonly position: string } | null;
  readonly note: string;
  readonly nikMatches: boolean | null;
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  readonly accuracyMeters: number | null;
  readonly evidence: readonly {
    readonly id: string;
    readonly kind: "photo" | "signature";
    /** False: still on the phone, or on its way. */
    readonly isThere: boolean;
  }[];
  /** Null: keyed from the paper sheet. */
  readonly device: string | null;
  readonly recordedBy: string;
  readonly carriedBy: string | null;
  readonly happenedAt: Date;
  readonly capturedAt: Date;
  readonly receivedAt: Date;
  readonly isSkewed: boolean;
  readonly rulings: readonly ShownRuling[];
}

export interface TripHandovers {
  /** In the order of the server. */
  readonly items: readonly ShownHandover[];
  readonly mayDecide: boolean;
}

const readRows = (tx: Transaction, tripId: string) =>
  tx.handover.findMany({
    where: { tripId },
    orderBy: { seq: "asc" },
    include: { rulings: { orderBy: { seq: "asc" } } },
  });
type Row = Awaited<ReturnType<typeof readRows>>[number];

/** Names by id, of the people and phones that these records name. */
interface Names {
  readonly users: ReadonlyMap<string, string>;
  readonly devices: ReadonlyMap<string, string>;
  readonly there: ReadonlySet<string>;
}

const readNames = async (tx: Transaction, tripId: string, rows: readonly Row[]): Promise<Names> => {
  const userIds = rows.flatMap((row) => [
    ...[row.recordedById, row.carriedById ?? row.recordedById],
    ...row.rulings.map(({ decidedById }) => decidedById),
  ]);
  const [users, devices, there] = [
    await tx.user.findMany({
      where: { id: { in: [...new Set(userIds)] } },
      select: { id: true, displayName: true },
    }),
    await tx.device.findMany({
      where: { id: { in: [...new Set(rows.flatMap(({ deviceId }) => deviceId ?? []))] } },
      select: { id: true, label: true },
    }),
    await tx.handoverEvidence.findMany({ where: { tripId }, select: { id: true } }),
  ];
  return {
    users: new Map(users.map(({ id, displayName }) => [id, displayName])),
    devices: new Map(devices.map(({ id, label }) => [id, label])),
    there: new Set(there.map(({ id }) => id)),
  };
};

interface Around {
  readonly ctx: ServiceContext;
  readonly trip: Trip;
  readonly manifest: Manifest;
  readonly lines: ReadonlyMap<string, ManifestLine>;
  readonly names: Names;
}

const aboutPerson = ({ ctx, trip, manifest, lines }: Around, row: Row) => {
  const { person, proxy, witness, note } = openPeople(ctx, row);
  const line = lines.get(row.lineId ?? "");
  const goods = trip.goods.find(({ id }) => id === row.goodsId);
  const stop = manifest.stops.find(({ id }) => id === row.stopId);
  return {
    ...{ proxy, witness, note, isCandidate: person !== null },
    person: person?.name ?? line?.name ?? "",
    maskedNik: person?.nik ? maskNik(person.nik) : (line?.maskedNik ?? null),
    ...{ goods: goods?.name ?? "", unit: goods?.unit ?? "", due: line?.quantity ?? null },
    villageName: stop?.villageName ?? row.villageCode,
  };
};

const toShown = (around: Around, row: Row): ShownHandover => {
  const { ctx, names } = around;
  const user = (id: string) => names.users.get(id) ?? "";
  const told = row.evidence as unknown as readonly HandoverEvidence[];
  const place = row.placeSealed && unseal(ctx.keys, `handover:place:${row.id}`, row.placeSealed);
  return {
    ...{ id: row.id, againstId: row.againstId, correctsId: row.correctsId, lineId: row.lineId },
    state: (row.rulings.at(-1)?.state ?? row.arrival) as HandoverState,
    heldBecause: row.heldBecause as HeldReason | null,
    ...aboutPerson(around, row),
    outcome: row.outcome as RecordedOutcome,
    ...{ quantity: row.quantity, nikMatches: row.nikMatches, accuracyMeters: row.accuracyMeters },
    place: place ? (JSON.parse(place) as { latitude: number; longitude: number }) : null,
    evidence: told.map(({ id, kind }) => ({ id, kind, isThere: names.there.has(id) })),
    device: row.deviceId && (names.devices.get(row.deviceId) ?? ""),
    recordedBy: user(row.recordedById),
    carriedBy: row.carriedById && user(row.carriedById),
    ...{ happenedAt: row.happenedAt, capturedAt: row.capturedAt, receivedAt: row.receivedAt },
    isSkewed: row.isSkewed,
    rulings: row.rulings.map((one) => ({
      ...{ state: one.state as HandoverState, words: openWords(ctx, one) },
      ...{ decidedBy: user(one.decidedById), decidedAt: one.decidedAt },
    })),
  };
};

/**
 * What was recorded at the doors of a trip, with what was decided about it: the office and the crew all of it, a
 * village its own. @throws not-found TRIP_NOT_FOUND; forbidden
 */
export const listHandovers = (
  ctx: ServiceContext,
  { tripId }: { readonly tripId: string },
): Promise<TripHandovers> =>
  inTransaction(ctx, async (tx) => {
    const trip = await getTrip(tx, tripId);
    requireOnTrip(ctx, "handover.read", trip);
    const rows = await readRows(tx, tripId);
    const manifest = await readManifest(tx, ctx, trip);
    const lines = new Map(manifest.lines.map((line) => [line.id, line]));
    const names = await readNames(tx, tripId, rows);
    const around = { ctx, trip, manifest, lines, names };
    return {
      items: rows.map((row) => toShown(around, row)),
      mayDecide: canOnTrip(ctx.actor, "handover.decide", trip),
    };
  });

export interface ShownEvidence {
  readonly mediaType: string;
  /** base64 */
  readonly content: string;
}

/** A photo or signature; the reading is in the trail. @throws not-found HANDOVER_NOT_FOUND */
export const showEvidence = (
  ctx: ServiceContext,
  { evidenceId }: { readonly evidenceId: string },
): Promise<ShownEvidence> =>
  inTransaction(ctx, async (tx) => {
    const found = await openEvidence(tx, ctx, evidenceId);
    if (!found) throw new DomainError("not-found", "HANDOVER_NOT_FOUND");
    requireOnTrip(ctx, "handover.read", await getTrip(tx, found.tripId));
    const { handoverId, villageCode, mediaType, content } = found;
    await logRegistryReading(tx, ctx, {
      ...{ subject: `handover/${handoverId}`, villageCode, act: "read-file" },
    });
    return { mediaType, content };
  });

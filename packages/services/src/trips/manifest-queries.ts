import type { Transaction } from "@rembuk/db/client";
import { canInArea } from "@rembuk/domain/access/policy";
import type { EntitlementStatus, HandoverOutcome } from "@rembuk/domain/aid/entitling";
import { maskName, maskNik } from "@rembuk/domain/beneficiaries/masking";
import { provisionalCode } from "@rembuk/domain/beneficiaries/model";
import { canOnTrip } from "@rembuk/domain/trips/access";
import { hasEnded } from "@rembuk/domain/trips/lifecycle";
import type { Trip, TripGoods } from "@rembuk/domain/trips/model";
import { programNames } from "../aid/program-store";
import { type WaitingGroup, waitingIn } from "../aid/waiting-queries";
import { villageNames } from "../beneficiaries/registry-queries";
import { type NamedPerson, namedFields, openNamed } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireOnTrip } from "./change-trip";
import { manifestUnits } from "./manifest-store";
import { getTrip } from "./store";

/** One person on the list of a stop. Units as the goods have them. */
export interface ManifestLine {
  readonly id: string;
  readonly stopId: string;
  readonly villageCode: string;
  readonly goodsId: string;
  readonly entitlementId: string;
  /** Of the entitlement, as a handover finds it. */
  readonly entitlementVersion: number;
  readonly programCode: string;
  readonly programName: string;
  readonly residentId: string;
  /**
   * Masked to readers who do not know the person: "Siti A***". The provisional code, when the person is not the
   * reader's to see at all: a crew from elsewhere whose trip has ended.
   */
  readonly name: string;
  /** Null: none, or not the reader's to see. */
  readonly maskedNik: string | null;
  /** What somebody without a NIK is served under. */
  readonly provisionalCode: string | null;
  readonly quantity: number;
  readonly status: EntitlementStatus;
  readonly outcome: HandoverOutcome | null;
  readonly deliveredQuantity: number | null;
}

export interface ManifestStop {
  readonly id: string;
  readonly villageCode: string;
  readonly villageName: string;
}

export interface Manifest {
  readonly tripId: string;
  readonly tripVersion: number;
  /** In the order in which they are visited. */
  readonly stops: readonly ManifestStop[];
  readonly goods: readonly TripGoods[];
  readonly lines: readonly ManifestLine[];
}

const lineRows = (tx: Transaction, tripId: string) =>
  tx.tripManifestLine.findMany({
    where: { tripId, releasedAt: null },
    orderBy: [{ villageCode: "asc" }, { id: "asc" }],
    select: {
      ...{ id: true, stopId: true, goodsId: true, entitlementId: true, villageCode: true },
      ...{ programCode: true, quantity: true, residentId: true },
      entitlement: {
        select: { status: true, outcome: true, deliveredQuantity: true, version: true },
      },
    },
  });
type Row = Awaited<ReturnType<typeof lineRows>>[number];

/** The people on the lines, by id: those whom the reader's fence and the trip's state let through. */
const peopleOn = async (
  tx: Transaction,
  ctx: ServiceContext,
  rows: readonly Row[],
): Promise<ReadonlyMap<string, NamedPerson>> => {
  const people = await tx.resident.findMany({
    where: { id: { in: rows.map(({ residentId }) => residentId) } },
    select: namedFields,
  });
  return new Map(people.map((row) => [row.id, openNamed(ctx, row)]));
};

/** Who goes along knows the people on the list until the trip ends; who reads their village's registry, always. */
const knowsPeople = (ctx: ServiceContext, trip: Trip, villageCode: string): boolean =>
  (!hasEnded(trip.status) && trip.crew.some((member) => member.userId === ctx.actor.userId)) ||
  canInArea(ctx.actor, "resident.read", { areaCode: villageCode });

const personOf = (residentId: string, person: NamedPerson | undefined, isKnown: boolean) => {
  const code = provisionalCode(residentId);
  if (!person) return { residentId, name: code, maskedNik: null, provisionalCode: code };
  const { name, nik } = person;
  return {
    residentId,
    name: isKnown ? name : maskName(name),
    maskedNik: isKnown && nik !== null ? maskNik(nik) : null,
    provisionalCode: nik === null ? code : null,
  };
};

const toLine = (
  ctx: ServiceContext,
  row: Row,
  {
    trip,
    programs,
    people,
  }: {
    readonly trip: Trip;
    readonly programs: ReadonlyMap<string, string>;
    readonly people: ReadonlyMap<string, NamedPerson>;
  },
): ManifestLine => ({
  ...{ id: row.id, stopId: row.stopId, goodsId: row.goodsId, villageCode: row.villageCode },
  ...{ entitlementId: row.entitlementId, entitlementVersion: row.entitlement.version },
  ...{ programCode: row.programCode, quantity: row.quantity },
  programName: programs.get(row.programCode) ?? row.programCode,
  ...personOf(row.residentId, people.get(row.residentId), knowsPeople(ctx, trip, row.villageCode)),
  status: row.entitlement.status as EntitlementStatus,
  outcome: row.entitlement.outcome as HandoverOutcome | null,
  deliveredQuantity: row.entitlement.deliveredQuantity,
});

/**
 * The manifest of a trip that was read and authorised already, in the caller's transaction, and the people on it for who
 * has to know more of them than it tells.
 */
export const readManifestAndPeople = async (
  tx: Transaction,
  ctx: ServiceContext,
  trip: Trip,
): Promise<{ readonly manifest: Manifest; readonly people: ReadonlyMap<string, NamedPerson> }> => {
  const rows = await lineRows(tx, trip.id);
  const programs = await programNames(
    tx,
    rows.map((row) => row.programCode),
  );
  const villages = await villageNames(
    tx,
    trip.stops.map((stop) => stop.villageCode),
  );
  const people = await peopleOn(tx, ctx, rows);
  const manifest = {
    ...{ tripId: trip.id, tripVersion: trip.version, goods: trip.goods },
    stops: trip.stops.map(({ id, villageCode }) => ({
      ...{ id, villageCode, villageName: villages.get(villageCode) ?? villageCode },
    })),
    lines: rows
      .map((row) => toLine(ctx, row, { trip, programs, people }))
      .sort((a, b) => a.name.localeCompare(b.name)),
  };
  return { manifest, people };
};

/** The manifest alone. */
export const readManifest = async (
  tx: Transaction,
  ctx: ServiceContext,
  trip: Trip,
): Promise<Manifest> => (await readManifestAndPeople(tx, ctx, trip)).manifest;

/**
 * Who receives what at which stop, out of which goods: a village its own people, the crew and the office all of
 * the trip's. Without the registry a reader is told masked names and no NIK.
 * @throws not-found TRIP_NOT_FOUND
 */
export const manifestOf = (ctx: ServiceContext, tripId: string): Promise<Manifest> =>
  inTransaction(ctx, async (tx) => {
    const trip = await getTrip(tx, tripId);
    requireOnTrip(ctx, "trip.read", trip);
    const manifest = await readManifest(tx, ctx, trip);
    const reads = ({ stopId }: ManifestLine) =>
      canOnTrip(ctx.actor, "trip.read", {
        ...trip,
        stops: trip.stops.filter((s) => s.id === stopId),
      });
    return { ...manifest, lines: manifest.lines.filter(reads) };
  });

export interface ManifestOffer {
  readonly tripVersion: number;
  readonly groups: readonly (WaitingGroup & { readonly villageName: string })[];
  /** Goods of the trip, and how many units of each nobody is to receive yet. */
  readonly goods: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly left: number;
  }[];
}

/**
 * Who could ride along: approved entitlements that wait in the stops' villages, as counts by program, and what of the
 * goods is left for them. No names.
 * @throws not-found TRIP_NOT_FOUND; forbidden to who does not fill manifests
 */
export const offerForTrip = (ctx: ServiceContext, tripId: string): Promise<ManifestOffer> =>
  inTransaction(ctx, async (tx) => {
    const trip = await getTrip(tx, tripId);
    requireOnTrip(ctx, "trip.fill-manifest", trip);
    const codes = trip.stops.map((stop) => stop.villageCode);
    const [groups, villages] = [await waitingIn(tx, codes), await villageNames(tx, codes)];
    const { needed } = await manifestUnits(tx, tripId);
    return {
      tripVersion: trip.version,
      groups: groups.map((group) => ({
        ...group,
        villageName: villages.get(group.villageCode) ?? group.villageCode,
      })),
      goods: trip.goods.map(({ id, name, unit, received }) => ({
        ...{ id, name, unit, left: received - (needed.get(id) ?? 0) },
      })),
    };
  });

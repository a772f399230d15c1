import { createHmac } from "node:crypto";
import type { TakePackageCommand } from "@rembuk/domain/handovers/commands";
import { onTheRoad } from "@rembuk/domain/trips/lifecycle";
import { findOffice } from "../areas/queries";
import { type CrewVillage, listCrewCases } from "../cases/crew-case-queries";
import { type CategoryOption, listCategoryOptions } from "../cases/option-queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireOnTrip } from "../trips/change-trip";
import { readManifestAndPeople } from "../trips/manifest-queries";
import { getTrip } from "../trips/store";

export interface PackagedLine {
  readonly id: string;
  readonly stopId: string;
  readonly goodsId: string;
  readonly name: string;
  readonly maskedNik: string | null;
  /** What somebody without a NIK is served under. */
  readonly provisionalCode: string | null;
  /** HMAC-SHA-256 of the NIK under the key of this download; base64. */
  readonly nikHash: string | null;
  readonly programName: string;
  readonly quantity: number;
}

export type PackagedCategory = Pick<
  CategoryOption,
  "code" | "name" | "kind" | "isAlwaysEmergency" | "emergencyHours"
>;

/** What one phone takes along of one trip. */
export interface TripPackage {
  readonly tripId: string;
  readonly purpose: string;
  readonly zone: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly takenAt: Date;
  readonly expiresAt: Date;
  /** base64, 32 bytes */
  readonly nikKey: string;
  readonly stops: readonly {
    readonly id: string;
    readonly villageCode: string;
    readonly villageName: string;
    readonly place: string | null;
    readonly meetsAt: Date | null;
  }[];
  readonly goods: readonly {
    readonly id: string;
    readonly name: string;
    readonly unit: string;
    readonly loaded: number;
  }[];
  readonly lines: readonly PackagedLine[];
  /** Kinds of matters that the crew may write down when it is told of one. */
  readonly categories: readonly PackagedCategory[];
  /** Of each village where it stops; null: the trip is not on the road any more, so none go along. */
  readonly openCases: readonly CrewVillage[] | null;
}

/** @throws not-found TRIP_NOT_FOUND; forbidden */
export const readPackage = (
  ctx: ServiceContext,
  { tripId, deviceId }: Pick<TakePackageCommand, "tripId" | "deviceId">,
  nikKey: Buffer,
): Promise<Omit<TripPackage, "takenAt" | "expiresAt">> =>
  inTransaction(ctx, async (tx) => {
    const trip = await getTrip(tx, tripId);
    requireOnTrip(ctx, "handover.record", trip);
    requireOnTrip(ctx, "trip.take-cases", trip);
    const { manifest, people } = await readManifestAndPeople(tx, ctx, trip);
    const { lines, stops } = manifest;
    const hashOf = (residentId: string) => {
      const nik = people.get(residentId)?.nik;
      return nik ? createHmac("sha256", nikKey).update(nik).digest("base64") : null;
    };
    const names = new Map(stops.map(({ id, villageName }) => [id, villageName]));
    const office = await findOffice(ctx.db, trip.subdistrictCode);
    const { subdistrictCode, purpose, startsOn, endsOn } = trip;
    const categories = await listCategoryOptions(ctx, { subdistrictCode });
    const villages = trip.stops.map(({ villageCode }) => villageCode);
    const openCases = onTheRoad.includes(trip.status)
      ? await listCrewCases(tx, ctx, { tripId, deviceId, subdistrictCode, villages })
      : null;
    return {
      ...{ tripId, purpose, startsOn, endsOn, nikKey: nikKey.toString("base64") },
      zone: office?.zone ?? "WIB",
      stops: trip.stops.map(({ id, appointment, villageCode }) => ({
        ...{ id, villageCode, villageName: names.get(id) ?? villageCode },
        ...{ place: appointment?.place ?? null, meetsAt: appointment?.meetsAt ?? null },
      })),
      goods: trip.goods.map(({ id, name, unit, loaded }) => ({
        id,
        name,
        unit,
        loaded: loaded ?? 0,
      })),
      lines: lines.map(({ id, stopId, goodsId, name, maskedNik, ...line }) => ({
        ...{ id, stopId, goodsId, name, maskedNik, nikHash: hashOf(line.residentId) },
        ...{ provisionalCode: line.provisionalCode, programName: line.programName },
        quantity: line.quantity,
      })),
      categories: categories.map(({ code, name, kind, isAlwaysEmergency, emergencyHours }) => ({
        ...{ code, name, kind, isAlwaysEmergency, emergencyHours },
      })),
      openCases,
    };
  });

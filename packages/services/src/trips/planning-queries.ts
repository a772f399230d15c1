import { areasOf } from "@rembuk/domain/access/policy";
import type { TripStatus } from "@rembuk/domain/trips/model";
import type { Signal } from "@rembuk/domain/trips/village-facts";
import { programNames } from "../aid/program-store";
import { villageNames } from "../beneficiaries/registry-queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { loadVillageFacts } from "./facts-store";

/** A village whose people wait for what was approved. */
export interface WaitingVillage {
  readonly villageCode: string;
  readonly villageName: string;
  /** People, not entitlements. */
  readonly people: number;
  readonly entitlements: number;
  /** Short: "BPNT". */
  readonly programs: readonly string[];
  /** Since when the first of them waits, and how many whole days that is. */
  readonly waitsSince: Date;
  readonly waitsDays: number;
  /** How far away it is; null: nobody has written it down yet. */
  readonly facts: { readonly hoursToOffice: number; readonly signal: Signal } | null;
  /** Trips that are already to go there. */
  readonly trips: readonly {
    readonly id: string;
    readonly status: TripStatus;
    readonly startsOn: string;
  }[];
}

interface WaitingRow {
  readonly village_code: string;
  readonly people: number;
  readonly entitlements: number;
  readonly programs: readonly string[];
  readonly since: Date;
}

const toGo: readonly TripStatus[] = ["planned", "approved", "confirmed_by_village", "postponed"];
const dayMs = 86_400_000;
const mostTrips = 100;

/**
 * Where people wait for a trip, the longest waiting village first: of the kecamatan that the reader plans trips for.
 * Counts alone; who they are is not told.
 * @throws forbidden to who fills no manifest
 */
export const listWaitingVillages = async (
  ctx: ServiceContext,
): Promise<readonly WaitingVillage[]> => {
  requireHeld(ctx, "trip.fill-manifest");
  const offices = areasOf(ctx.actor, "trip.fill-manifest");
  return inTransaction(ctx, async (tx) => {
    const rows = await tx.$queryRaw<WaitingRow[]>`
      SELECT village_code, count(DISTINCT resident_id)::int AS people, count(*)::int AS entitlements,
        array_agg(DISTINCT program_code) AS programs, min(approved_at) AS since
      FROM entitlement WHERE status = 'approved' AND subdistrict_code = ANY (${offices as string[]})
      GROUP BY village_code ORDER BY since, village_code`;
    const codes = rows.map((row) => row.village_code);
    const villages = await villageNames(tx, codes);
    const programs = await programNames(
      tx,
      rows.flatMap((row) => row.programs),
    );
    const trips = await tx.trip.findMany({
      where: { status: { in: [...toGo] }, villageCodes: { hasSome: codes } },
      orderBy: { startsOn: "asc" },
      take: mostTrips,
      select: { id: true, status: true, startsOn: true, villageCodes: true },
    });
    const facts = await loadVillageFacts(tx, codes);
    return rows.map((row) => ({
      villageCode: row.village_code,
      villageName: villages.get(row.village_code) ?? row.village_code,
      people: row.people,
      entitlements: row.entitlements,
      programs: row.programs.map((code) => programs.get(code) ?? code).sort(),
      waitsSince: row.since,
      facts: facts.get(row.village_code) ?? null,
      waitsDays: Math.floor((ctx.now().getTime() - row.since.getTime()) / dayMs),
      trips: trips
        .filter((trip) => trip.villageCodes.includes(row.village_code))
        .map(({ id, status, startsOn }) => ({
          ...{ id, status: status as TripStatus },
          startsOn: startsOn.toISOString().slice(0, 10),
        })),
    }));
  });
};

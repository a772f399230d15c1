import type { Transaction } from "@rembuk/db/client";
import {
  type AccessGroup,
  byDistance,
  bySignal,
  costOfReceipt,
  type Distance,
  type ImpactInput,
  noReach,
  type PublishedClaim,
  perHundredFamilies,
  publishedClaimOf,
  type Reach,
  type TravelSaved,
  travelSaved,
  type VillageReach,
} from "@rembuk/domain/reports/impact";
import type { Signal } from "@rembuk/domain/trips/village-facts";
import { programNames } from "../aid/program-store";
import { listVillages } from "../areas/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { loadVillageFacts } from "../trips/facts-store";
import { type ReachGroup, readReach, yearsShown } from "./reach-queries";
import { type ReachPlaces, reachPlaces, zoneOfPlaces } from "./receipt-queries";
import { readAlongside, readCosts, type TripCostTable } from "./trip-cost-queries";
import { readWaiting, type WaitingHere } from "./waiting-queries";

/** Days from the request, or from being put forward, to the first receipt. */
export interface Waits {
  readonly count: number;
  readonly median: number;
  /** Nine of ten received it in this time. */
  readonly slow: number;
}

export interface NamedVillageReach extends VillageReach {
  readonly name: string;
  readonly perHundred: number | null;
  readonly waits: Waits | null;
}

/** Reach and impact of one year, of the villages that the reader reads. */
export interface Impact {
  readonly readAt: Date;
  readonly year: number;
  /** Oldest first; the last is this year. */
  readonly years: readonly (Reach & { readonly year: number })[];
  /** All of these years together: a person of each is one. */
  readonly everybody: Reach;
  readonly total: Reach;
  readonly months: readonly (Reach & { readonly month: number })[];
  /** By name. */
  readonly villages: readonly NamedVillageReach[];
  /** Most people first. `code` is empty for people who stood on no list. */
  readonly programs: readonly (Reach & { readonly code: string; readonly name: string })[];
  readonly byDistance: readonly (AccessGroup & { readonly distance: Distance })[];
  readonly bySignal: readonly (AccessGroup & { readonly signal: Signal | "unknown" })[];
  readonly travel: TravelSaved;
  readonly waits: Waits | null;
  /** Who waits longest, by village and cycle. */
  readonly waiting: readonly WaitingHere[];
  /** Null for a village: a trip's cost is that of all its stops. */
  readonly costs: TripCostTable | null;
  /** Services that rode along: people counted by each, not one by one. */
  readonly alongside: readonly { readonly name: string; readonly served: number }[];
  readonly claim: PublishedClaim | null;
}

const reachOf = (group: ReachGroup | undefined): Reach =>
  group
    ? {
        ...{ people: group.people, receipts: group.receipts },
        ...{ households: group.households, journeys: group.journeys },
      }
    : noReach;

const waitsOf = (group: ReachGroup | undefined): Waits | null =>
  group && group.median !== null && group.slow !== null
    ? { count: group.receipts, median: Math.round(group.median), slow: Math.round(group.slow) }
    : null;

const villagesOf = async (ctx: ServiceContext, { subdistricts, villages }: ReachPlaces) => {
  const offices = [...new Set([...subdistricts, ...villages.map((code) => code.slice(0, 8))])];
  const all = (await Promise.all(offices.map((code) => listVillages(ctx.db, code)))).flat();
  return all
    .filter(({ code }) => subdistricts.includes(code.slice(0, 8)) || villages.includes(code))
    .map(({ code, name }) => ({ code, name }));
};

const familiesOf = async (tx: Transaction, codes: readonly string[]) => {
  const rows = await tx.household.groupBy({
    by: ["villageCode"],
    where: { villageCode: { in: [...codes] } },
    _count: true,
  });
  return new Map(rows.map((row) => [row.villageCode, row._count]));
};

type Find = (part: string, code: string) => ReachGroup | undefined;

const readVillages = async (
  tx: Transaction,
  places: readonly { readonly code: string; readonly name: string }[],
  find: Find,
): Promise<readonly NamedVillageReach[]> => {
  const codes = places.map(({ code }) => code);
  const [families, facts] = [await familiesOf(tx, codes), await loadVillageFacts(tx, codes)];
  return places.map(({ code, name }) => {
    const reach = reachOf(find("village", code));
    const known = facts.get(code);
    const here = families.get(code) ?? 0;
    return {
      ...{ ...reach, code, name, families: here },
      facts: known ? { hoursToOffice: known.hoursToOffice, signal: known.signal } : null,
      perHundred: perHundredFamilies(reach.receipts, here),
      waits: waitsOf(find("village-waits", code)),
    };
  });
};

const programsOf = async (tx: Transaction, groups: readonly ReachGroup[]) => {
  const found = groups.filter(({ part }) => part === "program");
  const names = await programNames(
    tx,
    found.map(({ code }) => code),
  );
  return found
    .map((group) => ({ ...reachOf(group), code: group.code, name: names.get(group.code) ?? "" }))
    .sort((a, b) => b.people - a.people || a.code.localeCompare(b.code));
};

/**
 * Who was served where in a year, and what it spared: people, not rows. Of the last five years at most.
 * @param input the year; this year where none is named
 * @throws forbidden
 */
export const readImpact = async (ctx: ServiceContext, input: ImpactInput): Promise<Impact> => {
  requireHeld(ctx, "impact.read");
  const places = reachPlaces(ctx);
  const zone = await zoneOfPlaces(ctx, places);
  const years = yearsShown(ctx.now(), zone);
  const year = years.find((one) => one === input.year) ?? years.at(-1) ?? 0;
  const groups = await readReach(ctx, { places, zone, years, year });
  const find: Find = (part, code) => groups.find((one) => one.part === part && one.code === code);
  const named = await villagesOf(ctx, places);
  const [office] = places.subdistricts;
  return inTransaction(ctx, async (tx) => {
    const villages = await readVillages(tx, named, find);
    return {
      ...{ readAt: ctx.now(), year, villages, programs: await programsOf(tx, groups) },
      years: years.map((one) => ({ year: one, ...reachOf(find("year", String(one))) })),
      everybody: reachOf(find("everybody", "")),
      total: reachOf(find("total", "")),
      months: Array.from({ length: 12 }, (_, at) => ({
        ...{ month: at + 1, ...reachOf(find("month", String(at + 1))) },
      })),
      ...{ byDistance: byDistance(villages), bySignal: bySignal(villages) },
      ...{ travel: travelSaved(villages), waits: waitsOf(find("waits", "")) },
      waiting: await readWaiting(tx, ctx, places, named),
      costs: office ? await readCosts(tx, groups, costOfReceipt) : null,
      alongside: office ? await readAlongside(tx, places.subdistricts, year) : [],
      claim: office ? publishedClaimOf(office) : null,
    };
  });
};

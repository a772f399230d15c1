import { z } from "zod";
import type { Signal } from "../trips/village-facts";

const year = z.int().min(2015).max(2100);
export const impactInput = z.object({ year: year.optional() });
export type ImpactInput = z.infer<typeof impactInput>;

/** The receipts behind one figure: of a year, and of a month, village or program of it. */
export const receiptsInput = z.object({
  year,
  month: z.int().min(1).max(12).optional(),
  villageCode: z
    .string()
    .regex(/^\d{2}\.\d{2}\.\d{2}\.\d{4}$/)
    .optional(),
  /** Empty: of people who stood on no list. */
  programCode: z.string().max(31).optional(),
  cursor: z
    .string()
    .regex(/^[0-9TZ:.-]+ [0-9a-f-]{36}$/)
    .optional(),
});
export type ReceiptsInput = z.infer<typeof receiptsInput>;

/** What was received in a group: receipts are rows, people are people, however often each was served. */
export interface Reach {
  readonly people: number;
  readonly receipts: number;
  /** Households of the registry with at least one receipt. */
  readonly households: number;
  /** Each person once for each day on which they received something. */
  readonly journeys: number;
}
export const noReach: Reach = { people: 0, receipts: 0, households: 0, journeys: 0 };

/** A village as the page of reach compares it. */
export interface VillageReach extends Reach {
  readonly code: string;
  /** Households of the registry; 0: none are entered. */
  readonly families: number;
  /** How far away it is; null: nobody has written it down yet. */
  readonly facts: { readonly hoursToOffice: number; readonly signal: Signal } | null;
}

/** Receipts for each hundred families; null where no family is entered. One decimal. */
export const perHundredFamilies = (receipts: number, families: number): number | null =>
  families === 0 ? null : Math.round((receipts / families) * 1000) / 10;

export const distances = ["near", "middle", "far", "unknown"] as const;
export type Distance = (typeof distances)[number];

/** Hours to the office, one way: below one, below two, two and more. */
export const distanceOf = (facts: VillageReach["facts"]): Distance => {
  if (facts === null) return "unknown";
  if (facts.hoursToOffice < 1) return "near";
  return facts.hoursToOffice < 2 ? "middle" : "far";
};

export interface AccessGroup {
  readonly villages: number;
  readonly families: number;
  readonly receipts: number;
  readonly perHundred: number | null;
}

const groupOf = (villages: readonly VillageReach[]): AccessGroup => {
  const families = villages.reduce((all, one) => all + one.families, 0);
  const receipts = villages.reduce((all, one) => all + one.receipts, 0);
  return {
    ...{ villages: villages.length, families, receipts },
    perHundred: perHundredFamilies(receipts, families),
  };
};

/** "The same access wherever they live": near villages beside far ones. */
export const byDistance = (
  villages: readonly VillageReach[],
): readonly (AccessGroup & { readonly distance: Distance })[] =>
  distances
    .map((distance) => ({
      distance,
      ...groupOf(villages.filter(({ facts }) => distanceOf(facts) === distance)),
    }))
    .filter((group) => group.villages > 0);

/** And villages with data beside those without. */
export const bySignal = (
  villages: readonly VillageReach[],
): readonly (AccessGroup & { readonly signal: Signal | "unknown" })[] =>
  (["data", "2g", "sms", "none", "unknown"] as const)
    .map((signal) => ({
      signal,
      ...groupOf(villages.filter(({ facts }) => (facts?.signal ?? "unknown") === signal)),
    }))
    .filter((group) => group.villages > 0);

export interface TravelSaved {
  /** Journeys to the office and back that nobody had to make, and their hours. */
  readonly journeys: number;
  readonly hours: number;
  /** Journeys of villages whose distance nobody has written down: counted in neither. */
  readonly unknown: number;
}

/**
 * What citizens did not have to travel. Assumed: who received something on a day would have gone to the office
 * and back once for it, alone, in dry weather, in the hours written down for the village.
 */
export const travelSaved = (villages: readonly VillageReach[]): TravelSaved => {
  const known = villages.flatMap(({ journeys, facts }) => (facts ? { journeys, facts } : []));
  const journeys = known.reduce((all, one) => all + one.journeys, 0);
  const all = villages.reduce((sum, one) => sum + one.journeys, 0);
  const hours = known.reduce((sum, one) => sum + one.journeys * 2 * one.facts.hoursToOffice, 0);
  return { journeys, hours: Math.round(hours), unknown: all - journeys };
};

/** Rupiah for each receipt of the trips that cost it; null where none was received. Whole rupiah. */
export const costOfReceipt = (cost: number, receipts: number): number | null =>
  receipts === 0 ? null : Math.round(cost / receipts);

/** What was published about a kecamatan's reach by others: never counted by Rembuk. */
export interface PublishedClaim {
  readonly from: number;
  readonly to: number;
  /** Year from which on it is told. */
  readonly since: number;
}

/** By kecamatan. Halong: the press on PAK SOTARSA, "fully implemented since early 2024". */
const publishedClaims: Readonly<Record<string, PublishedClaim>> = {
  "63.11.02": { from: 281, to: 880, since: 2024 },
};

/** What the press says of this kecamatan, to be shown apart and with its source; null: nothing. */
export const publishedClaimOf = (subdistrictCode: string): PublishedClaim | null =>
  publishedClaims[subdistrictCode] ?? null;

import type { Transaction } from "@rembuk/db/client";
import type { TripCost } from "@rembuk/domain/trips/model";
import type { ReachGroup } from "./reach-queries";

export interface TripCostRow {
  readonly tripId: string;
  readonly purpose: string;
  /** "2026-03-12" */
  readonly startsOn: string;
  /** Whole rupiah, of all bearers. */
  readonly cost: number;
  readonly receipts: number;
  readonly perReceipt: number | null;
}

export interface TripCostTable {
  /** Of the trips whose cost is written down. */
  readonly cost: number;
  readonly receipts: number;
  readonly perReceipt: number | null;
  /** Trips with receipts whose cost nobody has written down: counted in neither. */
  readonly unknown: number;
  /** The latest first. */
  readonly trips: readonly TripCostRow[];
}

const mostTrips = 500;
const mostShown = 8;

/** What the trips with receipts in this year cost, for each receipt. */
export const readCosts = async (
  tx: Transaction,
  groups: readonly ReachGroup[],
  perReceipt: (cost: number, receipts: number) => number | null,
): Promise<TripCostTable> => {
  const counts = new Map(
    groups.filter(({ part }) => part === "trip").map(({ code, receipts }) => [code, receipts]),
  );
  const rows = await tx.trip.findMany({
    where: { id: { in: [...counts.keys()] } },
    orderBy: [{ startsOn: "desc" }, { id: "desc" }],
    take: mostTrips,
    select: { id: true, purpose: true, startsOn: true, costs: true },
  });
  const trips = rows.map((row): TripCostRow => {
    const costs = row.costs as unknown as readonly TripCost[];
    const cost = costs.reduce((all, { amount }) => all + amount, 0);
    const receipts = counts.get(row.id) ?? 0;
    return {
      ...{ tripId: row.id, purpose: row.purpose, cost, receipts },
      startsOn: row.startsOn.toISOString().slice(0, 10),
      perReceipt: cost === 0 ? null : perReceipt(cost, receipts),
    };
  });
  const known = trips.filter(({ cost }) => cost > 0);
  const cost = known.reduce((all, trip) => all + trip.cost, 0);
  const receipts = known.reduce((all, trip) => all + trip.receipts, 0);
  return {
    ...{ cost, receipts, perReceipt: perReceipt(cost, receipts) },
    unknown: trips.length - known.length,
    trips: trips.slice(0, mostShown),
  };
};

/** People served by the services that rode along on trips of a year, by service: counted by each of them. */
export const readAlongside = (
  tx: Transaction,
  subdistricts: readonly string[],
  year: number,
): Promise<readonly { readonly name: string; readonly served: number }[]> =>
  tx.$queryRaw<{ name: string; served: number }[]>`
    SELECT a ->> 'name' AS name, sum((a ->> 'served')::int)::int AS served
    FROM trip t, jsonb_array_elements(t.activities) a
    WHERE t.subdistrict_code = ANY (${subdistricts as string[]}) AND t.status IN ('returned', 'reconciled')
      AND t.starts_on >= ${`${year}-01-01`}::date AND t.starts_on < ${`${year + 1}-01-01`}::date
      AND a ->> 'served' IS NOT NULL
    GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT 12`;

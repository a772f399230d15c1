import { DomainError } from "@rembuk/domain/kernel/errors";
import { loadingOrder } from "@rembuk/domain/trips/reconciliation";
import type { ServiceContext } from "../context";
import { type Manifest, type ManifestLine, manifestOf } from "./manifest-queries";
import { type ShownTrip, showTrip } from "./queries";

export interface LoadingRow {
  readonly goodsName: string;
  readonly unit: string;
  readonly programName: string;
  readonly people: number;
  readonly units: number;
}

/** What goes into the car for one stop. */
export interface LoadingStop {
  readonly villageName: string;
  /** From 1, in the order of the visits. */
  readonly visit: number;
  readonly people: number;
  readonly rows: readonly LoadingRow[];
}

/** The list by which a car is loaded: the last stop first. Counts alone; who receives it stands on the manifest. */
export interface LoadingList {
  readonly trip: ShownTrip;
  readonly stops: readonly LoadingStop[];
  readonly totals: readonly {
    readonly name: string;
    readonly unit: string;
    /** For recipients on the list, and beyond them where more was loaded already. */
    readonly units: number;
    readonly loaded: number | null;
  }[];
}

const unitsOf = (lines: readonly ManifestLine[]) =>
  lines.reduce((sum, line) => sum + line.quantity, 0);

const rowsOf = (lines: readonly ManifestLine[], goods: Manifest["goods"]): readonly LoadingRow[] =>
  goods.flatMap((item) => {
    const own = lines.filter((line) => line.goodsId === item.id);
    const programs = [...new Set(own.map((line) => line.programName))].sort();
    return programs.map((programName) => {
      const some = own.filter((line) => line.programName === programName);
      const counts = { people: some.length, units: unitsOf(some) };
      return { goodsName: item.name, unit: item.unit, programName, ...counts };
    });
  });

/** @throws not-found TRIP_NOT_FOUND; conflict TRIP_STEP_NOT_NOW while nobody is on the manifest */
export const readLoadingList = async (
  ctx: ServiceContext,
  tripId: string,
): Promise<LoadingList> => {
  const trip = await showTrip(ctx, { tripId });
  const { lines, goods } = await manifestOf(ctx, tripId);
  if (lines.length === 0)
    throw new DomainError("conflict", "TRIP_STEP_NOT_NOW", { obstacle: "manifest-empty" });
  const stops = trip.stops.map(({ id, villageName }, at) => {
    const own = lines.filter((line) => line.stopId === id);
    return { villageName, visit: at + 1, people: own.length, rows: rowsOf(own, goods) };
  });
  return {
    trip,
    stops: loadingOrder(stops),
    totals: goods.map(({ id, name, unit, loaded }) => ({
      ...{ name, unit, loaded },
      units: unitsOf(lines.filter((line) => line.goodsId === id)),
    })),
  };
};

import { type PlanTripCommand, planTripCommand } from "@rembuk/domain/trips/commands";
import type { CrewDuty } from "@rembuk/domain/trips/model";
import type { ShownTrip } from "./trip-data";
import type { TripProblems } from "./trip-problems";
import { wholeNumber } from "./whole-number";

/** Lines of a form carry a key of their own, which tells them apart while they are typed. */
type Line<Fields> = Fields & { readonly key: string };

export type CrewEntry = Line<{
  readonly name: string;
  readonly position: string;
  readonly duty: CrewDuty;
  readonly userId: string | null;
}>;
export type GoodsEntry = Line<
  Record<"name" | "unit" | "source" | "receiptNumber" | "receivedOn" | "received", string>
>;
export type ActivityEntry = Line<Record<"sectorCode" | "name" | "expected", string>>;
export type CostEntry = Line<Record<"bearer" | "what" | "amount", string>>;

/** A trip as it stands in the form. */
export interface PlanEntry {
  readonly purpose: string;
  /** "2026-11-26" */
  readonly startsOn: string;
  readonly endsOn: string;
  readonly vehicle: string;
  /** "" for none yet. */
  readonly decreeId: string;
  readonly villages: readonly string[];
  readonly crew: readonly CrewEntry[];
  readonly goods: readonly GoodsEntry[];
  readonly activities: readonly ActivityEntry[];
  readonly costs: readonly CostEntry[];
}

const key = () => crypto.randomUUID();
export const emptyCrew = (): CrewEntry => ({
  ...{ key: key(), name: "", position: "", duty: "member", userId: null },
});
export const emptyGoods = (today: string): GoodsEntry => ({
  ...{ key: key(), name: "", unit: "", source: "", receiptNumber: "", received: "" },
  receivedOn: today,
});
export const emptyActivity = (): ActivityEntry => ({
  ...{ key: key(), sectorCode: "", name: "", expected: "" },
});
export const emptyCost = (): CostEntry => ({ ...{ key: key(), bearer: "", what: "", amount: "" } });

/** A stored trip, or a form for the day with the villages that were chosen on the planning board. */
export const planEntryOf = (
  trip: ShownTrip | null,
  today: string,
  villages: readonly string[] = [],
): PlanEntry =>
  trip
    ? {
        ...{ purpose: trip.purpose, startsOn: trip.startsOn, endsOn: trip.endsOn },
        ...{ vehicle: trip.vehicle, decreeId: trip.decreeId ?? "" },
        villages: trip.stops.map((stop) => stop.villageCode),
        crew: trip.crew.map(({ id, ...one }) => ({ ...one, key: id })),
        goods: trip.goods.map((one) => ({
          ...{ key: one.id, name: one.name, unit: one.unit, source: one.source },
          ...{ receiptNumber: one.receiptNumber, receivedOn: one.receivedOn },
          received: String(one.received),
        })),
        activities: trip.activities.map((one) => ({
          ...{ key: one.id, sectorCode: one.sectorCode, name: one.name },
          expected: String(one.expected),
        })),
        costs: trip.costs.map((one) => ({
          ...{ key: one.id, bearer: one.bearer, what: one.what, amount: String(one.amount) },
        })),
      }
    : {
        ...{ purpose: "", startsOn: today, endsOn: today, vehicle: "", decreeId: "" },
        ...{ villages, crew: [], goods: [], activities: [], costs: [] },
      };

/** The command of a form; numbers that are none are -1, which no command takes. */
export const planCommand = (
  entry: PlanEntry,
  place: { readonly subdistrictCode: string; readonly trip: ShownTrip | null },
  clientActionId: string,
): PlanTripCommand => {
  const { purpose, startsOn, endsOn, vehicle, villages } = entry;
  return {
    ...{ clientActionId, subdistrictCode: place.subdistrictCode },
    tripId: place.trip?.id ?? null,
    version: place.trip?.version ?? null,
    ...{ purpose: purpose.trim(), startsOn, endsOn, vehicle: vehicle.trim(), villages },
    decreeId: entry.decreeId || null,
    crew: entry.crew.map(({ key: _, ...one }) => one),
    goods: entry.goods.map(({ key: _, ...one }) => ({
      ...one,
      received: wholeNumber(one.received) ?? -1,
    })),
    activities: entry.activities.map(({ key: _, ...one }) => ({
      ...one,
      expected: wholeNumber(one.expected) ?? -1,
    })),
    costs: entry.costs.map(({ key: _, ...one }) => ({
      ...one,
      amount: wholeNumber(one.amount) ?? -1,
    })),
  };
};

const wordOf: Readonly<Record<string, string>> = {
  purpose: "purpose",
  endsOn: "dates",
  startsOn: "dates",
  crew: "crew",
  goods: "goods",
  activities: "activities",
  costs: "costs",
  villages: "villages",
  vehicle: "vehicle",
};

/** What the command would not take, by the part of the form where it stands. */
export const planProblems = (command: PlanTripCommand): TripProblems => {
  const found = planTripCommand.safeParse(command);
  const problems = new Map<string, string>();
  for (const issue of found.error?.issues ?? []) {
    const [part = "", line] = issue.path.map(String);
    const field = line === undefined ? part : `${part}.${line}`;
    if (!problems.has(field)) problems.set(field, wordOf[part] ?? "missing");
  }
  return problems;
};

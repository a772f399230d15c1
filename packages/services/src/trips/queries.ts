import type { Permission } from "@rembuk/domain/access/permissions";
import { canInArea, holds } from "@rembuk/domain/access/policy";
import type { Zone } from "@rembuk/domain/calendars/zone";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { canOnTrip, canSetStop } from "@rembuk/domain/trips/access";
import type { ListTripsInput } from "@rembuk/domain/trips/commands";
import { coversTrip } from "@rembuk/domain/trips/decrees";
import {
  endedStatuses,
  isDraft,
  nextMoves,
  type TripMove,
  type TripObstacle,
  takesAppointments,
  takesManifest,
  tripRules,
} from "@rembuk/domain/trips/lifecycle";
import type {
  Decree,
  PostponeReason,
  Trip,
  TripStatus,
  TripStop,
} from "@rembuk/domain/trips/model";
import { type CostShare, costShares } from "@rembuk/domain/trips/reconciliation";
import { findOffice, listVillages } from "../areas/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requireHeld } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { requireOnTrip, surroundingsOf } from "./change-trip";
import { getTrip, toDecree, toTrip, tripParts } from "./store";

export interface NamedStop extends TripStop {
  readonly villageName: string;
  /** May the reader say when and where? */
  readonly maySet: boolean;
}

export interface TripListItem {
  readonly id: string;
  readonly status: TripStatus;
  readonly purpose: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly subdistrictCode: string;
  readonly postponed: PostponeReason | null;
  readonly leadName: string | null;
  readonly stops: readonly {
    readonly villageCode: string;
    readonly villageName: string;
    readonly isSet: boolean;
  }[];
}

export interface TripPage {
  readonly items: readonly TripListItem[];
  readonly nextCursor: string | null;
}

const nameOf = async (ctx: ServiceContext, villageCode: string): Promise<string> => {
  const villages = await listVillages(ctx.db, villageCode.slice(0, 8));
  return villages.find((v) => v.code === villageCode)?.name ?? villageCode;
};

const toItem = async (ctx: ServiceContext, trip: Trip): Promise<TripListItem> => ({
  ...{ id: trip.id, status: trip.status, purpose: trip.purpose },
  ...{ startsOn: trip.startsOn, endsOn: trip.endsOn, subdistrictCode: trip.subdistrictCode },
  postponed: trip.postponed?.reason ?? null,
  leadName: trip.crew.find((member) => member.duty === "lead")?.name ?? null,
  stops: await Promise.all(
    trip.stops.map(async ({ villageCode, appointment }) => ({
      villageCode,
      villageName: await nameOf(ctx, villageCode),
      isSet: appointment !== null,
    })),
  ),
});

/** "2026-11-24 <uuid>": the last trip of a page. */
const afterCursor = (cursor: string | null | undefined) => {
  const [day = "", id = ""] = cursor?.split(" ") ?? [];
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !/^[0-9a-f-]{36}$/.test(id)) return {};
  const startsOn = new Date(`${day}T00:00:00Z`);
  return { OR: [{ startsOn: { lt: startsOn } }, { startsOn, id: { lt: id } }] };
};

const ofScope = (scope: ListTripsInput["scope"]) => {
  if (scope === "all") return {};
  const ended = [...endedStatuses];
  return { status: scope === "ended" ? { in: ended } : { notIn: ended } };
};

/** Trips that the reader may see, latest first, by keyset. @throws forbidden */
export const listTrips = async (ctx: ServiceContext, input: ListTripsInput): Promise<TripPage> => {
  requireHeld(ctx, "trip.read");
  const { limit, scope, cursor } = input;
  const rows = await inTransaction(ctx, (tx) =>
    tx.trip.findMany({
      where: { ...ofScope(scope), ...afterCursor(cursor) },
      orderBy: [{ startsOn: "desc" }, { id: "desc" }],
      take: limit + 1,
      include: tripParts,
    }),
  );
  const trips = rows.map(toTrip).filter((trip) => canOnTrip(ctx.actor, "trip.read", trip));
  const page = trips.slice(0, limit);
  const last = page.at(-1);
  return {
    items: await Promise.all(page.map((trip) => toItem(ctx, trip))),
    nextCursor: rows.length > limit && last ? `${last.startsOn} ${last.id}` : null,
  };
};

export interface NextTripMove {
  readonly move: TripMove;
  readonly obstacle: TripObstacle | null;
}

export interface ShownTrip extends Omit<Trip, "stops"> {
  readonly stops: readonly NamedStop[];
  readonly decree: Pick<Decree, "id" | "number" | "subject" | "startsOn" | "endsOn"> | null;
  /** What may be done now by the reader, with what stands in the way of each. */
  readonly moves: readonly NextTripMove[];
  readonly mayChange: boolean;
  readonly mayCount: boolean;
  /** May the reader put recipients on it, and take them off? */
  readonly mayFill: boolean;
  /** May the reader print the sheet that takes the place of phones? It names the people on the list. */
  readonly mayPrintSheet: boolean;
  /** May the reader see, and write down, what was told to the villages? Null: not even see. */
  readonly mayRecordOutreach: boolean | null;
  readonly shares: readonly CostShare[];
  readonly zone: Zone;
}

/** One trip, whole. @throws not-found TRIP_NOT_FOUND */
export const showTrip = async (
  ctx: ServiceContext,
  { tripId }: { readonly tripId: string },
): Promise<ShownTrip> => {
  const { trip, around } = await inTransaction(ctx, async (tx) => {
    const found = await getTrip(tx, tripId);
    requireOnTrip(ctx, "trip.read", found);
    return { trip: found, around: await surroundingsOf(tx, ctx, found) };
  });
  const may = (permission: Permission) => canOnTrip(ctx.actor, permission, trip);
  const office = await findOffice(ctx.db, trip.subdistrictCode);
  const { decree } = around;
  return {
    ...trip,
    zone: (office?.zone ?? "WIB") as Zone,
    decree: decree && {
      ...{ id: decree.id, number: decree.number, subject: decree.subject },
      ...{ startsOn: decree.startsOn, endsOn: decree.endsOn },
    },
    moves: nextMoves(trip, around).filter(({ move }) => may(tripRules[move].permission)),
    mayChange: isDraft(trip.status) && may("trip.plan"),
    mayCount: (trip.status === "on_site" || trip.status === "returned") && may("trip.run"),
    mayFill: takesManifest(trip.status) && may("trip.fill-manifest"),
    mayPrintSheet: may("handover.record") || may("handover.decide"),
    mayRecordOutreach: holds(ctx.actor, "outreach.read")
      ? canInArea(ctx.actor, "outreach.record", { areaCode: trip.subdistrictCode })
      : null,
    shares: costShares(trip.costs),
    stops: await Promise.all(
      trip.stops.map(async (stop) => ({
        ...stop,
        villageName: await nameOf(ctx, stop.villageCode),
        maySet: takesAppointments(trip.status) && canSetStop(ctx.actor, trip, stop.villageCode),
      })),
    ),
  };
};

export interface ListedDecree extends Decree {
  /** Runs today. */
  readonly isRunning: boolean;
  readonly mayRevoke: boolean;
}

/** The SKs of one office, latest first. @throws forbidden */
export const listDecrees = async (
  ctx: ServiceContext,
  { subdistrictCode }: { readonly subdistrictCode: string },
): Promise<readonly ListedDecree[]> => {
  if (
    !ctx.actor.assignments.some((a) => a.areaCode === subdistrictCode) ||
    !holds(ctx.actor, "trip.read")
  )
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "trip.read" });
  const rows = await inTransaction(ctx, (tx) =>
    tx.decree.findMany({
      where: { subdistrictCode },
      orderBy: [{ startsOn: "desc" }, { id: "desc" }],
      take: 100,
    }),
  );
  const today = officeToday(ctx.now());
  const mayRevoke = holds(ctx.actor, "decree.issue");
  return rows.map(toDecree).map((decree) => ({
    ...decree,
    isRunning: coversTrip(decree, { startsOn: today, endsOn: today }),
    mayRevoke: mayRevoke && decree.revokedAt === null,
  }));
};

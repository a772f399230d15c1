import type { Transaction } from "@rembuk/db/client";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type {
  CrewMember,
  Decree,
  DecreeMember,
  PostponeReason,
  ToldBy,
  Trip,
  TripActivity,
  TripCost,
  TripGoods,
  TripStatus,
  TripStop,
  UrgentOrder,
} from "@rembuk/domain/trips/model";
import type { ServiceContext } from "../context";

/** A day of the office as PostgreSQL's date reads it, and back. */
const toDay = (text: string): Date => new Date(`${text}T00:00:00Z`);
const fromDay = (date: Date): string => date.toISOString().slice(0, 10);

const parts = {
  stops: { orderBy: { position: "asc" } },
  goods: { orderBy: { position: "asc" } },
} as const;

const findRow = (tx: Pick<Transaction, "trip">, id: string) =>
  tx.trip.findUnique({ where: { id }, include: parts });
/** A row of `trip` with its stops and goods, as it is read for `toTrip`. */
export type TripRow = NonNullable<Awaited<ReturnType<typeof findRow>>>;
export const tripParts = parts;

const toStop = (row: TripRow["stops"][number]): TripStop => ({
  id: row.id,
  villageCode: row.villageCode,
  arrivedAt: row.arrivedAt,
  appointment:
    row.meetsAt && row.recordedAt
      ? {
          place: row.place ?? "",
          meetsAt: row.meetsAt,
          by: row.setBy as ToldBy,
          saidBy: row.saidBy,
          recordedById: row.recordedById ?? "",
          recordedAt: row.recordedAt,
        }
      : null,
});

const toGoods = ({
  tripId: _,
  position: __,
  receivedOn,
  ...row
}: TripRow["goods"][number]): TripGoods => ({
  ...row,
  receivedOn: fromDay(receivedOn),
});

const toUrgentOrder = (json: unknown): UrgentOrder | null => {
  if (json === null) return null;
  const order = json as Omit<UrgentOrder, "orderedAt"> & { readonly orderedAt: string };
  return { ...order, orderedAt: new Date(order.orderedAt) };
};

export const toTrip = (row: TripRow): Trip => {
  const { postponeReason, postponeNote, villageCodes: _, crewUserIds: __, ...plain } = row;
  return {
    ...plain,
    status: row.status as TripStatus,
    startsOn: fromDay(row.startsOn),
    endsOn: fromDay(row.endsOn),
    urgentOrder: toUrgentOrder(row.urgentOrder),
    postponed: postponeReason
      ? { reason: postponeReason as PostponeReason, note: postponeNote ?? "" }
      : null,
    crew: row.crew as unknown as readonly CrewMember[],
    activities: row.activities as unknown as readonly TripActivity[],
    costs: row.costs as unknown as readonly TripCost[],
    stops: row.stops.map(toStop),
    goods: row.goods.map(toGoods),
  };
};

/** @throws not-found TRIP_NOT_FOUND, also where the fence hides it */
export const getTrip = async (tx: Transaction, id: string): Promise<Trip> => {
  const row = await findRow(tx, id);
  if (!row) throw new DomainError("not-found", "TRIP_NOT_FOUND");
  return toTrip(row);
};

/** The same, locked: what its handovers count is decided by one at a time. @throws not-found TRIP_NOT_FOUND */
export const lockTrip = async (tx: Transaction, id: string): Promise<Trip> => {
  await tx.$queryRaw`SELECT id FROM trip WHERE id = ${id}::uuid FOR UPDATE`;
  return getTrip(tx, id);
};

const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as object;

const columnsOf = (trip: Trip) => ({
  ...{ status: trip.status, version: trip.version, purpose: trip.purpose, vehicle: trip.vehicle },
  ...{ decreeId: trip.decreeId, orderNumber: trip.orderNumber, orderedAt: trip.orderedAt },
  ...{ orderedById: trip.orderedById, departedAt: trip.departedAt, returnedAt: trip.returnedAt },
  ...{ reconciledAt: trip.reconciledAt, cancelReason: trip.cancelReason },
  openHandovers: trip.openHandovers,
  startsOn: toDay(trip.startsOn),
  endsOn: toDay(trip.endsOn),
  ...(trip.urgentOrder ? { urgentOrder: json(trip.urgentOrder) } : {}),
  postponeReason: trip.postponed?.reason ?? null,
  postponeNote: trip.postponed?.note ?? null,
  crew: json(trip.crew),
  activities: json(trip.activities),
  costs: json(trip.costs),
  villageCodes: trip.stops.map((stop) => stop.villageCode),
  crewUserIds: trip.crew.flatMap((member) => member.userId ?? []),
});

const stopRows = (trip: Trip) =>
  trip.stops.map(({ id, villageCode, appointment, arrivedAt }, position) => ({
    ...{ id, villageCode, arrivedAt, position, tripId: trip.id },
    place: appointment?.place ?? null,
    meetsAt: appointment?.meetsAt ?? null,
    setBy: appointment?.by ?? null,
    saidBy: appointment?.saidBy ?? null,
    recordedById: appointment?.recordedById ?? null,
    recordedAt: appointment?.recordedAt ?? null,
  }));

const goodsRows = (trip: Trip) =>
  trip.goods.map((item, position) => ({
    ...item,
    ...{ position, tripId: trip.id },
    receivedOn: toDay(item.receivedOn),
  }));

const insertParts = async (tx: Transaction, trip: Trip): Promise<void> => {
  await tx.tripStop.createMany({ data: stopRows(trip) });
  await tx.tripGoods.createMany({ data: goodsRows(trip) });
};

export const insertTrip = async (tx: Transaction, trip: Trip): Promise<void> => {
  const { id, subdistrictCode, plannedById, plannedAt } = trip;
  await tx.trip.create({
    data: { ...columnsOf(trip), id, subdistrictCode, plannedById, plannedAt },
    select: { id: true },
  });
  await insertParts(tx, trip);
};

/** On the version that was read, whole. @throws conflict TRIP_CHANGED_MEANWHILE */
export const updateTrip = async (tx: Transaction, before: Trip, after: Trip): Promise<void> => {
  const { id, version } = before;
  const { count } = await tx.trip.updateMany({ where: { id, version }, data: columnsOf(after) });
  if (count !== 1) throw new DomainError("conflict", "TRIP_CHANGED_MEANWHILE", { version });
  if (after.stops !== before.stops) {
    await tx.tripStop.deleteMany({ where: { tripId: id } });
    await tx.tripStop.createMany({ data: stopRows(after) });
  }
  if (after.goods !== before.goods) {
    await tx.tripGoods.deleteMany({ where: { tripId: id } });
    await tx.tripGoods.createMany({ data: goodsRows(after) });
  }
};

type DecreeRow = NonNullable<Awaited<ReturnType<Transaction["decree"]["findFirst"]>>>;

export const toDecree = (row: DecreeRow): Decree => ({
  ...{ id: row.id, subdistrictCode: row.subdistrictCode, number: row.number },
  ...{ subject: row.subject, procedure: row.procedure, version: row.version },
  revokedAt: row.revokedAt,
  issuedOn: fromDay(row.issuedOn),
  startsOn: fromDay(row.startsOn),
  endsOn: fromDay(row.endsOn),
  members: row.members as unknown as readonly DecreeMember[],
});

/** The SK of this id within the fence; null: none. */
export const findDecree = async (
  tx: Pick<Transaction, "decree">,
  id: string | null,
): Promise<Decree | null> => {
  const row = id === null ? null : await tx.decree.findUnique({ where: { id } });
  return row ? toDecree(row) : null;
};

const isTaken = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "P2002";

/** @throws conflict DECREE_NUMBER_TAKEN when the office has an SK of this number */
export const insertDecree = async (
  tx: Transaction,
  ctx: ServiceContext,
  decree: Decree,
): Promise<void> => {
  const { members, issuedOn, startsOn, endsOn, ...plain } = decree;
  const data = {
    ...plain,
    members: json(members),
    issuedOn: toDay(issuedOn),
    startsOn: toDay(startsOn),
    endsOn: toDay(endsOn),
    createdById: ctx.actor.userId,
    createdAt: ctx.now(),
  };
  try {
    await tx.decree.create({ data, select: { id: true } });
  } catch (error) {
    throw isTaken(error) ? new DomainError("conflict", "DECREE_NUMBER_TAKEN") : error;
  }
};

/** It ends today. @throws conflict DECREE_CHANGED_MEANWHILE */
export const markDecreeRevoked = async (
  tx: Transaction,
  { id, version }: Decree,
  revokedAt: Date,
): Promise<void> => {
  const { count } = await tx.decree.updateMany({
    where: { id, version, revokedAt: null },
    data: { revokedAt, version: version + 1 },
  });
  if (count !== 1) throw new DomainError("conflict", "DECREE_CHANGED_MEANWHILE");
};

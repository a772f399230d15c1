import { randomUUID } from "node:crypto";
import {
  delivery,
  type FieldTrip,
  type Recipient,
  sealRecordOf,
  type TestPhone,
} from "../handovers/field-trip.fixture";
import { receiveHandovers } from "../handovers/receive-handovers";
import { seal } from "../kernel/field-keys";
import { halong, type World } from "../testing/world";

/** Somebody of the registry who is to receive something. */
export interface Person {
  readonly id: string;
  readonly householdId: string;
  readonly villageCode: string;
}

/** Enrolments of these people in a program, decided on a day. */
export const enrollAll = async (
  { everything, keys }: World,
  people: readonly Person[],
  { programCode, nominatedAt }: { readonly programCode: string; readonly nominatedAt: Date },
): Promise<ReadonlyMap<string, string>> => {
  const ids = new Map(people.map(({ id }) => [id, randomUUID()]));
  await everything.enrollment.createMany({
    data: people.map((one) => {
      const id = ids.get(one.id) ?? "";
      return {
        ...{ id, regencyCode: "63.11", subdistrictCode: halong, villageCode: one.villageCode },
        ...{ programCode, householdId: one.householdId, residentId: one.id, status: "decided" },
        ...{ fundingLevel: "ministry", nominatedById: randomUUID(), nominatedAt },
        ...{ documentsSeen: [], programVersion: 0 },
        groundSealed: seal(keys, `enrollment:ground:${id}`, "Tidak mampu"),
      };
    }),
  });
  return ids;
};

interface Round {
  readonly programCode: string;
  readonly enrollments: ReadonlyMap<string, string>;
  readonly on: Date;
  readonly cost?: number;
}

/** A trip that is under way with one unit for each of these people. */
export const arrangeRound = async (
  { everything }: World,
  crew: readonly { readonly userId: string; readonly name: string }[],
  people: readonly Person[],
  { programCode, enrollments, on, cost }: Round,
): Promise<FieldTrip> => {
  const [tripId, goodsId, cycleId] = [randomUUID(), randomUUID(), randomUUID()];
  const villages = [...new Set(people.map(({ villageCode }) => villageCode))];
  const stops = villages.map(() => randomUUID());
  const by = { createdById: crew[0]?.userId ?? "", createdAt: on };
  await everything.aidCycle.create({
    data: {
      ...{ id: cycleId, programCode, subdistrictCode: halong, name: `Tahap ${cycleId}` },
      ...{ startsOn: on, endsOn: new Date("2026-12-31"), benefit: "10 kg beras" },
      ...{ savedById: by.createdById, savedAt: on },
    },
  });
  await everything.trip.create({
    data: {
      ...{ id: tripId, subdistrictCode: halong, status: "departed", purpose: "Antar beras" },
      ...{ startsOn: on, endsOn: on, vehicle: "Hilux", plannedAt: on, plannedById: by.createdById },
      ...{ orderNumber: "400.10/1/KEC-HLG/2026", activities: [], villageCodes: villages },
      costs: cost
        ? [{ id: randomUUID(), bearer: "Kecamatan", what: "Bahan bakar", amount: cost }]
        : [],
      crew: crew.map((one) => ({ id: randomUUID(), ...one, position: "Staf", duty: "lead" })),
      crewUserIds: crew.map(({ userId }) => userId),
      stops: {
        create: villages.map((villageCode, at) => ({
          ...{ id: stops[at] ?? "", villageCode, position: at },
        })),
      },
      goods: {
        create: [
          {
            ...{ id: goodsId, position: 0, name: "Beras", unit: "karung", source: "Dinsos" },
            ...{ receiptNumber: "BAST-1", receivedOn: on },
            ...{ received: people.length * 2, loaded: people.length * 2 },
          },
        ],
      },
    },
  });
  const recipients = people.map((one): Recipient & { readonly at: Person } => ({
    ...{ lineId: randomUUID(), entitlementId: randomUUID(), residentId: one.id, nik: null },
    ...{ stopId: stops[villages.indexOf(one.villageCode)] ?? "", at: one },
  }));
  const place = ({ villageCode }: Person) => ({ subdistrictCode: halong, villageCode });
  await everything.entitlement.createMany({
    data: recipients.map(({ entitlementId, at }) => ({
      ...{ id: entitlementId, regencyCode: "63.11", ...place(at), programCode, cycleId },
      ...{ enrollmentId: enrollments.get(at.id) ?? "", residentId: at.id, ...by },
      ...{ householdId: at.householdId, fundingLevel: "ministry", nominatedById: randomUUID() },
      ...{ goodsName: "Beras", unit: "karung", quantity: 1, status: "allocated" },
    })),
  });
  await everything.tripManifestLine.createMany({
    data: recipients.map(({ lineId, entitlementId, stopId, at }) => ({
      ...{ id: lineId, tripId, stopId, goodsId, entitlementId, residentId: at.id, quantity: 1 },
      ...{ ...place(at), programCode, addedById: by.createdById, addedAt: on },
    })),
  });
  return { tripId, goodsId, stops, recipients };
};

const batch = 100;

/** Everybody on the list receives theirs, through the phone. */
export const deliverAll = async (world: World, phone: TestPhone, trip: FieldTrip, on: Date) => {
  world.clock.now = on;
  for (let from = 0; from < trip.recipients.length; from += batch) {
    const part = trip.recipients.slice(from, from + batch);
    const records = await Promise.all(
      part.map((one) => sealRecordOf(phone, delivery(trip, one), on)),
    );
    const { receipts } = await receiveHandovers(phone.ctx, {
      ...{ deviceId: phone.device.deviceId, sentAt: on, unsynced: part.length, records },
    });
    if (receipts.some(({ answer }) => answer !== "kept"))
      throw new Error(`not all were kept: ${JSON.stringify(receipts.slice(0, 3))}`);
  }
};

import { createHash, randomUUID } from "node:crypto";
import type { HandoverBody, HandoverEvidence } from "@rembuk/domain/handovers/commands";
import { evidenceSeal, handoverSeal, sealedPlace } from "@rembuk/domain/staff/sealing";
import { nikIndex } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { seal } from "../kernel/field-keys";
import { type RegisteredFieldDevice, registerFieldDevice } from "../staff/register-field-device";
import { sealAsPhone } from "../testing/seal-as-phone";
import { at, halong, liyu, type World } from "../testing/world";

export const kapul = "63.11.02.2011";
const key = () => ({ clientActionId: randomUUID() });

/** Somebody who is to receive one unit at one of the two stops. */
export interface Recipient {
  readonly lineId: string;
  readonly residentId: string;
  readonly entitlementId: string;
  readonly stopId: string;
  readonly nik: string | null;
}

export interface FieldTrip {
  readonly tripId: string;
  readonly goodsId: string;
  readonly stops: readonly string[];
  readonly recipients: readonly Recipient[];
}

let people = 0;
/** Another person's each time: a village knows a NIK once. */
const nextNik = (): string => {
  people += 1;
  return `999901140190${String(people).padStart(4, "0")}`;
};

/** A trip of `count` people to two villages, loaded, with these people in its crew. */
export const arrangeFieldTrip = async (
  { everything, keys }: World,
  crew: readonly { readonly ctx: ServiceContext; readonly duty: "lead" | "member" }[],
  count: number,
): Promise<FieldTrip> => {
  const [tripId, goodsId, cycleId] = [randomUUID(), randomUUID(), randomUUID()];
  const stops = [randomUUID(), randomUUID()];
  const villages = [liyu, kapul];
  const person = {
    createdById: crew[0]?.ctx.actor.userId ?? "",
    createdAt: at("2026-11-01 09:00"),
  };
  const days = { startsOn: new Date("2026-11-26"), endsOn: new Date("2026-11-27") };
  await everything.trip.create({
    data: {
      ...{ id: tripId, subdistrictCode: halong, status: "departed", purpose: "Antar beras" },
      ...{
        ...days,
        vehicle: "Hilux",
        plannedById: person.createdById,
        plannedAt: person.createdAt,
      },
      ...{
        orderNumber: "400.10/1/KEC-HLG/2026",
        activities: [],
        costs: [],
        villageCodes: villages,
      },
      crew: crew.map(({ ctx, duty }) => ({
        ...{ id: randomUUID(), name: ctx.actor.name, position: "Staf", duty },
        userId: ctx.actor.userId,
      })),
      crewUserIds: crew.map(({ ctx }) => ctx.actor.userId),
      stops: {
        create: villages.map((villageCode, position) => ({
          ...{ id: stops[position] ?? "", villageCode, position },
        })),
      },
      goods: {
        create: [
          {
            ...{ id: goodsId, position: 0, name: "Beras", unit: "karung 10 kg", source: "Dinsos" },
            ...{ receiptNumber: "BAST-1", receivedOn: new Date("2026-11-20") },
            ...{ received: count, loaded: count },
          },
        ],
      },
    },
  });
  await everything.aidCycle.create({
    data: {
      ...{ id: cycleId, programCode: "SEMBAKO", subdistrictCode: halong, name: "Tahap 4" },
      ...{ startsOn: days.startsOn, endsOn: new Date("2026-12-31"), benefit: "10 kg beras" },
      ...{ savedById: person.createdById, savedAt: person.createdAt },
    },
  });
  const recipients: Recipient[] = [];
  for (let n = 0; n < count; n += 1) {
    const half = n < count / 2 ? 0 : 1;
    const village = villages[half] ?? liyu;
    const [householdId, residentId, enrollmentId, entitlementId, lineId] = Array.from(
      { length: 5 },
      () => randomUUID(),
    ) as [string, string, string, string, string];
    const nik = nextNik();
    const place = { regencyCode: "63.11", subdistrictCode: halong, villageCode: village };
    await everything.household.create({
      data: {
        ...{ id: householdId, ...place, hamlet: "", rt: "1", rw: "1", ...person },
        updatedAt: person.createdAt,
      },
    });
    await everything.resident.create({
      data: {
        ...{ id: residentId, householdId, ...place, ...person },
        nameSealed: seal(keys, `resident:name:${residentId}`, `Utuh Hasan ${n} (fiktif)`),
        ...{ nameKeys: [], nikSealed: seal(keys, `resident:nik:${residentId}`, nik) },
        ...{ nikIndex: nikIndex({ keys }, nik), nikWarnings: [] },
        birthSealed: seal(keys, `resident:birth:${residentId}`, "1990-01-14"),
        ...{ sex: "male", relation: "head", position: 0, status: "living" },
      },
    });
    await everything.enrollment.create({
      data: {
        ...{ id: enrollmentId, ...place, programCode: "SEMBAKO", householdId, residentId },
        ...{ status: "decided", fundingLevel: "ministry", nominatedById: randomUUID() },
        ...{ nominatedAt: person.createdAt, documentsSeen: [], programVersion: 0 },
        groundSealed: seal(keys, `enrollment:ground:${enrollmentId}`, "Tidak mampu"),
      },
    });
    await everything.entitlement.create({
      data: {
        ...{
          id: entitlementId,
          ...place,
          programCode: "SEMBAKO",
          cycleId,
          enrollmentId,
          residentId,
        },
        ...{ householdId, fundingLevel: "ministry", nominatedById: randomUUID(), ...person },
        ...{ goodsName: "Beras", unit: "karung 10 kg", quantity: 1, status: "allocated" },
      },
    });
    const stopId = stops[half] ?? "";
    await everything.tripManifestLine.create({
      data: {
        ...{ id: lineId, tripId, stopId, goodsId, entitlementId, residentId, quantity: 1 },
        ...{ subdistrictCode: halong, villageCode: village, programCode: "SEMBAKO" },
        ...{ addedById: person.createdById, addedAt: person.createdAt },
      },
    });
    recipients.push({ lineId, residentId, entitlementId, stopId, nik });
  }
  return { tripId, goodsId, stops, recipients };
};

export interface Photo {
  readonly told: HandoverEvidence;
  readonly sealed: Buffer;
}

/** A phone in a test: it seals as a browser does. */
export interface TestPhone {
  readonly ctx: ServiceContext;
  readonly device: RegisteredFieldDevice;
}

export const phoneOf = async (ctx: ServiceContext, label = "Ponsel"): Promise<TestPhone> => ({
  ctx,
  device: await registerFieldDevice(ctx, { ...key(), label }),
});

export const delivery = (
  trip: FieldTrip,
  to: Recipient,
  change: Partial<HandoverBody> = {},
): HandoverBody => ({
  ...{ tripId: trip.tripId, stopId: to.stopId, lineId: to.lineId, goodsId: trip.goodsId },
  ...{ person: null, outcome: "delivered", quantity: 1, receiver: { kind: "self" } },
  ...{ nikMatches: true, witness: { name: "Kaspul (fiktif)", position: "Kaur Kesra" }, note: "" },
  place: { latitude: -2.31, longitude: 115.62, accuracyMeters: 14 },
  ...{ evidence: [], correctsId: null },
  ...change,
});

/** A record as the phone holds it. */
export const sealRecordOf = async (
  { device }: TestPhone,
  body: HandoverBody,
  capturedAt: Date,
  id: string = randomUUID(),
) => {
  const { deviceId } = device;
  const place = sealedPlace({ deviceId, clientActionId: id, command: handoverSeal });
  const sealed = await sealAsPhone(device.publicKey, place, JSON.stringify(body));
  return {
    ...{ clientActionId: id, deviceId, capturedAt },
    sealed: Buffer.from(sealed).toString("base64"),
  };
};

/** A photo of so many bytes, sealed for its phone. */
export const photoOf = async ({ device }: TestPhone, size: number): Promise<Photo> => {
  const id = randomUUID();
  const bytes = Buffer.alloc(size, id);
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]).copy(bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const place = sealedPlace({
    ...{ deviceId: device.deviceId, clientActionId: id, command: evidenceSeal },
  });
  const sealed = Buffer.from(await sealAsPhone(device.publicKey, place, bytes));
  return { told: { id, kind: "photo", size, sha256 }, sealed };
};

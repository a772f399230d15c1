import { randomUUID } from "node:crypto";
import type { HandoverBody } from "@rembuk/domain/handovers/commands";
import { photoPartBytes } from "@rembuk/domain/staff/sealing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { revokeDevice } from "../staff/revoke-device";
import { at, createWorld, halong, liyu, type World } from "../testing/world";
import { moveTrip } from "../trips/move-trip";
import { showTrip } from "../trips/queries";
import {
  arrangeFieldTrip,
  delivery,
  type FieldTrip,
  type Photo,
  phoneOf,
  photoOf,
  type Recipient,
  sealRecordOf,
  type TestPhone,
} from "./field-trip.fixture";
import { putEvidence } from "./put-evidence";
import { listHandovers, showEvidence } from "./queries";
import { receiveHandovers } from "./receive-handovers";
import { settleHandover } from "./settle-handover";
import { takePackage } from "./take-package";
import { verifyHandover } from "./verify-handover";

const key = () => ({ clientActionId: randomUUID() });
const now = at("2026-11-26 15:00");

let world: World;
let lead: ServiceContext;
let officer: ServiceContext;
let outsider: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  lead = await world.contextFor("trip-lead", halong);
  officer = await world.contextFor("field-officer", halong);
  outsider = await world.contextFor("field-officer", "63.11.07");
});
afterAll(() => world.drop());
beforeEach(() => {
  world.clock.now = now;
});

const arrange = (count = 6): Promise<FieldTrip> =>
  arrangeFieldTrip(
    world,
    [
      { ctx: lead, duty: "lead" },
      { ctx: officer, duty: "member" },
    ],
    count,
  );
const first = ({ recipients }: FieldTrip, n = 0): Recipient => {
  const one = recipients[n];
  if (!one) throw new Error("nobody there");
  return one;
};
type SealedRecord = Awaited<ReturnType<typeof sealRecordOf>>;
const push = (
  { ctx, device }: TestPhone,
  records: readonly SealedRecord[],
  sentAt = world.clock.now,
) =>
  receiveHandovers(ctx, {
    ...{ deviceId: device.deviceId, sentAt, unsynced: records.length, records },
  });
const answersOf = async (phone: TestPhone, records: readonly SealedRecord[]) =>
  (await push(phone, records)).receipts.map(({ answer }) => answer);
const seal = (phone: TestPhone, body: HandoverBody, capturedAt = at("2026-11-26 10:00")) =>
  sealRecordOf(phone, body, capturedAt);
const entitlementOf = ({ entitlementId }: Recipient) =>
  world.everything.entitlement.findUniqueOrThrow({ where: { id: entitlementId } });
const deliveredOf = async ({ tripId }: FieldTrip) =>
  (await showTrip(lead, { tripId })).goods[0]?.delivered;

describe("a handover recorded on a phone", () => {
  it("counts: on the trip, for the entitlement, with who, where and when", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer, "HLG-03");
    const receiver = { kind: "proxy", name: "Rahmah (fiktif)", relation: "child" } as const;
    const record = await seal(phone, delivery(trip, first(trip), { receiver }));
    expect(await answersOf(phone, [record])).toEqual(["kept"]);
    expect(await entitlementOf(first(trip))).toMatchObject({
      ...{ status: "delivered", outcome: "delivered", deliveredQuantity: 1 },
    });
    expect(await deliveredOf(trip)).toBe(1);
    const { items, mayDecide } = await listHandovers(lead, trip);
    expect(mayDecide).toBe(true);
    expect(items).toMatchObject([
      {
        ...{ state: "synced", person: "Utuh Hasan 0 (fiktif)", device: "HLG-03" },
        ...{ proxy: { name: "Rahmah (fiktif)", relation: "child" }, accuracyMeters: 14 },
        ...{ place: { latitude: -2.31, longitude: 115.62 }, isSkewed: false },
      },
    ]);
    // Nothing of it is readable in the row.
    const raw = await world.everything.handover.findMany({ where: { tripId: trip.tripId } });
    const text = raw.map((row) => Buffer.from(row.peopleSealed).toString("latin1")).join();
    expect(text).not.toContain("Rahmah");
  });

  it("of two phones for one person: the first counts, the second waits, and closes nothing", async () => {
    const trip = await arrange();
    const [left, right] = [await phoneOf(officer), await phoneOf(lead)];
    const mine = await seal(left, delivery(trip, first(trip)));
    const theirs = await seal(right, delivery(trip, first(trip)));
    expect(await answersOf(left, [mine])).toEqual(["kept"]);
    expect(await answersOf(right, [theirs])).toEqual(["held"]);
    expect(await deliveredOf(trip)).toBe(1);
    const shown = await showTrip(lead, trip);
    expect(shown.openHandovers).toBe(1);
    const decision = { ...key(), handoverId: theirs.clientActionId };
    const reason = "Sudah dicek dengan saksi";
    await expect(
      settleHandover(officer, { ...decision, choice: "keep-held", reason }),
    ).rejects.toMatchObject({ code: "FORBIDDEN" });
    const settled = { ...decision, choice: "keep-held", reason } as const;
    expect(await settleHandover(lead, settled)).toMatchObject({ openHandovers: 0 });
    expect(await settleHandover(lead, settled)).toMatchObject({ openHandovers: 0 });
    const { items } = await listHandovers(lead, trip);
    expect(items.map(({ state }) => state)).toEqual(["set_aside", "synced"]);
    expect(items[1]?.rulings[0]).toMatchObject({ words: reason });
    expect(await deliveredOf(trip)).toBe(1);
  });

  it("does not let the trip close while one waits or is in doubt", async () => {
    const trip = await arrange(1);
    const phone = await phoneOf(officer);
    const record = await seal(phone, delivery(trip, first(trip)));
    await push(phone, [record]);
    const judge = (judgement: "verified" | "disputed") =>
      verifyHandover(lead, {
        ...{
          ...key(),
          handoverId: record.clientActionId,
          judgement,
          reason: "Foto bukan orangnya",
        },
      });
    await judge("disputed");
    await world.everything.trip.update({
      where: { id: trip.tripId },
      data: { status: "returned" },
    });
    const close = async () => {
      const { version } = await showTrip(lead, trip);
      return moveTrip(lead, { ...key(), tripId: trip.tripId, version, move: "reconcile" });
    };
    await expect(close()).rejects.toMatchObject({ details: { obstacle: "handovers-open" } });
    await judge("verified");
    expect(await close()).toBeTruthy();
  });

  it("puts right by a counter-record what was wrong, and both stay", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer);
    const wrong = await seal(phone, delivery(trip, first(trip)));
    const right = await seal(
      phone,
      delivery(trip, first(trip), {
        ...{ outcome: "refused", quantity: 0, receiver: null, correctsId: wrong.clientActionId },
      }),
    );
    expect(await answersOf(phone, [wrong, right])).toEqual(["kept", "kept"]);
    expect(await entitlementOf(first(trip))).toMatchObject({ status: "refused" });
    const never = delivery(trip, first(trip), {
      ...{ outcome: "void", quantity: 0, receiver: null, correctsId: right.clientActionId },
    });
    expect(await answersOf(phone, [await seal(phone, never)])).toEqual(["kept"]);
    expect(await entitlementOf(first(trip))).toMatchObject({ status: "allocated", outcome: null });
    expect(await deliveredOf(trip)).toBe(0);
    const { items } = await listHandovers(lead, trip);
    expect(items.map(({ state }) => state)).toEqual(["corrected", "corrected", "synced"]);
  });

  it("waits where the entitlement was cancelled meanwhile, or the goods are gone", async () => {
    const trip = await arrange(2);
    const phone = await phoneOf(officer);
    await world.everything.entitlement.update({
      where: { id: first(trip).entitlementId },
      data: { status: "cancelled" },
    });
    const stranger = (quantity: number, nik: string | null) =>
      delivery(trip, first(trip), {
        ...{ lineId: null, quantity, nikMatches: null },
        person: { name: "Galuh", nik, nikMissing: nik ? null : "not-recorded" },
      });
    const records = [
      await seal(phone, delivery(trip, first(trip))),
      await seal(phone, stranger(3, null)),
      await seal(phone, stranger(1, null)),
      await seal(phone, stranger(1, first(trip, 1).nik)),
      await seal(phone, delivery(trip, first(trip, 1))),
    ];
    const { receipts } = await push(phone, records);
    expect(receipts.map(({ answer, because }) => because ?? answer)).toEqual([
      ...["entitlement-changed", "goods-exceeded", "kept", "kept", "served-twice"],
    ]);
    const { items } = await listHandovers(lead, trip);
    expect(items[2]).toMatchObject({ isCandidate: true, person: "Galuh", maskedNik: null });
    expect(items[3]).toMatchObject({
      isCandidate: true,
      maskedNik: `9999••••••••${first(trip, 1).nik?.slice(-4)}`,
    });
  });

  it("keeps both times of a wrong clock, in the order of the server", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer);
    const ahead = 48 * 3_600_000;
    const captured = new Date(at("2026-11-26 10:00").getTime() + ahead);
    const record = await seal(phone, delivery(trip, first(trip)), captured);
    await push(phone, [record], new Date(now.getTime() + ahead));
    const { items } = await listHandovers(lead, trip);
    expect(items[0]).toMatchObject({
      ...{ isSkewed: true, capturedAt: captured, receivedAt: now },
      happenedAt: at("2026-11-26 10:00"),
    });
  });
});

describe("who may", () => {
  it("send: the crew alone, from their own phone, each record with its answer", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer);
    const foreign = await phoneOf(outsider);
    const good = await seal(phone, delivery(trip, first(trip)));
    const stranger = await seal(foreign, delivery(trip, first(trip, 1)));
    expect((await push(foreign, [stranger])).receipts).toMatchObject([
      { answer: "refused", code: "TRIP_NOT_FOUND" },
    ]);
    await expect(push({ ...phone, ctx: lead }, [good])).rejects.toMatchObject({
      code: "DEVICE_NOT_FOUND",
    });
    const broken = { ...good, clientActionId: randomUUID() };
    const { receipts } = await push(phone, [broken, good]);
    expect(receipts.map(({ answer, code }) => code ?? answer).sort()).toEqual([
      ...["SEAL_BROKEN", "kept"],
    ]);
    const other = await sealRecordOf(
      phone,
      delivery(trip, first(trip), { note: "lain" }),
      good.capturedAt,
      good.clientActionId,
    );
    expect((await push(phone, [other])).receipts[0]?.code).toBe("CLIENT_ACTION_REUSED");
  });

  it("carry another's records, as a file, when both go along", async () => {
    const trip = await arrange();
    const [dead, carrier] = [await phoneOf(officer), await phoneOf(lead)];
    const record = await seal(dead, delivery(trip, first(trip)));
    expect(await answersOf(carrier, [record])).toEqual(["kept"]);
    const [shown] = (await listHandovers(lead, trip)).items;
    expect(shown).toMatchObject({ recordedBy: officer.actor.name, carriedBy: lead.actor.name });
  });

  it("take a trip along: its crew, once it is loaded, with no NIK in it", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer);
    const ask = { ...key(), tripId: trip.tripId, deviceId: phone.device.deviceId };
    const taken = await takePackage(officer, ask);
    expect(taken.lines).toHaveLength(6);
    expect(JSON.stringify(taken)).not.toContain(first(trip).nik);
    expect(taken.lines[0]).toMatchObject({ maskedNik: expect.stringMatching(/^9999•{8}\d{4}$/) });
    expect((await takePackage(officer, ask)).nikKey).not.toBe(taken.nikKey);
    await expect(takePackage(outsider, { ...ask, ...key() })).rejects.toMatchObject({
      code: "DEVICE_NOT_FOUND",
    });
    const foreign = await phoneOf(outsider);
    const byForeign = { ...ask, ...key(), deviceId: foreign.device.deviceId };
    await expect(takePackage(outsider, byForeign)).rejects.toMatchObject({
      code: "TRIP_NOT_FOUND",
    });
    await world.everything.trip.update({ where: { id: trip.tripId }, data: { status: "planned" } });
    await expect(takePackage(officer, { ...ask, ...key() })).rejects.toMatchObject({
      code: "TRIP_NOT_TO_TAKE",
    });
  });

  it("send after the trip was counted: the record waits for a person, whose it is is still known", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer);
    const [kept, late] = [
      await seal(phone, delivery(trip, first(trip))),
      delivery(trip, first(trip)),
    ];
    expect(await answersOf(phone, [kept])).toEqual(["kept"]);
    await world.everything.trip.update({
      where: { id: trip.tripId },
      data: { status: "reconciled" },
    });
    expect(await answersOf(phone, [await seal(phone, late)])).toEqual(["held"]);
    const rows = await world.everything.handover.findMany({ where: { tripId: trip.tripId } });
    expect(rows.map(({ heldBecause }) => heldBecause).sort()).toEqual([null, "trip-closed"].sort());
    expect(rows.every(({ residentId }) => residentId === first(trip).residentId)).toBe(true);
  });

  it("read: a village its own people, nobody elsewhere", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer);
    const both = [first(trip), first(trip, 5)].map((to) => seal(phone, delivery(trip, to)));
    await push(phone, await Promise.all(both));
    const village = await world.contextFor("village-head", liyu);
    expect((await listHandovers(village, trip)).items).toHaveLength(1);
    await expect(listHandovers(outsider, trip)).rejects.toMatchObject({ code: "TRIP_NOT_FOUND" });
  });
});

describe("a revoked phone", () => {
  it("hands over to quarantine, once, what it had not sent; what it had stands", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer);
    const [sent, unsent] = [
      await seal(phone, delivery(trip, first(trip))),
      await seal(phone, delivery(trip, first(trip, 1))),
    ];
    await push(phone, [sent]);
    const admin = await world.contextFor("subdistrict-admin", halong);
    await revokeDevice(admin, {
      ...{ ...key(), deviceId: phone.device.deviceId, reason: "Ponsel hilang di sungai" },
    });
    for (let time = 0; time < 2; time += 1) {
      const { isRevoked, receipts } = await push(phone, [sent, unsent]);
      expect(isRevoked).toBe(true);
      expect(receipts.map(({ answer }) => answer)).toEqual(["already", "quarantined"]);
    }
    const ask = { ...key(), tripId: trip.tripId, deviceId: phone.device.deviceId };
    await expect(takePackage(officer, ask)).rejects.toMatchObject({ code: "DEVICE_NOT_FOUND" });
    const { deviceId } = phone.device;
    const kept = await world.everything.quarantinedRecord.findMany({ where: { deviceId } });
    expect(kept.map(({ clientActionId }) => clientActionId)).toEqual([unsent.clientActionId]);
    expect(await deliveredOf(trip)).toBe(1);
  });
});

const parts = ({ device }: TestPhone, handoverId: string, photo: Photo, offset: number) => ({
  ...{ deviceId: device.deviceId, sealedFor: device.deviceId, evidenceId: photo.told.id },
  ...{ handoverId, total: photo.sealed.length, offset },
  part: photo.sealed.subarray(offset, offset + photoPartBytes).toString("base64"),
});

describe("a photo", () => {
  it("is there whole, or not at all, and opens for who may", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer);
    const photo = await photoOf(phone, 150_000);
    const record = await seal(phone, delivery(trip, first(trip), { evidence: [photo.told] }));
    await push(phone, [record]);
    const send = (offset: number) =>
      putEvidence(officer, parts(phone, record.clientActionId, photo, offset));
    const step = photoPartBytes;
    expect(await send(0)).toEqual({ received: step, isDone: false });
    expect(await send(0)).toEqual({ received: step, isDone: false });
    expect(await send(2 * step)).toEqual({ received: step, isDone: false });
    const isThere = async () =>
      (await listHandovers(lead, trip)).items[0]?.evidence[0]?.isThere ?? null;
    expect(await isThere()).toBe(false);
    await send(step);
    expect(await send(2 * step)).toEqual({ received: photo.sealed.length, isDone: true });
    expect(await send(0)).toEqual({ received: photo.sealed.length, isDone: true });
    expect(await isThere()).toBe(true);
    const shown = await showEvidence(lead, { evidenceId: photo.told.id });
    expect(Buffer.from(shown.content, "base64")).toHaveLength(150_000);
    await expect(showEvidence(outsider, { evidenceId: photo.told.id })).rejects.toMatchObject({
      code: "HANDOVER_NOT_FOUND",
    });
  });

  it("that is another than its record tells of is refused", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer);
    const [told, sent] = [await photoOf(phone, 900), await photoOf(phone, 900)];
    const evidence = [{ ...told.told, id: sent.told.id }];
    const record = await seal(phone, delivery(trip, first(trip), { evidence }));
    await push(phone, [record]);
    await expect(
      putEvidence(officer, parts(phone, record.clientActionId, sent, 0)),
    ).rejects.toMatchObject({ code: "EVIDENCE_DAMAGED" });
  });
});

describe("a network that is cut 500 times, before sending, after the commit, in the middle of a photo", () => {
  it("loses nothing, doubles nothing, and leaves no half photo", async () => {
    const trip = await arrange(25);
    const phones = [await phoneOf(officer), await phoneOf(lead)];
    let cuts = 0;
    let chance = 7;
    const cut = (): "before" | "after" | null => {
      chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
      if (cuts >= 500 || chance % 10 > 8) return null;
      cuts += 1;
      return chance % 2 === 0 ? "before" : "after";
    };
    /** Sends until the answer arrives; an answer that is lost is asked for again. */
    const throughCuts = async <Answer>(send: () => Promise<Answer>): Promise<Answer> => {
      for (;;) {
        const where = cut();
        if (where === "before") continue;
        const answer = await send();
        if (where === null) return answer;
      }
    };
    let photos = 0;
    for (const [n, to] of trip.recipients.entries()) {
      const phone = phones[n % 2] ?? phones[0];
      if (!phone) throw new Error("no phone");
      const photo = await photoOf(phone, 70_000 + n);
      const record = await seal(phone, delivery(trip, to, { evidence: [photo.told] }));
      const { receipts } = await throughCuts(() => push(phone, [record]));
      expect(["kept", "already"]).toContain(receipts[0]?.answer);
      let at = 0;
      for (;;) {
        const from = at;
        const answer = await throughCuts(() =>
          putEvidence(phone.ctx, parts(phone, record.clientActionId, photo, from)),
        );
        at = answer.received;
        if (answer.isDone) break;
      }
      photos += 1;
    }
    expect(cuts).toBe(500);
    const { items } = await listHandovers(lead, trip);
    expect(items).toHaveLength(25);
    expect(items.every(({ state }) => state === "synced")).toBe(true);
    expect(items.flatMap(({ evidence }) => evidence).filter(({ isThere }) => isThere)).toHaveLength(
      photos,
    );
    expect(await deliveredOf(trip)).toBe(25);
    expect(await world.everything.sealedUpload.count()).toBe(0);
  }, 120_000);
});

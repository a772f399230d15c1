import { randomUUID } from "node:crypto";
import { sealedPlace } from "@rembuk/domain/staff/sealing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replaySealedCase } from "../cases/replay-sealed-case";
import type { ServiceContext } from "../context";
import { listNotices } from "../notifications/inbox-queries";
import { notifyQuarantine } from "../notifications/notify-quarantine";
import { registerDevice } from "../staff/register-device";
import { revokeDevice } from "../staff/revoke-device";
import { listDevices } from "../staff/user-queries";
import { systemContext } from "../system-context";
import { sealAsPhone } from "../testing/seal-as-phone";
import { testFiles } from "../testing/test-files";
import { at, createWorld, halong, liyu, paringinSelatan, type World } from "../testing/world";
import { decideQuarantined } from "./decide-quarantined";
import {
  arrangeFieldTrip,
  delivery,
  type FieldTrip,
  phoneOf,
  photoOf,
  sealRecordOf,
  type TestPhone,
} from "./field-trip.fixture";
import { putEvidence } from "./put-evidence";
import { listQuarantined } from "./quarantine-queries";
import { listHandovers } from "./queries";
import { receiveHandovers } from "./receive-handovers";
import { takePackage } from "./take-package";

let world: World;
let officer: ServiceContext;
let section: ServiceContext;
let desk: ServiceContext;
let admin: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.contextFor("field-officer", halong);
  section = await world.contextFor("section-head", halong, { sectorCode: "KASI_KESSOS" });
  desk = await world.contextFor("triage-officer", halong);
  admin = await world.contextFor("subdistrict-admin", halong);
});
const files = testFiles();
afterAll(async () => {
  await world.drop();
  files.drop();
});

const key = () => ({ clientActionId: randomUUID() });
const reason = "Dicek dengan saksi di desa";
const arrange = (): Promise<FieldTrip> =>
  arrangeFieldTrip(world, [{ ctx: officer, duty: "member" }], 2);
const revoke = (deviceId: string) =>
  revokeDevice(admin, { ...key(), deviceId, reason: "Ponsel hilang" });
const push = (phone: TestPhone, records: Awaited<ReturnType<typeof sealRecordOf>>[]) =>
  receiveHandovers(phone.ctx, {
    ...{ deviceId: phone.device.deviceId, sentAt: world.clock.now, unsynced: 0, records },
  });

/** A handover with a photo, sent by a phone that was revoked meanwhile. */
const quarantine = async (trip: FieldTrip) => {
  const phone = await phoneOf(officer);
  const photo = await photoOf(phone, 2_000);
  const to = trip.recipients[0];
  if (!to) throw new Error("nobody");
  const record = await sealRecordOf(
    phone,
    delivery(trip, to, { evidence: [photo.told] }),
    at("2026-11-23 08:00"),
  );
  await revoke(phone.device.deviceId);
  expect((await push(phone, [record])).receipts[0]?.answer).toBe("quarantined");
  const { deviceId } = phone.device;
  const sendPhoto = () =>
    putEvidence(officer, {
      ...{ deviceId, sealedFor: deviceId, evidenceId: photo.told.id, offset: 0 },
      ...{ handoverId: record.clientActionId, total: photo.sealed.length },
      part: photo.sealed.toString("base64"),
    });
  const row = await world.everything.quarantinedRecord.findFirstOrThrow({
    where: { deviceId, clientActionId: record.clientActionId },
  });
  return { phone, record, row, sendPhoto };
};

/** The worker tells of a record; who, and nobody again when it runs once more. */
const tellOf = async (recordId: string): Promise<readonly string[]> => {
  const told = await world.everything.domainEvent.findMany({
    where: {
      type: "staff.record-quarantined",
      payload: { path: ["recordId"], equals: recordId },
    },
  });
  expect(told).toHaveLength(1);
  const [event] = told;
  if (!event) throw new Error("untold");
  const system = systemContext({
    ...{ db: world.everything, reads: world.reads, keys: world.keys, demo: true },
    now: () => world.clock.now,
  });
  const ids = await notifyQuarantine(system, { eventId: event.id });
  expect(await notifyQuarantine(system, { eventId: event.id })).toEqual([]);
  return ids;
};

describe("records of a revoked phone", () => {
  it("are told to those who may decide, once for all that wait of a phone", async () => {
    const trip = await arrange();
    const { phone, record, row, sendPhoto } = await quarantine(trip);
    await sendPhoto();
    expect((await push(phone, [record])).receipts[0]?.answer).toBe("quarantined");
    const to = trip.recipients[1];
    if (!to) throw new Error("nobody");
    world.clock.now = new Date(world.clock.now.getTime() + 1_000);
    const second = await sealRecordOf(phone, delivery(trip, to), at("2026-11-23 08:10"));
    expect((await push(phone, [second])).receipts[0]?.answer).toBe("quarantined");
    const { id: secondId } = await world.everything.quarantinedRecord.findFirstOrThrow({
      where: { clientActionId: second.clientActionId },
    });
    const ids = await tellOf(row.id);
    expect(ids).toEqual(expect.arrayContaining([section.actor.userId, desk.actor.userId]));
    expect(ids).not.toContain(officer.actor.userId);
    expect(ids).not.toContain(admin.actor.userId);
    expect(await tellOf(secondId)).toEqual([]);
    expect((await listNotices(desk)).items[0]).toMatchObject({
      ...{ kind: "quarantine.waits", subject: "quarantine", params: {} },
    });
    await decideQuarantined(files.with(section), {
      ...{ ...key(), recordId: row.id, decision: "set_aside" as const, reason },
    });
    expect(await tellOf(row.id)).toEqual([]);
  });

  it("are accepted by a person, with the photo, as if they had arrived", async () => {
    const trip = await arrange();
    const { row, record, sendPhoto, phone } = await quarantine(trip);
    await sendPhoto();
    const shown = (await listQuarantined(section)).find(({ id }) => id === row.id);
    expect(shown).toMatchObject({
      ...{ isOwn: false, mayAccept: true, maySetAside: true, decision: null },
      content: { kind: "handover", outcome: "delivered", quantity: 1, photos: 1 },
    });
    const command = { ...key(), recordId: row.id, decision: "accepted" as const, reason };
    const answer = await decideQuarantined(files.with(section), command);
    expect(answer).toMatchObject({ decision: "accepted", answer: "kept" });
    expect(await decideQuarantined(files.with(section), command)).toEqual(answer);
    const { items } = await listHandovers(section, trip);
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({ id: record.clientActionId, state: "synced", isSkewed: false });
    expect(items[0]?.capturedAt).toEqual(record.capturedAt);
    expect(items[0]?.evidence.map(({ isThere }) => isThere)).toEqual([true]);
    expect(items[0]?.carriedBy).toBe(section.actor.name);
    await expect(
      decideQuarantined(files.with(section), { ...command, ...key() }),
    ).rejects.toMatchObject({
      code: "QUARANTINE_DECIDED",
    });
    expect((await push(phone, [record])).receipts[0]?.answer).toBe("already");
  });

  it("that count already on another phone are held when they are accepted", async () => {
    const trip = await arrange();
    const { row } = await quarantine(trip);
    const other = await phoneOf(officer);
    const to = trip.recipients[0];
    if (!to) throw new Error("nobody");
    const twin = await sealRecordOf(other, delivery(trip, to), at("2026-11-23 08:05"));
    await push(other, [twin]);
    const command = { ...key(), recordId: row.id, decision: "accepted" as const, reason };
    expect(await decideQuarantined(files.with(section), command)).toMatchObject({ answer: "held" });
  });

  it("are set aside and stay, and may be accepted later; a photo that comes after them is kept", async () => {
    const trip = await arrange();
    const { row, sendPhoto } = await quarantine(trip);
    const decide = (decision: "accepted" | "set_aside") =>
      decideQuarantined(files.with(section), { ...key(), recordId: row.id, decision, reason });
    await decide("set_aside");
    expect((await listHandovers(section, trip)).items).toHaveLength(0);
    const shown = (await listQuarantined(section)).find(({ id }) => id === row.id);
    expect(shown).toMatchObject({ decision: "set_aside", reason, maySetAside: false });
    await decide("accepted");
    await sendPhoto();
    const { items } = await listHandovers(section, trip);
    expect(items[0]?.evidence.map(({ isThere }) => isThere)).toEqual([true]);
    expect(await world.everything.quarantinedRecord.count({ where: { id: row.id } })).toBe(1);
  });

  it("are nobody's to decide who has no right, sits elsewhere, or sent them", async () => {
    const trip = await arrange();
    const { row } = await quarantine(trip);
    const command = { ...key(), recordId: row.id, decision: "accepted" as const, reason };
    const codeOf = (ctx: ServiceContext) =>
      decideQuarantined(files.with(ctx), command).then(
        () => "done",
        ({ code }) => code,
      );
    const both = {
      ...section.actor,
      userId: officer.actor.userId,
    };
    expect(await codeOf(world.contextOf(both))).toBe("QUARANTINE_OWN");
    expect(await codeOf(officer)).toBe("FORBIDDEN");
    expect(await codeOf(admin)).toBe("FORBIDDEN");
    // The desk takes problems, not handovers.
    expect(await codeOf(desk)).toBe("FORBIDDEN");
    const elsewhere = await world.contextFor("section-head", paringinSelatan, {
      sectorCode: "KASI_KESSOS",
    });
    expect(await codeOf(elsewhere)).toBe("QUARANTINE_NOT_FOUND");
    expect(await listQuarantined(elsewhere)).toEqual([]);
    const own = (await listQuarantined(world.contextOf(both))).find(({ id }) => id === row.id);
    expect(own).toMatchObject({ isOwn: true, mayAccept: false, content: { kind: "not-yours" } });
  });
});

describe("a problem of a revoked phone", () => {
  it("becomes one case, by the desk, received when it was told", async () => {
    const village = await world.contextFor("village-officer", liyu);
    const device = await registerDevice(village, { ...key(), label: "Sekdes", villageCode: liyu });
    const { deviceId } = device;
    const place = { deviceId, clientActionId: randomUUID(), command: "cases.open" as const };
    const body = {
      ...{ villageCode: liyu, categoryCode: "VIL-FAC", title: "Talud retak", privacy: null },
      ...{ description: "Retak enam meter.", reporter: { name: "Rusmiati (fiktif)" } },
    };
    const sealed = await sealAsPhone(device.publicKey, sealedPlace(place), JSON.stringify(body));
    const capturedAt = at("2026-11-23 08:10");
    await revoke(deviceId);
    const record = { ...place, capturedAt, sealed: Buffer.from(sealed).toString("base64") };
    expect((await replaySealedCase(village, record)).outcome).toBe("quarantined");
    const shown = (await listQuarantined(desk)).find((one) => one.deviceLabel === "Sekdes");
    expect(shown?.content).toMatchObject({ kind: "case" });
    const command = { ...key(), recordId: shown?.id ?? "", decision: "accepted" as const, reason };
    const answers = await Promise.all([
      decideQuarantined(files.with(desk), command),
      decideQuarantined(files.with(desk), command),
    ]);
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    const cases = await world.everything.case.findMany({ where: { title: "Talud retak" } });
    expect(cases.map(({ receivedAt }) => receivedAt)).toEqual([capturedAt]);
    // The section decides handovers, not problems.
    await expect(
      decideQuarantined(files.with(section), { ...command, ...key() }),
    ).rejects.toMatchObject({
      code: expect.stringMatching(/FORBIDDEN|QUARANTINE_DECIDED/),
    });
  });
});

describe("the list of phones", () => {
  it("says whose, until when a download may be opened, and why one was revoked", async () => {
    const trip = await arrange();
    const phone = await phoneOf(officer, "HLG-09");
    const { deviceId } = phone.device;
    await takePackage(officer, { ...key(), tripId: trip.tripId, deviceId });
    const own = async () =>
      (await listDevices(admin, { areaCode: halong })).find(({ id }) => id === deviceId);
    expect(await own()).toMatchObject({ label: "HLG-09", userName: officer.actor.name });
    expect((await own())?.downloadUntil?.getTime()).toBe(
      world.clock.now.getTime() + 7 * 86_400_000,
    );
    await revoke(deviceId);
    expect(await own()).toMatchObject({ downloadUntil: null, reason: "Ponsel hilang" });
  });
});

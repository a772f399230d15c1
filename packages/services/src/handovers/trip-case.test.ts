import { randomUUID } from "node:crypto";
import type { ReplayCommand } from "@rembuk/domain/staff/device";
import { casePhotoSeal, sealedPlace, tripCaseSeal } from "@rembuk/domain/staff/sealing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openCase } from "../cases/open-case";
import { replaySealedCase } from "../cases/replay-sealed-case";
import { showCase } from "../cases/show-case";
import type { ServiceContext } from "../context";
import { putCasePhoto } from "../files/put-case-photo";
import { listFiles } from "../files/queries";
import { revokeDevice } from "../staff/revoke-device";
import { openCommand } from "../testing/case-journey";
import { placedJpeg, sha256 } from "../testing/sample-files";
import { sealAsPhone } from "../testing/seal-as-phone";
import { testFiles } from "../testing/test-files";
import { createWorld, halong, liyu, murungAbuin, type World } from "../testing/world";
import { decideQuarantined } from "./decide-quarantined";
import { arrangeFieldTrip, type FieldTrip, phoneOf, type TestPhone } from "./field-trip.fixture";
import { listQuarantined } from "./quarantine-queries";
import { replayTripCase } from "./replay-trip-case";
import { takePackage } from "./take-package";

let world: World;
let officer: ServiceContext;
let desk: ServiceContext;
let trip: FieldTrip;
let phone: TestPhone;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.contextFor("field-officer", halong);
  desk = await world.contextFor("triage-officer", halong);
  trip = await arrangeFieldTrip(world, [{ ctx: officer, duty: "member" }], 1);
  phone = await phoneOf(officer);
});
const files = testFiles();
afterAll(async () => {
  await world.drop();
  files.drop();
});

const key = () => ({ clientActionId: randomUUID() });

/** A matter that was told in a village of the trip, as the phone holds it. */
const capture = async (change: object = {}, by: TestPhone = phone): Promise<ReplayCommand> => {
  const { deviceId, publicKey } = by.device;
  const record = { deviceId, clientActionId: randomUUID(), command: tripCaseSeal } as const;
  const body = {
    ...{ tripId: trip.tripId, villageCode: liyu, categoryCode: "VIL-FAC", privacy: null },
    ...{ title: "Jembatan putus", description: "Papan ketiga hilang sejak banjir." },
    ...{ reporter: { name: "Kenari (fiktif)" }, ...change },
  };
  const bytes = await sealAsPhone(publicKey, sealedPlace(record), JSON.stringify(body));
  const sealed = Buffer.from(bytes).toString("base64");
  return { ...record, capturedAt: new Date(world.clock.now.getTime()), sealed };
};

const takePhoto = async ({ device: { deviceId, publicKey } }: TestPhone) => {
  const bytes = await placedJpeg();
  const id = randomUUID();
  const place = sealedPlace({ deviceId, clientActionId: id, command: casePhotoSeal });
  const sealed = await sealAsPhone(publicKey, place, bytes);
  return { id, sealed, photos: [{ id, size: bytes.length, sha256: sha256(bytes) }] };
};

const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => "done",
    ({ code }) => code as string,
  );

describe("a matter that a crew is told of on its trip", () => {
  it("becomes one case of that village for the desk, and nothing for the crew to read", async () => {
    const record = await capture();
    const answers = await Promise.all([1, 2].map(() => replayTripCase(officer, record)));
    answers.push(await replayTripCase(officer, record));
    const [number] = new Set(answers.map((one) => one.number));
    expect(new Set(answers.map((one) => one.number)).size).toBe(1);
    const kase = await world.everything.case.findFirstOrThrow({ where: { number: number ?? "" } });
    expect(kase).toMatchObject({ villageCode: liyu, channel: "field", status: "received" });
    expect(kase.createdById).toBe(officer.actor.userId);
    const shown = await showCase(desk, { caseId: kase.id });
    expect(shown.reporter?.name).toContain("Kenari");
    expect(await codeOf(showCase(officer, { caseId: kase.id }))).toBe("CASE_NOT_FOUND");
  });

  it("is refused of a village where the trip does not stop, of another's trip, and without one", async () => {
    const other = await world.contextFor("field-officer", halong, { clearance: true });
    const theirs = await arrangeFieldTrip(world, [{ ctx: other, duty: "member" }], 1);
    const replay = async (change: object) => codeOf(replayTripCase(officer, await capture(change)));
    expect(await replay({ villageCode: murungAbuin })).toBe("VILLAGE_NOT_IN_REACH");
    expect(await replay({ tripId: theirs.tripId })).toBe("TRIP_NOT_FOUND");
    expect(await replay({ tripId: randomUUID() })).toBe("TRIP_NOT_FOUND");
    expect(await replay({ title: "" })).toBe("INPUT_INVALID");
    // The village's way in is not the crew's.
    const record = await capture();
    expect(await codeOf(replaySealedCase(officer, record))).toBe("INPUT_INVALID");
    expect(await codeOf(replayTripCase(officer, { ...record, command: "cases.open" }))).toBe(
      "INPUT_INVALID",
    );
    const atDesk = openCommand({ villageCode: liyu });
    expect(await codeOf(openCase(officer, atDesk))).toBe("FORBIDDEN");
  });

  it("brings its photo to the desk, from a crew that reads neither", async () => {
    const { deviceId } = phone.device;
    const { id, sealed, photos } = await takePhoto(phone);
    const record = await capture({ title: "Jembatan dengan foto", photos });
    const { number } = await replayTripCase(officer, record);
    const kase = await world.everything.case.findFirstOrThrow({ where: { number: number ?? "" } });
    const answer = await putCasePhoto(files.with(officer), {
      ...{ deviceId, photoId: id, recordId: record.clientActionId, unsynced: 1 },
      ...{ total: sealed.length, offset: 0, part: Buffer.from(sealed).toString("base64") },
    });
    expect(answer.isDone).toBe(true);
    const { files: there } = await listFiles(desk, { caseId: kase.id });
    expect(there).toMatchObject([{ id, name: "Foto 1.jpg", status: "ready" }]);
    expect(await codeOf(listFiles(officer, { caseId: kase.id }))).toBe("CASE_NOT_FOUND");
  });

  it("comes with the kinds of matters that its form needs", async () => {
    const { deviceId } = phone.device;
    const { categories, stops } = await takePackage(officer, {
      ...{ ...key(), tripId: trip.tripId, deviceId },
    });
    expect(stops.map(({ villageCode }) => villageCode)).toContain(liyu);
    expect(categories.map(({ code }) => code)).toContain("VIL-FAC");
    expect(categories.some(({ kind }) => kind === "welfare_request")).toBe(true);
  });

  it("waits in quarantine when the phone was revoked, and is let in by the desk", async () => {
    const before = await capture({ title: "Jembatan pertama" });
    const first = await replayTripCase(officer, before);
    const record = await capture({ title: "Jembatan kedua" });
    const admin = await world.contextFor("subdistrict-admin", halong);
    const { deviceId } = phone.device;
    await revokeDevice(admin, { ...key(), deviceId, reason: "Ponsel hilang" });
    expect(await replayTripCase(officer, before)).toEqual(first);
    expect((await replayTripCase(officer, record)).outcome).toBe("quarantined");
    const [row] = (await listQuarantined(desk)).filter(({ content }) => content.kind === "case");
    expect(row).toBeDefined();
    const decision = { decision: "accepted", reason: "Dibenarkan ketua kunjungan" } as const;
    await decideQuarantined(files.with(desk), { ...key(), recordId: row?.id ?? "", ...decision });
    const cases = await world.everything.case.findMany({ where: { title: "Jembatan kedua" } });
    expect(cases).toHaveLength(1);
  });
});

describe("a matter that another phone of the crew brings home", () => {
  const arrange = async () => {
    const [writer, carrier, stranger] = await Promise.all(
      [{}, { clearance: true }, { sectorCode: "PUSKESMAS" }].map((seat) =>
        world.contextFor("field-officer", halong, seat),
      ),
    );
    if (!writer || !carrier || !stranger) throw new Error("three officers");
    const crew = [writer, carrier].map((ctx) => ({ ctx, duty: "member" as const }));
    const { tripId } = await arrangeFieldTrip(world, crew, 1);
    const [own, other, theirs] = await Promise.all(
      [writer, carrier, stranger].map((ctx) => phoneOf(ctx)),
    );
    if (!own || !other || !theirs) throw new Error("three phones");
    return { tripId, own, other, theirs };
  };
  const by = ({ device }: TestPhone) => ({ carrierId: device.deviceId });
  const casesOf = (title: string) => world.everything.case.findMany({ where: { title } });

  it("is one case of who wrote it down, whichever phone sends it, and how often", async () => {
    const { tripId, own, other } = await arrange();
    const record = await capture({ tripId, title: "Titian hanyut" }, own);
    const carried = { ...record, ...by(other), unsynced: 7 };
    const answers = await Promise.all([
      replayTripCase(other.ctx, carried),
      replayTripCase(own.ctx, record),
      replayTripCase(other.ctx, carried),
    ]);
    answers.push(await replayTripCase(own.ctx, record));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    const cases = await casesOf("Titian hanyut");
    expect(cases.map(({ createdById }) => createdById)).toEqual([own.ctx.actor.userId]);
    const carriedEvents = await world.everything.domainEvent.findMany({
      where: { type: "staff.record-carried", subject: `user/${own.ctx.actor.userId}` },
    });
    expect(carriedEvents.map(({ actorId }) => actorId)).toEqual([other.ctx.actor.userId]);
    const device = await world.everything.device.findUniqueOrThrow({
      where: { id: own.device.deviceId },
    });
    expect(device.unsynced).toBe(0);
  });

  it("brings its photos too, also where its own phone is half way with one", async () => {
    const { tripId, own, other, theirs } = await arrange();
    const { id, sealed, photos } = await takePhoto(own);
    const record = await capture({ tripId, title: "Titian dengan foto", photos }, own);
    const { number } = await replayTripCase(other.ctx, { ...record, ...by(other) });
    const about = { deviceId: own.device.deviceId, photoId: id, recordId: record.clientActionId };
    const part = (from: number, to: number) => ({
      ...{ ...about, total: sealed.length, offset: from, unsynced: 1 },
      part: Buffer.from(sealed.subarray(from, to)).toString("base64"),
    });
    const half = Math.floor(sealed.length / 2);
    const first = await putCasePhoto(files.with(own.ctx), part(0, half));
    expect(first).toEqual({ received: half, isDone: false });
    const whole = part(0, sealed.length);
    const strange = putCasePhoto(files.with(theirs.ctx), { ...whole, ...by(theirs) });
    expect(await codeOf(strange)).toBe("CASE_NOT_FOUND");
    const forged = putCasePhoto(files.with(theirs.ctx), { ...whole, ...by(other) });
    expect(await codeOf(forged)).toBe("DEVICE_NOT_FOUND");
    const answer = await putCasePhoto(files.with(other.ctx), { ...whole, ...by(other) });
    expect(answer.isDone).toBe(true);
    expect((await putCasePhoto(files.with(own.ctx), part(half, sealed.length))).isDone).toBe(true);
    const kase = await world.everything.case.findFirstOrThrow({ where: { number: number ?? "" } });
    const { files: there } = await listFiles(desk, { caseId: kase.id });
    expect(there).toMatchObject([{ id, name: "Foto 1.jpg", status: "ready" }]);
  });

  it("is refused of who did not go along, and as another's phone", async () => {
    const { tripId, own, other, theirs } = await arrange();
    const record = await capture({ tripId, title: "Titian orang lain" }, own);
    const send = (phoneSent: TestPhone, change: object = by(phoneSent)) =>
      codeOf(replayTripCase(phoneSent.ctx, { ...record, ...change }));
    expect(await send(theirs)).toBe("TRIP_NOT_FOUND");
    expect(await send(other, by(theirs))).toBe("DEVICE_NOT_FOUND");
    expect(await send(other, {})).toBe("DEVICE_NOT_FOUND");
    const forged = await capture({ tripId, title: "Titian orang lain" }, theirs);
    expect(await codeOf(replayTripCase(other.ctx, { ...forged, ...by(other) }))).toBe("FORBIDDEN");
    expect(await casesOf("Titian orang lain")).toEqual([]);
  });

  it("waits in quarantine when either phone was revoked, unless it stands already", async () => {
    const { tripId, own, other } = await arrange();
    const admin = await world.contextFor("subdistrict-admin", halong);
    const stands = await capture({ tripId, title: "Titian pertama" }, own);
    const first = await replayTripCase(other.ctx, { ...stands, ...by(other) });
    const waits = await capture({ tripId, title: "Titian kedua" }, own);
    const { deviceId } = other.device;
    await revokeDevice(admin, { ...key(), deviceId, reason: "Ponsel hilang" });
    expect(await replayTripCase(other.ctx, { ...stands, ...by(other) })).toEqual(first);
    const apart = await replayTripCase(other.ctx, { ...waits, ...by(other) });
    expect(apart).toMatchObject({ outcome: "quarantined", number: null });
    expect(await casesOf("Titian kedua")).toEqual([]);
  });
});

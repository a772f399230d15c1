import { randomUUID } from "node:crypto";
import {
  casePhotoSeal,
  type ReplayCommand,
  sealedPlace,
  tripCaseSeal,
} from "@rembuk/domain/staff/device";
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
const capture = async (change: object = {}): Promise<ReplayCommand> => {
  const { deviceId, publicKey } = phone.device;
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
    const { deviceId, publicKey } = phone.device;
    const bytes = await placedJpeg();
    const id = randomUUID();
    const place = sealedPlace({ deviceId, clientActionId: id, command: casePhotoSeal });
    const sealed = await sealAsPhone(publicKey, place, bytes);
    const photos = [{ id, size: bytes.length, sha256: sha256(bytes) }];
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

import { randomUUID } from "node:crypto";
import type { ReplayCommand } from "@rembuk/domain/staff/device";
import { type PhoneAct, sealedPlace } from "@rembuk/domain/staff/sealing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { decideQuarantined } from "../handovers/decide-quarantined";
import { listQuarantined } from "../handovers/quarantine-queries";
import { type RegisteredDevice, registerDevice } from "../staff/register-device";
import { revokeDevice } from "../staff/revoke-device";
import { type Cast, cast, journeyTo } from "../testing/case-journey";
import { sealAsPhone } from "../testing/seal-as-phone";
import { testFiles } from "../testing/test-files";
import { createWorld, lingsir, murungAbuin, paringinSelatan, type World } from "../testing/world";
import { confirmCase } from "./confirm-case";
import { referCase } from "./refer-case";
import { replaySealedCase } from "./replay-sealed-case";
import { showCase } from "./show-case";
import { takeVillageCases } from "./take-village-cases";

let world: World;
let people: Cast;
beforeAll(async () => {
  world = await createWorld();
  people = await cast(world);
});
const files = testFiles();
afterAll(async () => {
  await world.drop();
  files.drop();
});

const key = () => ({ clientActionId: randomUUID() });

const register = (by: ServiceContext = people.village, villageCode = murungAbuin) =>
  registerDevice(by, { ...key(), label: "Ponsel Sekdes", villageCode });

/** An act as the phone holds it, recorded now. */
const capture = async (
  device: RegisteredDevice,
  command: PhoneAct,
  body: object,
): Promise<ReplayCommand> => {
  const record = { deviceId: device.deviceId, clientActionId: randomUUID(), command };
  const bytes = await sealAsPhone(device.publicKey, sealedPlace(record), JSON.stringify(body));
  const sealed = Buffer.from(bytes).toString("base64");
  return { ...record, capturedAt: new Date(world.clock.now.getTime()), sealed };
};

const take = (device: RegisteredDevice, by: ServiceContext = people.village) =>
  takeVillageCases(by, { ...key(), deviceId: device.deviceId });

/** A case that Murung Abuin itself is asked to help with. */
const referred = async () => {
  const { id, version } = await journeyTo(people, "triaged", {}, people.village);
  const command = { ...key(), caseId: id, version };
  const asked = { target: "PEMDES", asked: "Mohon data pengurus", mandatory: false, limitDays: 5 };
  await referCase(people.triage, { ...command, referrals: [asked] });
  return id;
};

const notesOf = async (caseId: string) =>
  (await showCase(people.triage, { caseId })).notes.map(({ body }) => body);

describe("the cases on a village's phone", () => {
  it("are the open ones of its own village, with what waits for it, and no secret one", async () => {
    const device = await register();
    const resolved = await journeyTo(people, "resolved", { reporter: { name: "Kenari" } });
    const asked = await referred();
    const secret = await journeyTo(people, "received", { privacy: "SECRET" }, people.village);
    const desk = people.triage;
    const elsewhere = await journeyTo(people, "received", { villageCode: lingsir }, desk);
    const { cases, isCut, expiresAt } = await take(device);
    const of = (id: string) => cases.find((one) => one.id === id);
    expect(of(resolved.id)).toMatchObject({
      ...{ mayConfirm: true, mayRelay: true, status: "resolved" },
      answer: { response: "Sudah ditanggapi" },
    });
    expect(of(asked)).toMatchObject({ mayConfirm: false, answer: null });
    expect(of(asked)?.referrals).toMatchObject([
      { asked: "Mohon data pengurus", steps: ["accept", "decline"] },
    ]);
    expect([of(secret.id), of(elsewhere.id)]).toEqual([undefined, undefined]);
    expect(isCut).toBe(false);
    expect(expiresAt.getTime() - world.clock.now.getTime()).toBe(7 * 86_400_000);
    const row = await world.everything.device.findUniqueOrThrow({ where: { id: device.deviceId } });
    expect(row.packageExpiresAt).toEqual(expiresAt);
  });

  it("are not given to another's phone, to a neighbour, or to a revoked one", async () => {
    const device = await register();
    const neighbour = await world.contextFor("village-officer", lingsir);
    await expect(take(device, neighbour)).rejects.toMatchObject({ code: "DEVICE_NOT_FOUND" });
    const admin = await world.contextFor("subdistrict-admin", paringinSelatan);
    const { deviceId } = device;
    await revokeDevice(admin, { ...key(), deviceId, reason: "Ponsel hilang" });
    await expect(take(device)).rejects.toMatchObject({ code: "DEVICE_NOT_FOUND" });
  });
});

describe("an act from a village's phone", () => {
  it("is done as if it were done now, once however often it comes", async () => {
    const device = await register();
    const { id: caseId, version } = await journeyTo(people, "resolved");
    const record = await capture(device, "cases.confirm", { caseId, version, note: "Sudah jadi" });
    const answers = await Promise.all([1, 2].map(() => replaySealedCase(people.village, record)));
    answers.push(await replaySealedCase(people.village, record));
    expect(new Set(answers.map(({ outcome }) => outcome))).toEqual(new Set(["kept"]));
    expect((await showCase(people.triage, { caseId })).status).toBe("closed");
    expect(await notesOf(caseId)).toEqual(expect.arrayContaining(["Sudah jadi"]));
  });

  it("answers what the village was asked, and tells that a citizen was told", async () => {
    const device = await register();
    const caseId = await referred();
    const [referral] = (await take(device)).cases.find(({ id }) => id === caseId)?.referrals ?? [];
    const { id: referralId = "", version = -1 } = referral ?? {};
    const accept = await capture(device, "referrals.accept", { caseId, referralId, version });
    expect((await replaySealedCase(people.village, accept)).outcome).toBe("kept");
    const told = await journeyTo(people, "resolved", { reporter: { name: "Kenari" } });
    const body = { caseId: told.id, toldBy: "Kaur Umum", how: "in_person" };
    const relay = await capture(device, "cases.relay", body);
    expect((await replaySealedCase(people.village, relay)).outcome).toBe("kept");
    const { relays } = await showCase(people.village, { caseId: told.id });
    expect(relays).toMatchObject([{ toldBy: "Kaur Umum", toldAt: relay.capturedAt }]);
    const shown = await showCase(people.village, { caseId });
    expect(shown.referrals.map(({ status }) => status)).toEqual(["accepted"]);
  });

  it("that comes too late stands on the case as a note, once, and changes nothing else", async () => {
    const device = await register();
    const { id: caseId, version } = await journeyTo(people, "resolved");
    const late = await capture(device, "cases.reopen", { caseId, version, reason: "Masih rusak" });
    await confirmCase(people.village, { ...key(), caseId, version });
    for (let time = 0; time < 3; time += 1)
      expect((await replaySealedCase(people.village, late)).outcome).toBe("noted");
    expect((await showCase(people.triage, { caseId })).status).toBe("closed");
    const notes = (await notesOf(caseId)).filter((body) => body.includes("Masih rusak"));
    expect(notes).toHaveLength(1);
    expect(notes[0]).toMatch(/^Dicatat desa tanpa jaringan, .+ WITA: masalah ini belum beres/);
  });

  it("of another village's case is refused and leaves no word there", async () => {
    const device = await register();
    const { id: caseId, version } = await journeyTo(people, "resolved", { villageCode: lingsir });
    const record = await capture(device, "cases.confirm", { caseId, version, note: "Bukan kami" });
    await expect(replaySealedCase(people.village, record)).rejects.toMatchObject({
      code: "CASE_NOT_FOUND",
    });
    expect(await notesOf(caseId)).not.toContain("Bukan kami");
  });
});

describe("an act from a revoked phone", () => {
  it("waits for the desk, which lets it in as a note; what was done before stays done", async () => {
    const device = await register();
    const { deviceId } = device;
    const { id: caseId, version } = await journeyTo(people, "resolved");
    const before = await journeyTo(people, "resolved");
    const done = await capture(device, "cases.confirm", {
      ...{ caseId: before.id, version: before.version, note: null },
    });
    await replaySealedCase(people.village, done);
    const waits = await capture(device, "cases.reopen", { caseId, version, reason: "Masih rusak" });
    const admin = await world.contextFor("subdistrict-admin", paringinSelatan);
    await revokeDevice(admin, { ...key(), deviceId, reason: "Ponsel hilang" });
    expect((await replaySealedCase(people.village, done)).outcome).toBe("kept");
    const forged = await capture(device, "cases.confirm", { caseId, version, note: "Palsu" });
    const { clientActionId } = done;
    const sealed = await sealAsPhone(
      device.publicKey,
      sealedPlace({ ...forged, clientActionId }),
      JSON.stringify({ caseId, version, note: "Palsu" }),
    );
    const swapped = { ...done, sealed: Buffer.from(sealed).toString("base64") };
    for (const record of [waits, swapped])
      expect((await replaySealedCase(people.village, record)).outcome).toBe("quarantined");
    const shown = (await listQuarantined(people.triage)).filter(
      ({ content }) => content.kind === "act" && content.act === "cases.reopen",
    );
    expect(shown).toHaveLength(1);
    const decision = { decision: "accepted", reason: "Sekdes membenarkan" } as const;
    const command = { ...key(), recordId: shown[0]?.id ?? "", ...decision };
    await decideQuarantined(files.with(people.triage), command);
    await decideQuarantined(files.with(people.triage), command);
    const notes = (await notesOf(caseId)).filter((body) => body.includes("Masih rusak"));
    expect(notes).toHaveLength(1);
    expect((await showCase(people.triage, { caseId })).status).toBe("resolved");
  });
});

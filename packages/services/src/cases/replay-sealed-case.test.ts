import { randomUUID } from "node:crypto";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ReplayCommand } from "@rembuk/domain/staff/device";
import { sealedPlace } from "@rembuk/domain/staff/sealing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { findSession } from "../staff/find-session";
import { type RegisteredDevice, registerDevice } from "../staff/register-device";
import { revokeDevice } from "../staff/revoke-device";
import { startSession } from "../staff/start-session";
import { sealAsPhone } from "../testing/seal-as-phone";
import {
  at,
  createWorld,
  halong,
  lingsir,
  murungAbuin,
  paringinSelatan,
  type World,
} from "../testing/world";
import { replaySealedCase } from "./replay-sealed-case";

let world: World;
let officer: ServiceContext;
beforeAll(async () => {
  world = await createWorld();
  officer = await world.contextFor("village-officer", lingsir);
});
afterAll(() => world.drop());

const register = (by: ServiceContext = officer, villageCode = lingsir) =>
  registerDevice(by, { clientActionId: randomUUID(), label: "Ponsel Sekdes", villageCode });

const body = {
  villageCode: lingsir,
  categoryCode: "VIL-FAC",
  title: "Talud RT 04 retak",
  description: "Retak sepanjang enam meter sejak hujan Senin malam.",
  reporter: { name: "Rusmiati (fiktif)" },
  privacy: null,
};

/** A record as a phone holds it: sealed for this device, or for the place given. */
const capture = async (
  device: RegisteredDevice,
  change: { body?: object; place?: Partial<ReplayCommand> } = {},
): Promise<ReplayCommand> => {
  const record = {
    deviceId: device.deviceId,
    clientActionId: randomUUID(),
    command: "cases.open" as const,
  };
  const text = JSON.stringify(change.body ?? body);
  const place = sealedPlace({ ...record, ...change.place });
  const sealed = Buffer.from(await sealAsPhone(device.publicKey, place, text)).toString("base64");
  return { ...record, capturedAt: at("2026-11-23 08:10"), sealed };
};

const codeOf = async (work: () => Promise<unknown>): Promise<string> => {
  try {
    await work();
    return "done";
  } catch (error) {
    return error instanceof DomainError ? error.code : String(error);
  }
};

const counts = async (deviceId: string) => ({
  cases: await world.everything.case.count(),
  quarantined: await world.everything.quarantinedRecord.count({ where: { deviceId } }),
});

describe("a record replayed from a phone", () => {
  it("becomes a case that was received when it was told", async () => {
    const record = await capture(await register());
    const { outcome, number } = await replaySealedCase(officer, record);
    expect(outcome).toBe("kept");
    const kase = await world.everything.case.findFirstOrThrow({ where: { number: number ?? "" } });
    expect(kase).toMatchObject({ title: body.title, channel: "field", villageCode: lingsir });
    expect(kase.receivedAt).toEqual(record.capturedAt);
    expect(kase.createdById).toBe(officer.actor.userId);
  });

  it("is one case, also when it comes twice and at the same time", async () => {
    const device = await register();
    const record = await capture(device);
    const before = await counts(device.deviceId);
    const answers = await Promise.all([1, 2, 3].map(() => replaySealedCase(officer, record)));
    answers.push(await replaySealedCase(officer, record));
    expect(new Set(answers.map(({ number }) => number)).size).toBe(1);
    expect(await counts(device.deviceId)).toEqual({ ...before, cases: before.cases + 1 });
  });

  it("is refused whole when changed, or sealed for another phone, act or time", async () => {
    const device = await register();
    const other = await register();
    const record = await capture(device);
    const bytes = Buffer.from(record.sealed, "base64");
    bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1;
    const before = await counts(device.deviceId);
    const refused = [
      { ...record, sealed: bytes.toString("base64") },
      { ...record, deviceId: other.deviceId },
      { ...record, clientActionId: randomUUID() },
      await capture(device, { place: { deviceId: randomUUID() } }),
    ];
    for (const one of refused) {
      expect(await codeOf(() => replaySealedCase(officer, one))).toBe("SEAL_BROKEN");
    }
    expect(await counts(device.deviceId)).toEqual(before);
  });

  it("is judged as if it were entered now: village, category, fields", async () => {
    const device = await register();
    const before = await counts(device.deviceId);
    const replay = async (change: object) => {
      const record = await capture(device, { body: { ...body, ...change } });
      return codeOf(() => replaySealedCase(officer, record));
    };
    expect(await replay({ villageCode: murungAbuin })).toBe("FORBIDDEN");
    expect(await replay({ categoryCode: "TIDAK-ADA" })).toBe("CATEGORY_UNKNOWN");
    expect(await replay({ title: "" })).toBe("INPUT_INVALID");
    expect(await counts(device.deviceId)).toEqual(before);
  });

  it("is not taken from somebody else's phone, whose existence is not told", async () => {
    const neighbour = await world.contextFor("village-officer", murungAbuin);
    const record = await capture(await register());
    const before = await counts(record.deviceId);
    expect(await codeOf(() => replaySealedCase(neighbour, record))).toBe("DEVICE_NOT_FOUND");
    const unknown = { ...record, deviceId: randomUUID() };
    expect(await codeOf(() => replaySealedCase(neighbour, unknown))).toBe("DEVICE_NOT_FOUND");
    expect(await counts(record.deviceId)).toEqual(before);
  });
});

describe("a revoked phone", () => {
  const revoke = async (deviceId: string) => {
    const admin = await world.contextFor("subdistrict-admin", paringinSelatan);
    return revokeDevice(admin, { clientActionId: randomUUID(), deviceId, reason: "Ponsel hilang" });
  };

  it("hands its records to quarantine, once, still sealed, and makes no case", async () => {
    const device = await register();
    const records = [await capture(device), await capture(device)];
    await revoke(device.deviceId);
    const before = await counts(device.deviceId);
    for (const record of [...records, ...records]) {
      const answer = await replaySealedCase(officer, record);
      expect(answer).toMatchObject({ outcome: "quarantined", number: null });
    }
    expect(await counts(device.deviceId)).toEqual({ cases: before.cases, quarantined: 2 });
    const kept = await world.everything.quarantinedRecord.findFirstOrThrow({
      where: { clientActionId: records[0]?.clientActionId ?? "" },
    });
    expect(Buffer.from(kept.sealed).toString("base64")).toBe(records[0]?.sealed);
    expect(Buffer.from(kept.sealed).includes("Talud")).toBe(false);
  });

  it("keeps what it had handed over before as the case it was", async () => {
    const device = await register();
    const record = await capture(device);
    const first = await replaySealedCase(officer, record);
    await revoke(device.deviceId);
    expect(first.outcome).toBe("kept");
    // The answer was lost on the way: the repeated record is told what it became.
    const before = await counts(device.deviceId);
    expect(await replaySealedCase(officer, record)).toEqual(first);
    expect(await counts(device.deviceId)).toEqual(before);
    expect(before.quarantined).toBe(0);
  });

  it("cannot pass another record off as the case it was: that waits for a person", async () => {
    const device = await register();
    const record = await capture(device);
    await replaySealedCase(officer, record);
    await revoke(device.deviceId);
    const text = JSON.stringify({ ...body, title: "Judul lain" });
    const bytes = await sealAsPhone(device.publicKey, sealedPlace(record), text);
    const other = { ...record, sealed: Buffer.from(bytes).toString("base64") };
    const before = await counts(device.deviceId);
    expect((await replaySealedCase(officer, other)).outcome).toBe("quarantined");
    const broken = { ...(await capture(device)), sealed: record.sealed };
    expect((await replaySealedCase(officer, broken)).outcome).toBe("quarantined");
    expect(await counts(device.deviceId)).toEqual({ cases: before.cases, quarantined: 2 });
  });

  it("leaves its person no session", async () => {
    const device = await register();
    const session = await startSession(officer, officer.actor.userId, { userAgent: "test" });
    expect(await findSession(officer, session, true)).not.toBeNull();
    await revoke(device.deviceId);
    expect(await findSession(officer, session, true)).toBeNull();
    const event = await world.everything.domainEvent.findFirstOrThrow({
      where: { type: "staff.device-revoked" },
      orderBy: { id: "desc" },
    });
    expect(event.payload).toEqual({ deviceId: device.deviceId, sessionsEnded: 1 });
  });

  it("is revoked by its own kecamatan's administrator alone", async () => {
    const device = await register();
    const act = {
      ...{ clientActionId: randomUUID(), deviceId: device.deviceId, reason: "Ponsel hilang" },
    };
    const stranger = await world.contextFor("subdistrict-admin", halong);
    expect(await codeOf(() => revokeDevice(stranger, act))).toBe("DEVICE_NOT_FOUND");
    expect(await codeOf(() => revokeDevice(officer, act))).toBe("FORBIDDEN");
    expect((await replaySealedCase(officer, await capture(device))).outcome).toBe("kept");
  });

  it("is set up for one's own village only", async () => {
    expect(await codeOf(() => register(officer, murungAbuin))).toBe("FORBIDDEN");
  });
});

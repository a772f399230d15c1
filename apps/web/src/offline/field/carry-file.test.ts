import "fake-indexeddb/auto";
import { createECDH } from "node:crypto";
import { tripCaseSeal } from "@rembuk/domain/staff/sealing";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { deviceDatabase } from "../device-database";
import { flushOutbox, type Send, sealCaseIntoOutbox, sealIntoOutbox } from "../outbox";
import type { PutPhoto } from "../photo-outbox";
import { emptyProblem, readProblem } from "../problem-entry";
import { countUnsent } from "../unsent";
import { readCarryFile, writeCarryFile } from "./carry-file";

const server = createECDH("prime256v1");
server.generateKeys();
const device = {
  deviceId: "0199f2c4-0000-7000-8000-000000000001",
  publicKey: server.getPublicKey("base64"),
};
const tripId = "0199f2c4-0000-7000-8000-000000000100";
const canary = "Kenari Rahasia";

const problem = () => {
  const entry = { categoryCode: "VIL-FAC", title: "Jembatan", story: "Putus", reporter: canary };
  const read = readProblem({ ...emptyProblem("63.11.02.2001"), ...entry });
  if ("problems" in read) throw new Error(read.problems.join());
  return read.body;
};
const picture = Uint8Array.from({ length: 900 }, (_, at) => at % 251);
const writeDown = () =>
  sealCaseIntoOutbox(device, tripCaseSeal, { ...problem(), tripId }, [picture, picture]);

const left = async () => ({
  records: await deviceDatabase.records.count(),
  photos: await deviceDatabase.photos.count(),
});
const clear = async () => {
  for (const table of deviceDatabase.tables) await table.clear();
};

beforeEach(async () => {
  const request = (_: string, work: () => Promise<unknown>) => work();
  vi.stubGlobal("navigator", { locks: { request } });
  await clear();
});

describe("what a crew was told, as a file for another phone of the crew", () => {
  it("carries matters and photos, sealed, and is taken in once", async () => {
    await writeDown();
    const before = {
      records: await deviceDatabase.records.toArray(),
      photos: await deviceDatabase.photos.orderBy("id").toArray(),
    };
    const file = JSON.stringify(await writeCarryFile());
    expect(file).not.toContain(canary);
    expect(await left()).toEqual({ records: 1, photos: 2 });
    await clear();
    expect(await readCarryFile(file)).toBe(1);
    expect(await readCarryFile(file)).toBe(0);
    const bare = ({ seq: _, ...record }: (typeof before.records)[number]) => record;
    const after = await deviceDatabase.records.toArray();
    expect(after.map(bare)).toEqual(before.records.map(bare));
    expect(await deviceDatabase.photos.orderBy("id").toArray()).toEqual(before.photos);
  });

  it("is sent from there, and not taken in again once it was", async () => {
    await writeDown();
    const file = JSON.stringify(await writeCarryFile());
    await clear();
    await readCarryFile(file);
    const sealers: string[] = [];
    const send: Send = async ({ clientActionId, deviceId }) => {
      sealers.push(deviceId);
      return { clientActionId, outcome: "kept", number: "HLG-2026-0001-P" };
    };
    const put: PutPhoto = async ({ deviceId }, { total }) => {
      sealers.push(deviceId);
      return { received: total, isDone: true };
    };
    expect(await flushOutbox(send, put)).toBe("sent");
    expect(sealers).toEqual([device.deviceId, device.deviceId, device.deviceId]);
    expect(await readCarryFile(file)).toBe(0);
    expect((await left()).records).toBe(0);
  });

  it("leaves what a village wrote down where it is", async () => {
    await sealIntoOutbox(device, "cases.open", problem());
    await writeDown();
    expect((await writeCarryFile()).matters).toHaveLength(1);
    expect(await countUnsent()).toEqual({ field: 3, drafts: 0, village: 1 });
  });

  it("takes a file of before, with handovers alone, and none that is something else", async () => {
    const { records, evidence } = await writeCarryFile();
    const before = { kind: "rembuk-unsent", version: 1, records, evidence };
    expect(await readCarryFile(JSON.stringify(before))).toBe(0);
    expect(await readCarryFile(JSON.stringify({ ...before, version: 3 }))).toBeNull();
    await writeDown();
    const file = await writeCarryFile();
    const asVillage = file.matters.map((one) => ({ ...one, command: "cases.open" }));
    expect(await readCarryFile(JSON.stringify({ ...file, matters: asVillage }))).toBeNull();
  });
});

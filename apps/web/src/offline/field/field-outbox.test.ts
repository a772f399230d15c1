import "fake-indexeddb/auto";
import { createECDH } from "node:crypto";
import type { TripPackage } from "@rembuk/services/handovers/package-queries";
import type { HandoverReceipt } from "@rembuk/services/handovers/receive-on-trip";
import { TRPCClientError } from "@trpc/client";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { isStorageFull } from "../storage-full";
import { lock } from "../vault";
import { readCarryFile, writeCarryFile } from "./carry-file";
import {
  type FieldDevice,
  fieldDatabase,
  keepFieldFact,
  readFieldFact,
  wipeTrip,
} from "./field-database";
import { captureHandover, type FieldSend, flushField, tryFieldAgain } from "./field-outbox";
import { byLine, openLabels } from "./field-standing";
import { emptyEntry, readHandover } from "./handover-entry";
import { closeVault, hashNik, type OpenTrip, openVault, wipeExpired } from "./vault";

const server = createECDH("prime256v1");
server.generateKeys();
const device: FieldDevice = {
  deviceId: "0199f2c4-0000-7000-8000-000000000001",
  label: "HLG-03",
  publicKey: server.getPublicKey("base64"),
};
const id = (n: number) => `0199f2c4-0000-7000-8000-00000000010${n}`;
const canary = { name: "Kenari Rahasia", nik: "9999011401900077" };
const day = 86_400_000;

const packed = (now: number): TripPackage => ({
  ...{ tripId: id(0), purpose: "Antar beras", zone: "WITA" },
  ...{ startsOn: "2026-11-26", endsOn: "2026-11-27" },
  ...{ takenAt: new Date(now), expiresAt: new Date(now + 7 * day) },
  nikKey: Buffer.alloc(32, 7).toString("base64"),
  stops: [
    { id: id(1), villageCode: "63.11.02.2001", villageName: "Liyu", place: null, meetsAt: null },
  ],
  ...{ categories: [], openCases: null },
  goods: [{ id: id(2), name: "Beras", unit: "karung", loaded: 10 }],
  lines: [
    {
      ...{ id: id(3), stopId: id(1), goodsId: id(2), name: canary.name, quantity: 1 },
      ...{
        maskedNik: "9999••••••••0077",
        provisionalCode: null,
        nikHash: "x",
        programName: "BPNT",
      },
    },
  ],
});

let open: OpenTrip;
const cut = (): Error => new TRPCClientError("Failed to fetch");
const refused = (code: string, httpStatus: number): Error =>
  Object.assign(new TRPCClientError(code), { data: { httpStatus, told: { code, details: {} } } });

/** A server that keeps what it is given, as the real one does. */
const makeServer = () => {
  const kept = new Set<string>();
  const photos = new Map<string, number>();
  const send: FieldSend = {
    push: async ({ records }) => ({
      isRevoked: false,
      receipts: records.map(({ clientActionId }): HandoverReceipt => {
        const answer = kept.has(clientActionId) ? "already" : "kept";
        kept.add(clientActionId);
        return { clientActionId, answer, because: null, code: null };
      }),
    }),
    putEvidence: async ({ evidenceId, offset, part, total }) => {
      const there = photos.get(evidenceId) ?? 0;
      const received = offset === there ? there + Buffer.from(part, "base64").length : there;
      photos.set(evidenceId, received);
      return { received, isDone: received === total };
    },
  };
  return { kept, photos, send };
};

const capture = (photo: number | null = null) => {
  const { trip, key } = open;
  const line = trip.lines[0] ?? null;
  const entry = {
    ...emptyEntry(trip, line, id(1)),
    ...{ nik: canary.nik, witnessName: canary.name, note: canary.name },
    signature: photo === null ? "iVBO" : null,
    photo: photo === null ? null : Buffer.alloc(photo, 5).toString("base64"),
  };
  const read = readHandover(entry, { trip, line, correctsId: null, nikMatches: true });
  if ("problems" in read) throw new Error(read.problems.join());
  return captureHandover(device, key, read.captured);
};
const left = async () => ({
  records: await fieldDatabase.records.count(),
  photos: await fieldDatabase.evidence.count(),
});

beforeEach(async () => {
  // Node 20 has no locks; one queue does here what the browser does across tabs.
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, work: () => Promise<unknown>) => {
    last = last.then(work, work);
    return last;
  };
  vi.stubGlobal("navigator", { locks: { request } });
  for (const table of fieldDatabase.tables) await table.clear();
  await keepFieldFact("device", device);
  open = await closeVault("123456", packed(Date.now()));
});

describe("a trip on a phone", () => {
  it("opens with its PIN alone, and is gone after ten wrong ones", async () => {
    expect(await openVault("123456")).toMatchObject({ content: { purpose: "Antar beras" } });
    for (let time = 0; time < 9; time += 1) expect(await openVault("654321")).toBe("wrong");
    expect(await openVault("654321")).toBe("gone");
    expect(await openVault("123456")).toBe("gone");
  }, 60_000);

  it("is wiped when its time is over, also by a clock that was set back; what was never sent stays", async () => {
    await capture(900);
    vi.useFakeTimers({ now: Date.now() + 6 * day, toFake: ["Date"] });
    expect(await wipeExpired()).toBe(false);
    vi.setSystemTime(Date.now() + 4 * day);
    expect(await wipeExpired()).toBe(true);
    vi.setSystemTime(Date.now() - 9 * day);
    expect(await openVault("123456")).toBe("gone");
    vi.useRealTimers();
    expect(await left()).toEqual({ records: 1, photos: 1 });
    const { kept, send } = makeServer();
    expect(await flushField(device, send)).toBe("sent");
    expect([kept.size, await left()]).toEqual([1, { records: 0, photos: 0 }]);
  });

  it("compares a NIK without holding it", async () => {
    expect(await hashNik(open.trip, canary.nik)).toMatch(/^[\w+/]{43}=$/);
    expect(await hashNik(open.trip, canary.nik)).not.toBe(await hashNik(open.trip, "1".repeat(16)));
  });

  it("leaves no readable word on the disk: trip, draft, record, photo", async () => {
    await capture(900);
    const content = await lock(open.key, { name: canary.name, nik: canary.nik });
    await fieldDatabase.drafts.put({ lineId: id(3), content });
    const parts: string[] = [];
    const walk = (value: unknown): void => {
      if (value instanceof ArrayBuffer) parts.push(Buffer.from(value).toString("latin1"));
      else if (ArrayBuffer.isView(value))
        parts.push(Buffer.from(value.buffer as ArrayBuffer).toString("latin1"));
      else if (Array.isArray(value)) value.forEach(walk);
      else if (value && typeof value === "object") Object.values(value).forEach(walk);
      else parts.push(String(value));
    };
    for (const table of fieldDatabase.tables) walk(await table.toArray());
    const everything = parts.join("\n") + parts.map((part) => atobSafe(part)).join("\n");
    expect(everything.length).toBeGreaterThan(2000);
    for (const word of [canary.name, canary.nik, "Antar beras", "Liyu"])
      expect(everything).not.toContain(word);
  });
});

const atobSafe = (text: string): string => {
  try {
    return atob(text);
  } catch {
    return "";
  }
};

/** A phone without room: what is written from now on is refused, as browsers do. */
const fill = (): (() => void) => {
  const add = vi.spyOn(IDBObjectStore.prototype, "add");
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  for (const write of [add, put])
    write.mockImplementation(() => {
      throw new DOMException("no room", "QuotaExceededError");
    });
  return () => {
    add.mockRestore();
    put.mockRestore();
  };
};
const failureOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );

describe("a phone that is full", () => {
  it("says so, keeps neither half a handover nor its photo, and loses nothing that was there", async () => {
    await capture(900);
    const makeRoom = fill();
    const failure = await failureOf(capture(900));
    makeRoom();
    expect(isStorageFull(failure)).toBe(true);
    expect(await left()).toEqual({ records: 1, photos: 1 });
    await capture(900);
    expect(await left()).toEqual({ records: 2, photos: 2 });
    expect(isStorageFull(cut())).toBe(false);
  });

  it("keeps the trip that it had when another one does not fit", async () => {
    const makeRoom = fill();
    const failure = await failureOf(closeVault("111111", packed(Date.now())));
    makeRoom();
    expect(isStorageFull(failure)).toBe(true);
    expect(await openVault("123456")).toMatchObject({ content: { purpose: "Antar beras" } });
  });

  it("takes nothing of another phone's file, or all of it", async () => {
    await capture(900);
    const file = JSON.stringify(await writeCarryFile());
    await fieldDatabase.records.clear();
    await fieldDatabase.evidence.clear();
    const makeRoom = fill();
    const failure = await failureOf(readCarryFile(file));
    makeRoom();
    expect(isStorageFull(failure)).toBe(true);
    expect(await left()).toEqual({ records: 0, photos: 0 });
    expect(await readCarryFile(file)).toBe(1);
  });
});

describe("the outbox of a trip", () => {
  it("sends records in order, then their photos, and shows each under the PIN", async () => {
    const ids = [await capture(150_000), await capture()];
    const { kept, photos, send } = makeServer();
    expect(await flushField(device, send)).toBe("sent");
    expect([...kept]).toEqual(ids);
    expect([...photos.values()].every((size) => size > 0)).toBe(true);
    expect(await left()).toEqual({ records: 0, photos: 0 });
    const own = await openLabels(open.key, [], await fieldDatabase.sent.toArray());
    expect(own.map(({ label }) => label.name)).toEqual([canary.name, canary.name]);
    expect(byLine(own).get(id(3))?.label.outcome).toBe("delivered");
  });

  it("cut 500 times, before, after and in the middle of a photo, ends with each thing once", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) ids.push(await capture(140_000 + n));
    const real = makeServer();
    let cuts = 0;
    let chance = 3;
    const throughCuts = async <Answer>(call: () => Promise<Answer>): Promise<Answer> => {
      chance = (chance * 1_103_515_245 + 12_345) % 2_147_483_648;
      const where = cuts < 500 ? chance % 12 : 11;
      if (where < 11) cuts += 1;
      if (where < 6) throw cut();
      const answer = await call();
      if (where < 11) throw cut();
      return answer;
    };
    const send: FieldSend = {
      push: (command) => throughCuts(() => real.send.push(command)),
      putEvidence: (command) => throughCuts(() => real.send.putEvidence(command)),
    };
    let end = "";
    for (let time = 0; time < 2000 && end !== "sent"; time += 1)
      end = await flushField(device, send);
    expect([end, cuts]).toEqual(["sent", 500]);
    expect([...real.kept].sort()).toEqual([...ids].sort());
    expect(real.photos.size).toBe(6);
    expect(await left()).toEqual({ records: 0, photos: 0 });
  }, 60_000);

  it.each([
    ["offline", cut()],
    ["signed-out", refused("UNAUTHENTICATED", 401)],
    ["other-account", refused("DEVICE_NOT_FOUND", 404)],
    ["busy", refused("BUSY", 503)],
  ] as const)("keeps everything when it ends with %s", async (end, error) => {
    await capture(900);
    const push = vi.fn().mockRejectedValue(error);
    expect(await flushField(device, { ...makeServer().send, push })).toBe(end);
    expect(await left()).toEqual({ records: 1, photos: 1 });
    expect((await fieldDatabase.records.toArray())[0]?.state).toBe("waiting");
  });

  it("sets one refused record aside with its reason, with its photo, and tries it again when told", async () => {
    const [bad, good] = [await capture(900), await capture(901)];
    const real = makeServer();
    const push: FieldSend["push"] = async (command) => {
      const { receipts } = await real.send.push(command);
      return {
        isRevoked: false,
        receipts: receipts.map((one) =>
          one.clientActionId === bad ? { ...one, answer: "refused", code: "FORBIDDEN" } : one,
        ),
      };
    };
    await flushField(device, { ...real.send, push });
    expect(await left()).toEqual({ records: 1, photos: 1 });
    expect((await fieldDatabase.records.toArray())[0]).toMatchObject({
      ...{ clientActionId: bad, state: "review", reason: "FORBIDDEN" },
    });
    expect((await fieldDatabase.sent.toArray())[0]?.clientActionId).toBe(good);
    await tryFieldAgain();
    expect(await flushField(device, real.send)).toBe("sent");
    expect(await left()).toEqual({ records: 0, photos: 0 });
  });

  it("of a revoked phone hands everything over and forgets the trip", async () => {
    await capture(900);
    const { send } = makeServer();
    const push: FieldSend["push"] = async ({ records }) => ({
      isRevoked: true,
      receipts: records.map(({ clientActionId }) => ({
        ...{ clientActionId, answer: "quarantined" as const, because: null, code: null },
      })),
    });
    // All of it or nothing: what was handed over is not forgotten without a word of the revocation.
    const put = fieldDatabase.facts.put.bind(fieldDatabase.facts);
    const cutOff = vi.spyOn(fieldDatabase.facts, "put").mockImplementation((fact) => {
      if (fact.key === "revoked") throw new Error("the page was left");
      return put(fact);
    });
    await flushField(device, { ...send, push });
    expect((await left()).records).toBe(1);
    expect(await openVault("123456")).not.toBe("gone");
    cutOff.mockRestore();
    await flushField(device, { ...send, push });
    expect(await left()).toEqual({ records: 0, photos: 0 });
    expect(await openVault("123456")).toBe("gone");
    expect(await readFieldFact("revoked")).not.toBeNull();
  });

  it("goes by file to another phone, once, and stays here until it is sent", async () => {
    await capture(900);
    const file = JSON.stringify(await writeCarryFile());
    expect(file).not.toContain(canary.name);
    expect(await left()).toEqual({ records: 1, photos: 1 });
    await wipeTrip();
    for (const table of [fieldDatabase.records, fieldDatabase.evidence]) await table.clear();
    expect(await readCarryFile(file)).toBe(1);
    expect(await readCarryFile(file)).toBe(0);
    expect(await readCarryFile("{}")).toBeNull();
    const { kept, send } = makeServer();
    expect(await flushField(device, send)).toBe("sent");
    expect(kept.size).toBe(1);
    expect(await readCarryFile(file)).toBe(0);
  });
});

import "fake-indexeddb/auto";
import { createDecipheriv, createECDH, hkdfSync } from "node:crypto";
import { sealedLayout, sealedPlace } from "@rembuk/domain/staff/sealing";
import type { Replayed } from "@rembuk/services/cases/replay-sealed-case";
import { TRPCClientError } from "@trpc/client";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { type DeviceProfile, deviceDatabase, keepFact, readFact } from "./device-database";
import {
  flushOutbox as flushAll,
  type Send,
  sealCaseIntoOutbox,
  sealIntoOutbox,
  tryAgain,
} from "./outbox";
import { type PutPhoto, tryPhotoAgain } from "./photo-outbox";
import { emptyProblem, readProblem } from "./problem-entry";

const server = createECDH("prime256v1");
server.generateKeys();

const device: DeviceProfile = {
  deviceId: "0199f2c4-0000-7000-8000-000000000001",
  label: "Ponsel Sekdes",
  villageCode: "63.11.07.2015",
  villageName: "Lingsir",
  zone: "WITA",
  publicKey: server.getPublicKey("base64"),
};

const problem = (title: string) => {
  const entry = {
    ...emptyProblem(device.villageCode),
    categoryCode: "VIL-FAC",
    title,
    story: "Retak",
    reporter: "R",
  };
  const read = readProblem(entry);
  if ("problems" in read) throw new Error(read.problems.join());
  return read.body;
};
const capture = (title: string) => sealIntoOutbox(device, "cases.open", problem(title));

/** A refusal as the transport tells it. */
const refused = (code: string, httpStatus: number): Error =>
  Object.assign(new TRPCClientError(code), { data: { httpStatus, told: { code, details: {} } } });
const cut = (): Error => new TRPCClientError("Failed to fetch");

/** A server that takes no photos. */
const noPhotos: PutPhoto = () => Promise.reject(new Error("no photo was meant"));
const flushOutbox = (send: Send, put = noPhotos) => flushAll(send, put);

const waiting = () => deviceDatabase.records.orderBy("seq").toArray();
const kept = (clientActionId: string): Replayed => {
  return { clientActionId, outcome: "kept", number: `PRS/2026/${clientActionId.slice(0, 4)}` };
};

beforeEach(async () => {
  // Node 20 has no locks; one queue does here what the browser does across tabs.
  let last: Promise<unknown> = Promise.resolve();
  const request = (_: string, work: () => Promise<unknown>) => {
    last = last.then(work, work);
    return last;
  };
  vi.stubGlobal("navigator", { locks: { request } });
  for (const table of deviceDatabase.tables) await table.clear();
  await keepFact("device", device);
  await keepFact("categories", []);
});

describe("a saved record", () => {
  it("can be opened with the server's key and for its place alone", async () => {
    await capture("Talud retak");
    const [record] = await waiting();
    if (!record) throw new Error("nothing was stored");
    const bytes = Buffer.from(record.sealed, "base64");
    const { publicKey, nonce, info } = sealedLayout;
    const ephemeral = bytes.subarray(0, publicKey);
    const key = hkdfSync("sha256", server.computeSecret(ephemeral), ephemeral, info, 32);
    const iv = bytes.subarray(publicKey, publicKey + nonce);
    const opening = createDecipheriv("aes-256-gcm", Buffer.from(key), iv);
    opening.setAAD(Buffer.from(sealedPlace(record))).setAuthTag(bytes.subarray(-16));
    const body = bytes.subarray(publicKey + nonce, -16);
    const text = Buffer.concat([opening.update(body), opening.final()]).toString("utf8");
    expect(JSON.parse(text)).toEqual(problem("Talud retak"));
  });

  it("leaves no readable word on the device", async () => {
    await capture("kenari-rahasia");
    const everything = await Promise.all(deviceDatabase.tables.map((table) => table.toArray()));
    expect(JSON.stringify(everything)).not.toContain("kenari");
    const sealed = (await waiting()).map((record) => atob(record.sealed)).join();
    expect(sealed).not.toContain("kenari");
  });
});

describe("the outbox", () => {
  it("sends in order of capture and keeps the numbers", async () => {
    for (const title of ["satu", "dua", "tiga"]) await capture(title);
    const order = (await waiting()).map(({ clientActionId }) => clientActionId);
    const seen: string[] = [];
    const end = await flushOutbox(async ({ clientActionId }) => {
      seen.push(clientActionId);
      return kept(clientActionId);
    });
    expect([end, seen, await waiting()]).toEqual(["sent", order, []]);
    const sent = await deviceDatabase.sent.orderBy("seq").toArray();
    expect(sent.map(({ clientActionId }) => clientActionId)).toEqual(order);
  });

  it("sends once when two tabs flush at the same time", async () => {
    await capture("satu");
    const send = vi.fn<Send>(async ({ clientActionId }) => kept(clientActionId));
    await Promise.all([flushOutbox(send), flushOutbox(send)]);
    expect(send).toHaveBeenCalledTimes(1);
  });

  it.each([
    ["offline", cut()],
    ["signed-out", refused("UNAUTHENTICATED", 401)],
    ["other-account", refused("DEVICE_NOT_FOUND", 404)],
    ["busy", refused("BUSY", 503)],
    ["busy", refused("RATE_LIMITED", 429)],
  ] as const)("keeps everything and stops when it ends with %s", async (end, error) => {
    await capture("satu");
    await capture("dua");
    const send = vi.fn<Send>().mockRejectedValue(error);
    expect(await flushOutbox(send)).toBe(end);
    expect(send).toHaveBeenCalledTimes(1);
    expect((await waiting()).map(({ state }) => state)).toEqual(["waiting", "waiting"]);
  });

  it("sets a refused record aside with the reason, sends the others, tries it again when told", async () => {
    await capture("satu");
    await capture("dua");
    const [first] = await waiting();
    const send: Send = async ({ clientActionId }) => {
      if (clientActionId === first?.clientActionId) throw refused("SEAL_BROKEN", 400);
      return kept(clientActionId);
    };
    expect(await flushOutbox(send)).toBe("sent");
    expect(await waiting()).toMatchObject([{ state: "review", reason: "SEAL_BROKEN" }]);
    await tryAgain(first?.seq ?? 0);
    expect(await flushOutbox(async (one) => kept(one.clientActionId))).toBe("sent");
    expect(await waiting()).toEqual([]);
  });

  it("takes up what a tab left behind that died while it sent", async () => {
    await capture("satu");
    const [record] = await waiting();
    await deviceDatabase.records.update(record?.seq ?? 0, { state: "sending" });
    expect(await flushOutbox(async (one) => kept(one.clientActionId))).toBe("sent");
    expect(await waiting()).toEqual([]);
  });

  it("hands everything over when the phone was revoked, then forgets what it had downloaded", async () => {
    await capture("satu");
    await capture("dua");
    const end = await flushOutbox(async ({ clientActionId }) => {
      return { clientActionId, outcome: "quarantined", number: null };
    });
    expect([end, await waiting()]).toEqual(["sent", []]);
    expect([await readFact("device"), await readFact("categories")]).toEqual([null, null]);
    expect(await readFact("revoked")).toMatchObject({ handedOver: 2 });
  });

  it("loses and doubles nothing in 500 sendings that are cut before or after the server wrote", async () => {
    const titles = Array.from({ length: 12 }, (_, at) => `catatan ${at}`);
    const taken = new Map<string, number>();
    let [calls, seed] = [0, 20261121];
    const chance = () => {
      seed = (Math.imul(seed, 1103515245) + 12345) & 0x7fffffff;
      return seed / 0x7fffffff;
    };
    const send: Send = async ({ clientActionId }) => {
      calls += 1;
      const isLast = calls > 500;
      if (!isLast && chance() < 0.45) throw cut();
      taken.set(clientActionId, (taken.get(clientActionId) ?? 0) + 1);
      if (!isLast && chance() < 0.97) throw cut();
      return kept(clientActionId);
    };
    for (const title of titles) await capture(title);
    const captured = (await waiting()).map(({ clientActionId }) => clientActionId);
    while ((await flushOutbox(send)) !== "sent") {
      // Again, as the page does when the network is back.
    }
    const numbers = await deviceDatabase.sent.toArray();
    expect(calls).toBeGreaterThan(500);
    expect([...taken.keys()].sort()).toEqual([...captured].sort());
    // A record arrives several times with the same id, and goes from the phone once.
    expect(Math.max(...taken.values())).toBeGreaterThan(1);
    expect(await waiting()).toEqual([]);
    expect(new Set(numbers.map((one) => one.clientActionId)).size).toBe(numbers.length);
  }, 120_000);
});

describe("photos of a new case", () => {
  const canary = "cucak-rahasia";
  const picture = (bytes: number): Uint8Array<ArrayBuffer> => {
    const made = new Uint8Array(bytes).fill(7);
    made.set(new TextEncoder().encode(canary), 100);
    return made;
  };
  const captureWith = (...sizes: number[]) =>
    sealCaseIntoOutbox(device, "cases.open", problem("Talud"), sizes.map(picture));
  const photos = () => deviceDatabase.photos.toArray();
  const sendCase: Send = async ({ clientActionId }) => kept(clientActionId);

  /** Takes parts in order and adds nothing twice, as the real one does. */
  const photoServer = () => {
    const there = new Map<string, Buffer>();
    const put: PutPhoto = async (_, { photoId, offset, part, total }) => {
      const before = there.get(photoId) ?? Buffer.alloc(0);
      const now =
        offset === before.length ? Buffer.concat([before, Buffer.from(part, "base64")]) : before;
      there.set(photoId, now);
      return { received: now.length, isDone: now.length === total };
    };
    return { there, put };
  };

  it("lie sealed on the phone: no byte of them can be read there", async () => {
    await captureWith(5_000, 70_000);
    const kept = await photos();
    expect(kept.map(({ place }) => place).sort()).toEqual([1, 2]);
    for (const table of deviceDatabase.tables) {
      for (const row of await table.toArray()) {
        for (const value of Object.values(row as object)) {
          const bytes = ArrayBuffer.isView(value)
            ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
            : Buffer.from(JSON.stringify(value) ?? "");
          expect(bytes.includes(canary)).toBe(false);
        }
      }
    }
    const [record] = await waiting();
    expect(new Set(kept.map(({ recordId }) => recordId))).toEqual(
      new Set([record?.clientActionId]),
    );
  });

  it("are kept with their record, or none of it is", async () => {
    await captureWith(5_000);
    const [first] = await photos();
    if (!first) throw new Error("nothing was stored");
    // The phone gives out an id again: the second photo cannot be stored, so neither is its record.
    const again = vi
      .spyOn(crypto, "randomUUID")
      .mockReturnValue(first.id as `${string}-${string}-${string}-${string}-${string}`);
    await expect(captureWith(5_000)).rejects.toThrow();
    again.mockRestore();
    expect([(await waiting()).length, (await photos()).length]).toEqual([1, 1]);
  });

  it("follow their record, and go on where the line was cut", async () => {
    await captureWith(70_000);
    const { there, put } = photoServer();
    let calls = 0;
    const cutTwice: PutPhoto = async (photo, part) => {
      calls += 1;
      // Before the server had the second part; then after it had the third.
      if (calls === 2) throw cut();
      const answer = await put(photo, part);
      if (calls === 4) throw cut();
      return answer;
    };
    expect(await flushOutbox(() => Promise.reject(cut()), cutTwice)).toBe("offline");
    expect(calls).toBe(0);
    expect(await flushOutbox(sendCase, cutTwice)).toBe("offline");
    expect(await photos()).toMatchObject([{ sent: 32 * 1024, reason: null }]);
    expect(await flushOutbox(sendCase, cutTwice)).toBe("offline");
    const [left] = await photos();
    expect(await flushOutbox(sendCase, cutTwice)).toBe("sent");
    expect(await photos()).toEqual([]);
    expect(
      [...there.values()].map((bytes) => bytes.equals(left?.sealed ?? Buffer.alloc(0))),
    ).toEqual([true]);
    expect(await deviceDatabase.sent.count()).toBe(1);
  });

  it("wait with a refused record, and a refused one is named while the others go", async () => {
    await captureWith(5_000, 6_000);
    const { there, put } = photoServer();
    const refuse: Send = () => Promise.reject(refused("CATEGORY_OFF", 400));
    expect(await flushOutbox(refuse, put)).toBe("sent");
    expect([there.size, (await photos()).length]).toEqual([0, 2]);
    await tryAgain((await waiting())[0]?.seq ?? 0);
    const second: PutPhoto = (photo, part) =>
      photo.place === 1 ? Promise.reject(refused("PHOTO_REFUSED", 400)) : put(photo, part);
    expect(await flushOutbox(sendCase, second)).toBe("sent");
    const [left] = await photos();
    expect([there.size, left?.place, left?.reason]).toEqual([1, 1, "PHOTO_REFUSED"]);
    await tryPhotoAgain(left?.id ?? "");
    expect(await flushOutbox(sendCase, put)).toBe("sent");
    expect([there.size, await photos()]).toEqual([2, []]);
  });

  it("of a revoked phone are handed over after their record", async () => {
    await captureWith(5_000);
    const { there, put } = photoServer();
    const revoke: Send = async ({ clientActionId }) => ({
      ...{ clientActionId, outcome: "quarantined", number: null },
    });
    expect(await flushOutbox(revoke, put)).toBe("sent");
    expect([there.size, await photos(), await readFact("device")]).toEqual([1, [], null]);
  });
});

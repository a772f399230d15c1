import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { chmod, mkdir, readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type S3StandIn, startS3StandIn } from "../../testing/s3-stand-in";
import { diskFileStore } from "./disk-driver";
import { type FileStore, FileStoreError } from "./file-store";
import { s3FileStore, s3Objects } from "./s3-driver";

let s3: S3StandIn;
let directory: string;
const stores: Record<string, FileStore> = {};
beforeAll(async () => {
  s3 = await startS3StandIn();
  directory = mkdtempSync(join(tmpdir(), "rembuk-store-"));
  stores.disk = diskFileStore(directory);
  stores.s3 = s3FileStore(s3.settings);
  stores.away = s3FileStore({ ...s3.settings, endpoint: "http://127.0.0.1:1" });
});
afterAll(async () => {
  await s3.close();
  rmSync(directory, { recursive: true, force: true });
});

const storeOf = (name: string): FileStore => {
  const store = stores[name];
  if (!store) throw new Error("no such store");
  return store;
};
const key = () => `${randomBytes(18).toString("base64url")}/original`;

describe.each(["disk", "s3"])("the %s driver", (name) => {
  it("gives back what was put, the latest of it, and nothing once it is removed", async () => {
    const store = storeOf(name);
    const at = key();
    expect(await store.get(at)).toBeNull();
    const bytes = randomBytes(300_000);
    await store.put(at, Buffer.from("dulu"));
    await store.put(at, bytes);
    expect(Buffer.from((await store.get(at)) ?? []).equals(bytes)).toBe(true);
    await store.remove(at);
    await store.remove(at);
    expect(await store.get(at)).toBeNull();
  });

  it.each(["../../etc/passwd", "short/original", "a".repeat(24), `${"a".repeat(24)}/..`, ""])(
    "takes no key like %j",
    async (bad) => {
      await expect(storeOf(name).put(bad, Buffer.from("x"))).rejects.toThrow();
      await expect(storeOf(name).get(bad)).rejects.toThrow();
    },
  );
});

describe("what lies in S3", () => {
  it("is listed page by page, ours alone, and opened as a stream", async () => {
    const keys = Array.from({ length: 7 }, key).sort();
    const store = storeOf("s3");
    for (const [at, one] of keys.entries()) await store.put(one, randomBytes(1_000 + at));
    s3.objects.set("somebody-else.txt", Buffer.from("x"));
    const objects = s3Objects(s3.settings);
    const listed: string[] = [];
    for await (const one of objects.list()) {
      listed.push(one.key);
      expect(one.bytes).toBe(1_000 + keys.indexOf(one.key));
    }
    expect(listed.sort()).toEqual(keys);
    const [first = ""] = keys;
    const parts: Buffer[] = [];
    for await (const part of (await objects.open(first)) ?? []) parts.push(part as Buffer);
    expect(Buffer.concat(parts).equals(s3.objects.get(first) ?? Buffer.alloc(0))).toBe(true);
    for (const one of keys) await store.remove(one);
    s3.objects.clear();
    expect(await objects.open(first)).toBeNull();
  });

  it("says so when it is away", async () => {
    const away = s3Objects({ ...s3.settings, endpoint: "http://127.0.0.1:1" });
    await expect(away.list()[Symbol.asyncIterator]().next()).rejects.toThrow(FileStoreError);
    await expect(away.open(key())).rejects.toThrow(FileStoreError);
  });
});

describe("a store that cannot", () => {
  it("says so: S3 away", async () => {
    await expect(storeOf("away").put(key(), Buffer.from("x"))).rejects.toThrow(FileStoreError);
    await expect(storeOf("away").get(key())).rejects.toThrow(FileStoreError);
  });

  it("says so: no room for a directory, and leaves no half file", async () => {
    const at = key();
    // Where a directory should be made stands a file.
    const blocked = diskFileStore(join(directory, "blocked"));
    await diskFileStore(directory).put(`blocked${"x".repeat(16)}/original`, Buffer.from("x"));
    await mkdir(join(directory, "blocked"), { recursive: true });
    await chmod(join(directory, "blocked"), 0o700);
    const { writeFile } = await import("node:fs/promises");
    await writeFile(join(directory, "blocked", at.slice(0, 2)), "x");
    await expect(blocked.put(at, Buffer.from("x"))).rejects.toThrow(FileStoreError);
    expect((await readdir(join(directory, "blocked"))).filter((n) => n.endsWith(".part"))).toEqual(
      [],
    );
  });

  it("S3 was asked with a signature every time", () => {
    expect(s3.unsigned).toEqual([]);
    expect(s3.objects.size).toBe(0);
  });
});

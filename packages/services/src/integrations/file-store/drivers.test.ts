import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { chmod, mkdir, readdir } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { diskFileStore } from "./disk-driver";
import { type FileStore, FileStoreError } from "./file-store";
import { s3FileStore } from "./s3-driver";

const objects = new Map<string, Buffer>();
const unsigned: string[] = [];

const bodyOf = async (request: IncomingMessage): Promise<Buffer> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
};

/** As much of S3 as the driver speaks: put, get and delete of one object, by path. */
const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const path = (request.url ?? "").split("?")[0] ?? "";
  if (!/^AWS4-HMAC-SHA256 Credential=id\//.test(request.headers.authorization ?? ""))
    unsigned.push(path);
  const found = objects.get(path);
  if (request.method === "PUT") objects.set(path, await bodyOf(request));
  if (request.method === "DELETE") objects.delete(path);
  if (request.method === "GET" && !found) {
    response.writeHead(404, { "content-type": "application/xml" });
    response.end('<?xml version="1.0"?><Error><Code>NoSuchKey</Code></Error>');
    return;
  }
  const length = request.method === "GET" ? (found?.length ?? 0) : 0;
  response.writeHead(request.method === "DELETE" ? 204 : 200, { "content-length": length });
  response.end(request.method === "GET" ? found : undefined);
};

let server: Server;
let directory: string;
const stores: Record<string, FileStore> = {};
beforeAll(async () => {
  server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  directory = mkdtempSync(join(tmpdir(), "rembuk-store-"));
  const keys = { accessKeyId: "id", secretAccessKey: "rahasia" };
  stores.disk = diskFileStore(directory);
  stores.s3 = s3FileStore({
    ...{ endpoint: `http://127.0.0.1:${port}`, region: "us-east-1", bucket: "rembuk" },
    ...keys,
  });
  stores.away = s3FileStore({
    ...{ endpoint: "http://127.0.0.1:1", region: "us-east-1", bucket: "rembuk" },
    ...keys,
  });
});
afterAll(() => {
  server.close();
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
    expect(unsigned).toEqual([]);
    expect(objects.size).toBe(0);
  });
});

import { createHash, randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type S3StandIn, startS3StandIn } from "@rembuk/services/testing/s3-stand-in";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Archive } from "./archive";
import { attachmentsFrom } from "./attachment-places";
import { copyFiles, requireRoom, restoreFiles } from "./attachments";
import type { FileCopy, Manifest } from "./manifest";

const key = (letter: string) => `${letter.repeat(22)}/original`;
const pathOf = (one: string) => `store/${one.slice(0, 2)}/${one}`;
const bytes = new Map(["a", "b", "c", "d", "e"].map((one) => [key(one), randomBytes(70_000)]));
const first = key("a");

let directory: string;
let bucket: S3StandIn;
let archive: Archive;
let files: readonly FileCopy[];
const buckets: S3StandIn[] = [];

const newBucket = async (): Promise<S3StandIn> => {
  const made = await startS3StandIn();
  buckets.push(made);
  return made;
};
const write = (path: string, content: string) => {
  mkdirSync(join(directory, path, ".."), { recursive: true });
  writeFileSync(join(directory, path), content);
};
const places = () => ({ directory: join(directory, "files"), s3: bucket.settings });

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "rembuk-attachments-"));
  bucket = await newBucket();
  for (const [one, content] of bytes) bucket.objects.set(one, content);
  bucket.objects.set("somebody-else.txt", Buffer.from("bukan milik kita"));
  write("files/uploads/arriving", "setengah");
  write("files/store/zz/left-behind", "lama");
  archive = { directory: join(directory, "first"), key: randomBytes(32) };
  files = await copyFiles(archive, places(), null);
});
afterAll(async () => {
  for (const one of buckets) await one.close();
  rmSync(directory, { recursive: true, force: true });
});

describe("attachments in S3", () => {
  it("are carried with what is on its way, each with its sum, and not what was moved away", () => {
    expect(files.map((file) => file.path)).toEqual(
      [...[...bytes.keys()].map(pathOf), "uploads/arriving"].sort(),
    );
    for (const [one, content] of bytes)
      expect(files.find((file) => file.path === pathOf(one))).toMatchObject({
        bytes: content.length,
        sha256: createHash("sha256").update(content).digest("hex"),
      });
    const sealed = readFileSync(join(archive.directory, `files/${pathOf(first)}.sealed`));
    expect(sealed.includes(bytes.get(first)?.subarray(0, 64) ?? "")).toBe(false);
    expect(bucket.unsigned).toEqual([]);
  });

  it("that did not change are linked to the backup before, and not read again", async () => {
    const asked = bucket.reads.length;
    const next = { ...archive, directory: join(directory, "second") };
    const manifest = { files } as unknown as Manifest;
    expect(await copyFiles(next, places(), { archive, manifest })).toEqual(files);
    expect(bucket.reads.slice(asked)).toEqual([]);
    const inode = (one: Archive) =>
      statSync(join(one.directory, `files/${pathOf(first)}.sealed`)).ino;
    expect(inode(next)).toBe(inode(archive));
  });

  it("come back into an empty bucket, a second try too, and never beside other files", async () => {
    const full = await newBucket();
    full.objects.set(key("x"), Buffer.from("milik kasus lain"));
    const beside = { directory: null, s3: full.settings };
    await expect(requireRoom(beside, files)).rejects.toThrow("holds other files");
    const empty = await newBucket();
    // Left by a restore that was cut off.
    empty.objects.set(first, bytes.get(first) ?? Buffer.alloc(0));
    const back = { directory: join(directory, "back"), s3: empty.settings };
    await requireRoom(back, files);
    expect(await restoreFiles(archive, files, back)).toEqual([]);
    expect([...empty.objects].sort()).toEqual([...bytes].sort());
    expect(readFileSync(join(back.directory, "uploads/arriving"), "utf8")).toBe("setengah");
    expect(existsSync(join(back.directory, "store"))).toBe(false);
  });

  it("come back onto a disk as well, and from a disk into S3: a backup is the same", async () => {
    const onDisk = { directory: join(directory, "to-disk"), s3: null };
    expect(await restoreFiles(archive, files, onDisk)).toEqual([]);
    const place = join(onDisk.directory, pathOf(first));
    expect(readFileSync(place).equals(bytes.get(first) ?? Buffer.alloc(0))).toBe(true);
    const again = { directory: join(directory, "third"), key: null };
    expect(await copyFiles(again, onDisk, null)).toEqual(files);
  });

  it("that were changed in an open backup are not put back", async () => {
    const open = { directory: join(directory, "open"), key: null };
    await copyFiles(open, places(), null);
    writeFileSync(join(open.directory, "files", pathOf(first)), "ganti");
    const empty = await newBucket();
    const wrong = await restoreFiles(open, files, { directory: null, s3: empty.settings });
    expect(wrong).toEqual([pathOf(first)]);
    expect([...empty.objects.keys()].sort()).toEqual([...bytes.keys()].slice(1).sort());
  });

  it("fail the backup when the store is away", async () => {
    const s3 = { ...bucket.settings, endpoint: "http://127.0.0.1:1" };
    const nowhere = { directory: join(directory, "away"), key: null };
    await expect(copyFiles(nowhere, { directory: null, s3 }, null)).rejects.toThrow(
      "file store: list failed",
    );
  });

  it("are left alone by a drill, which has no FILES_DIR", () => {
    const store = {
      ...{ S3_ENDPOINT: "http://s3", S3_BUCKET: "rembuk" },
      ...{ S3_ACCESS_KEY_ID: "id", S3_SECRET_ACCESS_KEY: "rahasia" },
    };
    expect(attachmentsFrom({ ...store, FILES_DIR: "" })).toEqual({ directory: null, s3: null });
    expect(attachmentsFrom({ ...store, FILES_DIR: "/data" })).toMatchObject({
      directory: "/data",
      s3: { bucket: "rembuk", region: "us-east-1" },
    });
    expect(attachmentsFrom({ FILES_DIR: "/data" }).s3).toBeNull();
  });
});

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { connect, type Database } from "@rembuk/db/client";
import { showCase } from "@rembuk/services/cases/show-case";
import { countFieldsByKey, openSample } from "@rembuk/services/rotate-field-keys";
import { openFieldKeys, parseFieldKeys } from "@rembuk/services/system-context";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { keyFile, until, type WorkerFixture, workerFixture } from "../testing/worker-fixture";
import { readKeys } from "./key-file";
import { removeKey, rotate } from "./rotate-keys";

const people = 400;

let f: WorkerFixture;
let db: Database;
let directory: string;
let file: string;
let caseId: string;
const said: string[] = [];
const say = (line: string) => void said.push(line);

beforeAll(async () => {
  f = await workerFixture();
  db = connect({ url: f.env.DATABASE_URL, poolSize: 2, name: "test" });
  directory = mkdtempSync(join(tmpdir(), "rembuk-keys-"));
  file = join(directory, "field-keys.json");
  writeFileSync(file, keyFile, { mode: 0o640 });
  caseId = await f.open("triage", {
    reporter: { name: "Siti (fiktif)", phone: "0812-0000-1111", nik: "9999014107900001" },
  });
});
afterAll(async () => {
  await db?.$disconnect();
  await f?.drop();
  rmSync(directory, { recursive: true, force: true });
});

const byKey = async () => {
  const found = new Map<string, number>();
  for (const { keyId, rows } of await countFieldsByKey(db))
    found.set(keyId, (found.get(keyId) ?? 0) + rows);
  return Object.fromEntries(found);
};

const crowd = async () => {
  for (let at = 0; at < people; at += 1)
    await f.open("village", {
      reporter: { name: `Warga ${at} (fiktif)`, phone: "0812-0000-2222" },
    });
};

const indexes = () =>
  f.pool.query<{ line: string }>(
    "SELECT concat_ws(' ', id, name_index, phone_index, nik_index) AS line FROM person ORDER BY id",
  );

const command = () =>
  spawn(
    process.execPath,
    ["--import", "tsx", "src/field-keys/rotate-keys.ts", "--batch-rows", "10"],
    {
      cwd: fileURLToPath(new URL("../..", import.meta.url)),
      env: { ...process.env, DATABASE_URL: f.env.DATABASE_URL, FIELD_KEYS_FILE: file },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );

describe("rotation of the field keys", () => {
  it("killed in the middle goes on where it was, loses nothing and changes no index", async () => {
    await crowd();
    const before = (await indexes()).rows;
    const fields = Object.values(await byKey()).reduce((sum, n) => sum + n, 0);
    const first = command();
    // kill -9 after the first batches, in whatever it does then
    for await (const text of first.stdout.setEncoding("utf8")) {
      if (String(text).includes("rows under k2")) break;
    }
    first.kill("SIGKILL");
    await once(first, "exit");
    const half = await byKey();
    expect(half.k1).toBeGreaterThan(0);
    expect(half.k2).toBeGreaterThan(0);
    const keysNow = () => parseFieldKeys(readFileSync(file, "utf8"));
    expect((await openSample({ db, keys: keysNow() }, people)).failed).toEqual([]);

    await rotate({ db, file, say });
    expect(said.join("\n")).toContain("going on where it was cut off");
    expect(await byKey()).toEqual({ k2: fields });
    expect(readKeys(file).encryption.current).toBe("k2");
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(await openSample({ db, keys: keysNow() }, people)).toMatchObject({
      opened: fields,
      failed: [],
    });
    expect((await indexes()).rows).toEqual(before);
  });

  it("is noticed by a process that began before it: it reads the file again", async () => {
    const context = f.context(f.people.triage);
    await expect(showCase(context, { caseId })).rejects.toThrow("field key k2");
    let content = keyFile;
    const keys = openFieldKeys(() => content);
    content = readFileSync(file, "utf8");
    const shown = await showCase({ ...context, keys }, { caseId });
    expect(JSON.stringify(shown)).toContain("Siti");
    expect(keys.encryption.current).toBe("k2");
  });

  it("keeps an old key as long as a field needs it, and never destroys it", async () => {
    await f.open("triage", { reporter: { name: "Terlambat (fiktif)" } });
    await expect(removeKey({ db, file, say }, "k1")).rejects.toThrow("still sealed under k1");
    await expect(removeKey({ db, file, say }, "k2")).rejects.toThrow("current key");
    await rotate({ db, file, say, batchRows: 1 });
    expect(readKeys(file).encryption.current).toBe("k2");
    await removeKey({ db, file, say }, "k1");
    expect(Object.keys(readKeys(file).encryption.keys)).toEqual(["k2"]);
    const kept = `${file}.retired-k1`;
    expect(existsSync(kept)).toBe(true);
    expect(JSON.parse(readFileSync(kept, "utf8"))).toEqual({
      id: "k1",
      key: JSON.parse(keyFile).encryption.keys.k1,
    });
    await until("rows", async () => Object.keys(await byKey()).join() === "k2");
  });
});

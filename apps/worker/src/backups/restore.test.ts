import { randomBytes } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { connect } from "@rembuk/db/client";
import { emptyDatabase, type FreshDatabase } from "@rembuk/db/testing/fresh-database";
import { sealBlocks } from "@rembuk/services/audit/seal-blocks";
import { openCase } from "@rembuk/services/cases/open-case";
import { showCase } from "@rembuk/services/cases/show-case";
import { type S3StandIn, startS3StandIn } from "@rembuk/services/testing/s3-stand-in";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  keyFile,
  until,
  village,
  type WorkerFixture,
  workerFixture,
} from "../testing/worker-fixture";
import { readBackupState } from "./backup-runs";
import { type RestoreSettings, restore } from "./restore";
import { type BackupSettings, runBackup } from "./run-backup";
import { readBackupKey } from "./sealed-stream";

let f: WorkerFixture;
let directory: string;
let settings: BackupSettings;
let caseId: string;
const targets: FreshDatabase[] = [];
const night = new Date("2026-11-22T18:30:00Z");
const photo = randomBytes(300_000);
let bucket: S3StandIn;

const urlFor = (role: string) => {
  const url = new URL(f.ownerUrl);
  url.username = role;
  return url.toString();
};

beforeAll(async () => {
  f = await workerFixture();
  directory = mkdtempSync(join(tmpdir(), "rembuk-backup-"));
  const path = (name: string) => join(directory, name);
  writeFileSync(path("keys.json"), keyFile);
  writeFileSync(path("backup-key"), randomBytes(32).toString("base64"));
  mkdirSync(path("files/63.11.02/ab"), { recursive: true });
  writeFileSync(path("files/63.11.02/ab/photo"), photo);
  bucket = await startS3StandIn();
  for (const letter of ["a", "b", "c", "d"])
    bucket.objects.set(`${letter.repeat(22)}/original`, randomBytes(70_000));
  settings = {
    databaseUrl: urlFor("rembuk_backup"),
    root: path("backups"),
    attachments: { directory: path("files"), s3: bucket.settings },
    fieldKeysFile: path("keys.json"),
    backupKeyFile: path("backup-key"),
    now: () => night,
  };
  const worker = await f.start();
  caseId = await f.open("triage", {
    title: "Titian\tlapuk \\ baris\nkedua – “kutip”",
    reporter: { name: "Siti (fiktif)", nik: "9999014107900001" },
  });
  for (const by of ["triage", "village", "otherVillage"] as const)
    await f.open(by, { villageCode: placeOf(by), reporter: { name: "Uji (fiktif)" } });
  await until("dispatched", async () => (await f.count("event_dispatch")) === 4);
  await worker.stop();
  await sealBlocks(f.context(f.people.triage));
});
afterAll(async () => {
  for (const target of targets) await target.drop();
  await bucket?.close();
  await f?.drop();
  rmSync(directory, { recursive: true, force: true });
});

const placeOf = (by: string) => (by === "otherVillage" ? "63.11.02.2001" : village);

const newTarget = async (): Promise<FreshDatabase> => {
  const target = await emptyDatabase();
  targets.push(target);
  return target;
};

const into = (target: FreshDatabase, name: string, more: Partial<RestoreSettings> = {}) => ({
  directory: join(settings.root, name),
  backupKey: readBackupKey(settings.backupKeyFile ?? ""),
  ownerUrl: target.ownerUrl,
  workerUrl: target.workerUrl,
  fieldKeys: keyFile,
  attachments: { directory: null, s3: null },
  ...more,
});

const asOwner = async <Row extends pg.QueryResultRow>(url: string, sql: string) => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<Row>(sql);
  await client.end();
  return rows;
};

const noteTo = () => {
  const lines: string[] = [];
  return { lines, tell: (line: string) => void lines.push(line) };
};

describe("a backup and its restore", () => {
  let name: string;
  it("is sealed, holds no readable word of a case, and is recorded", async () => {
    const result = await runBackup(f.pool, settings);
    name = result.name;
    expect(result).toMatchObject({ name: "rembuk-20261122T183000Z", isSealed: true, removed: [] });
    expect(result.rows).toBeGreaterThan(91_599);
    const all = readdirSync(join(settings.root, name), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
    expect(all.length).toBeGreaterThan(20);
    for (const path of all) {
      expect(path).toMatch(/\.sealed$/);
      const bytes = readFileSync(path);
      expect(bytes.includes("lapuk") || bytes.includes("case_note")).toBe(false);
      expect(statSync(path).mode & 0o077).toBe(0);
    }
    expect(await readBackupState(f.pool, night)).toMatchObject({
      problem: null,
      lastDoneAt: night,
    });
  });

  it("comes back whole into an empty database: counts, checksums, chain, keys, attachments", async () => {
    const target = await newTarget();
    const { lines, tell } = noteTo();
    const filesDirectory = join(directory, "restored-files");
    const back = await startS3StandIn();
    const attachments = { directory: filesDirectory, s3: back.settings };
    const problems = await restore(into(target, name, { attachments }), tell);
    await back.close();
    expect(problems).toEqual([]);
    expect(lines.filter((line) => line.startsWith("ok"))).toHaveLength(8);
    expect(lines.join("\n")).toMatch(/audit chain whole, [1-9]/);
    expect(lines.join("\n")).toMatch(/ [1-9]\d* sealed fields opened/);
    expect(lines.join("\n")).toContain("ok  5 attachments, each with its SHA-256");
    expect([...back.objects].sort()).toEqual([...bucket.objects].sort());
    expect(readFileSync(join(filesDirectory, "63.11.02/ab/photo")).equals(photo)).toBe(true);
    const asText = `SELECT string_agg(c::text, '|' ORDER BY id) AS text FROM "case" c`;
    // row-level security is back: the owner sees nothing, here as there
    expect(await asOwner(target.ownerUrl, asText)).toEqual([{ text: null }]);
    expect(await asOwner(target.workerUrl, asText)).toEqual(
      await asOwner(f.env.DATABASE_URL, asText),
    );
    const shape = `SELECT conrelid::regclass::text || conname || pg_get_constraintdef(oid) AS line
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace ORDER BY 1`;
    expect(await asOwner(target.ownerUrl, shape)).toEqual(await asOwner(f.ownerUrl, shape));
  });

  it("lets people work on: the next number, the next event, the old case", async () => {
    const target = targets.at(-1) as FreshDatabase;
    const db = connect({ url: target.workerUrl, poolSize: 2, name: "test" });
    const context = { ...f.context(f.people.triage), db };
    const shown = await showCase(context, { caseId });
    expect(shown).toMatchObject({ title: "Titian\tlapuk \\ baris\nkedua – “kutip”" });
    const opened = await openCase(context, {
      clientActionId: uuidv7(),
      villageCode: village,
      categoryCode: "VIL-PROG",
      title: "Sesudah pemulihan",
      description: "Kasus pertama sesudah pemulihan dari cadangan.",
      channel: "desk",
    });
    const numbers = await asOwner<{ number: string }>(
      target.workerUrl,
      `SELECT number FROM "case" ORDER BY number`,
    );
    expect(new Set(numbers.map((row) => row.number)).size).toBe(numbers.length);
    expect(opened.id).toBeTruthy();
    const running = await asOwner(
      target.workerUrl,
      "SELECT FROM backup_run WHERE outcome <> 'done'",
    );
    expect(running).toEqual([]);
    await db.$disconnect();
  });

  it("refuses a database that is not empty, the wrong key, and any changed byte", async () => {
    const used = targets.at(-1) as FreshDatabase;
    const { tell } = noteTo();
    await expect(restore(into(used, name), tell)).rejects.toThrow("not empty");
    const target = await newTarget();
    const wrong = into(target, name, { backupKey: randomBytes(32) });
    await expect(restore(wrong, tell)).rejects.toThrow("another backup key");
    await expect(restore(into(target, name, { backupKey: null }), tell)).rejects.toThrow(
      "is sealed",
    );
    const path = join(settings.root, name, "tables/case.copy.gz.sealed");
    const bytes = readFileSync(path);
    const changed = Buffer.from(bytes);
    changed[bytes.length - 40] = (changed[bytes.length - 40] ?? 0) ^ 1;
    writeFileSync(path, changed);
    await expect(restore(into(target, name), tell)).rejects.toThrow("case");
    writeFileSync(path, bytes.subarray(0, bytes.length - 1));
    await expect(restore(into(target, name), tell)).rejects.toThrow(/not empty|does not open/);
    writeFileSync(path, bytes);
    expect(await asOwner(target.workerUrl, `SELECT FROM "case"`)).toEqual([]);
  });

  it("says when the field keys are not those of the installation", async () => {
    const target = await newTarget();
    const other = JSON.parse(keyFile);
    other.encryption.keys.k1 = randomBytes(32).toString("base64");
    const { lines, tell } = noteTo();
    const problems = await restore(into(target, name, { fieldKeys: JSON.stringify(other) }), tell);
    expect(problems).toHaveLength(1);
    expect(lines.join("\n")).toMatch(/BAD \d+ of \d+ sealed fields do not open/);
  });
});

describe("a backup without a key", () => {
  const open = () => ({
    ...settings,
    root: join(directory, "open"),
    backupKeyFile: null,
    now: () => new Date(night.getTime() + 86_400_000),
  });
  it("links attachments that did not change, and copies the others", async () => {
    const first = await runBackup(f.pool, { ...open(), now: () => night });
    writeFileSync(join(directory, "files/63.11.02/ab/second"), "dua");
    const second = await runBackup(f.pool, open());
    const inode = (name: string, file: string) =>
      statSync(join(open().root, name, "files/63.11.02/ab", file)).ino;
    expect(inode(second.name, "photo")).toBe(inode(first.name, "photo"));
    expect(existsSync(join(open().root, second.name, "files/63.11.02/ab/second"))).toBe(true);
  });

  it("is checked by its sums: a changed row or a cut chain does not come back unnoticed", async () => {
    const name = "rembuk-20261123T183000Z";
    const path = join(open().root, name, "tables/domain_event.copy.gz");
    const text = gunzipSync(readFileSync(path)).toString("utf8");
    const whole = readFileSync(path);
    writeFileSync(path, gzipSync(text.replace("case.opened", "case.closed")));
    const target = await newTarget();
    const { tell } = noteTo();
    const given = into(target, name, { directory: join(open().root, name), backupKey: null });
    await expect(restore(given, tell)).rejects.toThrow("its checksum differs");
    writeFileSync(path, whole);
  });

  it("is refused to a role that sees a part of the rows, and the failure stands in its row", async () => {
    const later = new Date(night.getTime() + 2 * 86_400_000);
    const partly = { ...open(), databaseUrl: f.env.DATABASE_URL, now: () => later };
    await expect(runBackup(f.pool, partly)).rejects.toThrow("a part of the rows only");
    expect(await readBackupState(f.pool, later)).toMatchObject({ problem: "backup-failed" });
  });
});

import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { connect, connectReads, type Database, type ReadPool } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import type { Role } from "@rembuk/domain/access/roles";
import { answerRetention } from "@rembuk/services/audit/answer-retention";
import { proposeRetention } from "@rembuk/services/audit/propose-retention";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keyFile, type WorkerFixture, workerFixture } from "./testing/worker-fixture";

const office = "63.11.02";
const clone = fileURLToPath(new URL("../../..", import.meta.url));

let f: WorkerFixture;
let db: Database;
let reads: ReadPool;
let directory: string;
let ids: readonly string[];

const urlFor = (role: string) => {
  const url = new URL(f.ownerUrl);
  url.username = role;
  return url.toString();
};

const appoint = async (role: Role): Promise<Actor> => {
  const userId = uuidv7();
  const id = uuidv7();
  await f.pool.query(`INSERT INTO "user" (id, username, display_name) VALUES ($1, $2, $2)`, [
    userId,
    `uji.${role}`,
  ]);
  await f.pool.query(
    `INSERT INTO assignment (id, user_id, role, area_code, starts_on) VALUES ($1, $2, $3, $4, '2020-01-01')`,
    [id, userId, role, office],
  );
  const seat = { areaCode: office, sectorCode: null, organizationId: null, clearance: false };
  return { userId, name: role, assignments: [{ id, role, ...seat }] };
};

beforeAll(async () => {
  f = await workerFixture();
  directory = mkdtempSync(join(tmpdir(), "rembuk-retention-"));
  writeFileSync(join(directory, "keys.json"), keyFile);
  db = connect({ url: urlFor("rembuk_app"), poolSize: 2, name: "test" });
  reads = connectReads({ url: urlFor("rembuk_app"), poolSize: 1, name: "test" });
  const reporter = { name: "Siti (fiktif)", nik: "9999014107900001" };
  const open = () => f.open("triage", { title: "Kenarina", reporter });
  const [first, second, kept] = [await open(), await open(), await open()];
  ids = [first, second].sort();
  await f.pool.query(
    `UPDATE "case" SET status = 'closed', is_open = false, closed_at = '2019-06-01' WHERE id = ANY($1)`,
    [ids],
  );
  await f.pool.query(
    `UPDATE "case" SET status = 'closed', is_open = false, closed_at = now() WHERE id = $1`,
    [kept],
  );
});
afterAll(async () => {
  await Promise.allSettled([db?.$disconnect(), reads?.end()]);
  await f?.drop();
  rmSync(directory, { recursive: true, force: true });
});

/** `npm run retention -- …`, as who runs the server calls it. */
const retention = (...args: string[]) =>
  promisify(execFile)(process.execPath, ["scripts/retention.mjs", ...args], {
    cwd: clone,
    env: {
      ...process.env,
      DATABASE_URL: urlFor("rembuk_app"),
      MIGRATION_DATABASE_URL: f.ownerUrl,
      WORKER_DATABASE_URL: f.env.DATABASE_URL,
      AUTH_SECRET: f.env.AUTH_SECRET,
      FIELD_KEYS_FILE: join(directory, "keys.json"),
      REMBUK_STATE_DIR: directory,
      FILES_DIR: join(directory, "files"),
      REMBUK_DEMO: "0",
    },
  });

const titles = async () => {
  const { rows } = await f.pool.query<{ title: string }>(
    `SELECT DISTINCT title FROM "case" WHERE id = ANY($1)`,
    [ids],
  );
  return rows.map((row) => row.title);
};

it("counts without changing anything, and applies what a camat agreed to, once, with its record", async () => {
  const dry = await retention("--dry-run");
  expect(dry.stdout).toMatch(/63\.11\.02 {2}Kecamatan Halong: 2 cases have passed their period/);
  expect(await titles()).toEqual(["Kenarina"]);

  const contextOf = (actor: Actor) => ({ ...f.context(actor), db, reads });
  const admin = await appoint("subdistrict-admin");
  const { runId, counted } = await proposeRetention(contextOf(admin), {
    clientActionId: randomUUID(),
    subdistrictCode: office,
  });
  expect(counted).toBe(2);
  const camat = f.people.camat;
  await answerRetention(contextOf(camat), {
    clientActionId: randomUUID(),
    runId,
    approved: true,
  });

  expect((await retention("--apply")).stdout).toMatch(/^2 cases emptied and recorded/m);
  expect(await titles()).toEqual(["Data dihapus sesuai masa simpan"]);
  expect(await f.count(`"case" WHERE title = 'Kenarina'`)).toBe(1);
  const records = await f.pool.query(
    `SELECT run_id, subdistrict_code, is_confidential, cases, persons, files, proposed_by_id,
      approved_by_id, encode(ids_hash, 'hex') AS hash FROM destruction_record`,
  );
  expect(records.rows).toEqual([
    {
      ...{ run_id: runId, subdistrict_code: office, is_confidential: false },
      ...{ cases: 2, persons: 2, files: 0 },
      ...{ proposed_by_id: admin.userId, approved_by_id: camat.userId },
      hash: createHash("sha256").update(ids.join("\n")).digest("hex"),
    },
  ]);
}, 120_000);

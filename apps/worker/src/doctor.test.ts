import { spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { examine } from "./doctor";
import type { Env } from "./env";
import { keyFile, until, type WorkerFixture, workerFixture } from "./testing/worker-fixture";

let f: WorkerFixture;
let directory: string;
let env: Env;
beforeAll(async () => {
  f = await workerFixture();
  directory = mkdtempSync(join(tmpdir(), "rembuk-doctor-"));
  const file = join(directory, "keys.json");
  writeFileSync(file, keyFile, { mode: 0o600 });
  env = { ...f.env, FIELD_KEYS_FILE: file };
});
afterAll(async () => {
  await f?.drop();
  rmSync(directory, { recursive: true, force: true });
});

const asOwner = async (sql: string) => {
  const owner = new pg.Client({ connectionString: f.ownerUrl });
  await owner.connect();
  await owner.query(sql);
  await owner.end();
};

describe("the doctor", () => {
  it("finds an installation in order, and counts what is there", async () => {
    const worker = await f.start();
    await f.open("triage", { reporter: { name: "Siti (fiktif)" } });
    await until(
      "sealed",
      async () =>
        (await f.count("event_dispatch")) === 1 &&
        (await f.count("event_job WHERE done_at IS NULL")) === 0,
    );
    await worker.stop();
    const report = await examine(env);
    expect(report).toMatchObject({
      ok: true,
      problems: [],
      queue: { backend: env.REDIS_URL ? "redis" : "postgres", reachable: true },
      migrationsPending: [],
      counts: {
        areas: { provinces: 38, regencies: 514, subdistricts: 7285, villages: 83762 },
        cases: { received: 1 },
        undispatchedEvents: 0,
        deadLetters: 0,
      },
      fieldKeys: { state: "ok", sampled: 1 },
      files: { driver: "disk", state: "ok", sampled: 0, missing: 0 },
      audit: { ok: true },
    });
  });

  it("says that keys do not open what is stored, or cannot be read", async () => {
    const other = join(directory, "other.json");
    const key = () => randomBytes(32).toString("base64");
    writeFileSync(
      other,
      JSON.stringify({
        encryption: { current: "k1", keys: { k1: key() } },
        blindIndex: key(),
        links: key(),
      }),
    );
    expect((await examine({ ...env, FIELD_KEYS_FILE: other })).problems).toEqual([
      "field keys: does not open the stored data",
    ]);
    expect((await examine({ ...env, FIELD_KEYS_FILE: join(directory, "none") })).problems).toEqual([
      "field keys: unreadable (Error:ENOENT)",
    ]);
  });

  it("says that the file store cannot be written, or lost what the database names", async () => {
    const blocked = join(directory, "a-file");
    writeFileSync(blocked, "no directory");
    expect((await examine({ ...env, FILES_DIR: blocked })).problems).toEqual([
      expect.stringContaining("the file store (disk) cannot be written"),
    ]);
    const insert = `INSERT INTO attachment (id, case_id, subdistrict_code, audience, name, size, sha256,
        status, store_key, added_by_id, added_at)
      SELECT gen_random_uuid(), id, subdistrict_code, 'internal', 'lost.pdf', 1, 'x', 'ready',
        'lost-file-of-the-doctor', created_by_id, now() FROM "case" LIMIT 1`;
    await f.pool.query(insert);
    const report = await examine(env);
    expect(report.files).toMatchObject({ sampled: 1, missing: 1 });
    expect(report.problems).toEqual(["1 of the 1 newest files are not in the file store"]);
    await f.pool.query("UPDATE attachment SET wiped_at = now()");
  });

  it("ends with an error on dead letters, waiting events, a broken chain and a missing migration", async () => {
    await f.pool.query(
      `INSERT INTO dead_letter (id, job, job_id, payload, error, attempts) VALUES (gen_random_uuid(), 'notify-desk', 'x', '{}', 'Error', 8)`,
    );
    await f.pool.query(
      `INSERT INTO domain_event (id, type, subject, actor_id, payload, occurred_at)
       VALUES ('01900000-0000-7000-8000-000000000000', 'case.closed', 'case/x', gen_random_uuid(), '{}', now())`,
    );
    await f.pool.query("UPDATE event_dispatch SET block = 77");
    await asOwner(`DELETE FROM "_prisma_migrations" WHERE migration_name LIKE '%worker'`);
    const { problems } = await examine(env);
    expect(problems).toHaveLength(4);
    expect(problems.join(" ")).toMatch(
      /migrations pending: .*worker.*audit chain broken.*1 events wait.*1 dead letters/,
    );
    const run = spawnSync(process.execPath, ["--import", "tsx", "src/doctor.ts", "--json"], {
      cwd: fileURLToPath(new URL("..", import.meta.url)),
      env: {
        ...process.env,
        ...Object.fromEntries(Object.entries(env).map(([n, v]) => [n, String(v)])),
      },
      encoding: "utf8",
    });
    expect(run.status).toBe(1);
    expect(JSON.parse(run.stdout)).toMatchObject({ ok: false });
  });
});

import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sealBlocks } from "@rembuk/services/audit/seal-blocks";
import type { MailOutcome, OutgoingMail } from "@rembuk/services/notifications/send-mail";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { writeHead } from "../audit-heads";
import { examine } from "../doctor";
import { keyFile, until, type WorkerFixture, workerFixture } from "../testing/worker-fixture";
import { watchBackups } from "./watch-backups";

const now = new Date();
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000);

let f: WorkerFixture;
let directory: string;
let outcome: MailOutcome;
const mails: OutgoingMail[] = [];

beforeAll(async () => {
  f = await workerFixture();
  directory = mkdtempSync(join(tmpdir(), "rembuk-watch-"));
  writeFileSync(join(directory, "keys.json"), keyFile);
  await f.pool.query(
    `UPDATE assignment SET role = 'administrator', area_code = '' WHERE user_id = $1`,
    [f.people.triage.userId],
  );
  await f.pool.query(`UPDATE "user" SET created_at = $1`, [hoursAgo(72)]);
});
afterAll(async () => {
  await f?.drop();
  rmSync(directory, { recursive: true, force: true });
});
beforeEach(() => {
  mails.length = 0;
  outcome = "sent";
});

const watch = (at = now) =>
  watchBackups({
    pool: f.pool,
    now: () => at,
    publicUrl: "https://rembuk.contoh.go.id",
    send: async (mail) => {
      mails.push(mail);
      return outcome;
    },
  });
const note = (result: "done" | "failed" | "running", hours: number) =>
  f.pool.query(
    `INSERT INTO backup_run (id, started_at, outcome, error) VALUES (gen_random_uuid(), $1, $2, 'Error:ENOSPC')`,
    [hoursAgo(hours), result],
  );

const inProduction = () => ({
  ...f.env,
  NODE_ENV: "production" as const,
  REMBUK_DEMO: "0" as const,
  FIELD_KEYS_FILE: join(directory, "keys.json"),
});

describe("the watch over the backups", () => {
  it("tells an administrator once a day that there is none, and leaves everybody else alone", async () => {
    expect(await watch()).toBe(1);
    expect(await watch()).toBe(0);
    expect(mails.map((mail) => mail.to)).toEqual(["triage@contoh.invalid"]);
    expect(mails[0]?.subject).toBe("Rembuk: cadangan data perlu diperiksa");
    expect(await watch(new Date(now.getTime() + 86_400_000))).toBe(1);
  });

  it("is silent after a good night", async () => {
    await note("done", 24);
    expect(await watch()).toBe(0);
    expect(mails).toEqual([]);
  });

  it("tries again when the mail server refused for now, and tells of a failure with its class", async () => {
    await note("failed", 1);
    outcome = "refused-for-now";
    expect(await watch()).toBe(0);
    outcome = "sent";
    expect(await watch()).toBe(1);
    expect(mails.at(-1)?.text).toContain("ENOSPC");
  });

  it("counts a run that never ended as a failure", async () => {
    await f.pool.query("DELETE FROM operations_alarm");
    await note("done", 0.5);
    expect(await watch()).toBe(0);
    await f.pool.query("UPDATE backup_run SET outcome = 'running' WHERE outcome = 'done'");
    expect(await watch(new Date(now.getTime() + 7 * 3_600_000))).toBe(1);
    expect(mails[0]?.text).toContain("Cadangan data terakhir gagal");
  });
});

describe("the doctor of an installation with real cases", () => {
  it("ends with a problem while the backups are not in order, and without where nobody watches", async () => {
    const { problems } = await examine(inProduction());
    expect(problems.join()).toMatch(/the backup of .* failed/);
    expect((await examine({ ...inProduction(), BACKUP_WATCH: "0" })).problems).toEqual([]);
    await f.pool.query(
      `INSERT INTO backup_run (id, started_at, outcome) VALUES (gen_random_uuid(), now(), 'done')`,
    );
    await f.pool.query("UPDATE backup_run SET outcome = 'failed' WHERE outcome = 'running'");
    expect((await examine(inProduction())).problems).toEqual([]);
  });

  it("compares the chain with every head that was kept elsewhere", async () => {
    const worker = await f.start();
    await f.open("village");
    await until("dispatched", async () => (await f.count("event_dispatch")) === 1);
    await worker.stop();
    const { head } = await sealBlocks(f.context(f.people.village));
    if (!head) throw new Error("nothing sealed");
    const file = join(directory, "kept.log");
    writeHead(file, head, new Date());
    expect((await examine(inProduction(), file)).problems).toEqual([]);
    // Whoever rewrites the whole chain leaves it consistent in itself; the kept head does not fit.
    const other = join(directory, "other.log");
    writeHead(other, { ...head, hash: "0".repeat(64) }, new Date());
    expect((await examine(inProduction(), other)).problems.join()).toContain("truncated");
    await expect(examine(inProduction(), join(directory, "none"))).rejects.toThrow("no head");
    writeFileSync(other, "not a head\n");
    await expect(examine(inProduction(), other)).rejects.toThrow("line 1");
  });

  it("notices that the daily head was not written for two days", async () => {
    const { head } = await sealBlocks(f.context(f.people.village));
    if (!head) throw new Error("nothing sealed");
    const AUDIT_HEADS_FILE = join(directory, "own.log");
    writeHead(AUDIT_HEADS_FILE, head, new Date(Date.now() - 51 * 3_600_000));
    const { problems } = await examine({ ...inProduction(), AUDIT_HEADS_FILE });
    expect(problems.join()).toContain("daily head of the audit chain was last written");
  });
});

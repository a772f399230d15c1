import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { keyFile, until, type WorkerFixture, workerFixture } from "./testing/worker-fixture";

let f: WorkerFixture;
let directory: string;
const children = new Set<ChildProcess>();

beforeAll(async () => {
  f = await workerFixture();
  directory = mkdtempSync(join(tmpdir(), "rembuk-chaos-"));
  writeFileSync(join(directory, "keys.json"), keyFile, { mode: 0o600 });
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  children.clear();
});
afterAll(async () => {
  await f?.drop();
  rmSync(directory, { recursive: true, force: true });
});

const workerDirectory = fileURLToPath(new URL("..", import.meta.url));

/** A worker as the launcher starts it: a process of its own. */
const startProcess = async (): Promise<ChildProcess> => {
  const { REDIS_URL, ...env } = f.env;
  const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
    cwd: workerDirectory,
    env: {
      ...process.env,
      ...Object.fromEntries(Object.entries(env).map(([name, value]) => [name, String(value)])),
      ...(REDIS_URL ? { REDIS_URL } : {}),
      FIELD_KEYS_FILE: join(directory, "keys.json"),
      LOG_LEVEL: "info",
    },
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.add(child);
  child.once("exit", () => children.delete(child));
  await new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (text: Buffer) => {
      if (text.toString().includes("worker ready")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the worker ended with ${code}`)));
  });
  return child;
};

const kill = async (child: ChildProcess) => {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
};

const openMany = async (count: number) => {
  const ids: string[] = [];
  for (let at = 0; at < count; at += 5) {
    ids.push(
      ...(await Promise.all(
        Array.from({ length: Math.min(5, count - at) }, () => f.open("village")),
      )),
    );
  }
  return ids;
};

const isDrained = async () =>
  (await f.count(
    "domain_event e WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)",
  )) === 0 &&
  (await f.count("event_job WHERE done_at IS NULL")) === 0 &&
  (await f.count("notification WHERE delivery = 'pending'")) === 0;

/** Of each case: the desk and the responsible in the app, the desk by mail; each line once. */
const expectToldOnce = async (ids: readonly string[]) => {
  const { rows } = await f.pool.query<{ told: string; cases: number }>(
    `SELECT told, count(*)::int AS cases FROM (
       SELECT n.subject, string_agg(u.username || ' ' || n.channel, ', ' ORDER BY u.username, n.channel) AS told
       FROM notification n JOIN "user" u ON u.id = n.recipient_id
       WHERE n.kind = 'case.opened' AND n.subject = ANY($1) GROUP BY n.subject) x GROUP BY told`,
    [ids.map((id) => `case/${id}`)],
  );
  expect(rows).toEqual([
    { told: "uji.kasi in-app, uji.triage email, uji.triage in-app", cases: ids.length },
  ]);
  // Mail: in the box once, or listed as interrupted; never twice, never forgotten.
  expect(
    await f.count("(SELECT FROM mailbox_message GROUP BY notification_id HAVING count(*) > 1) x"),
  ).toBe(0);
  expect(
    await f.count(
      "notification n WHERE delivery = 'sent' AND NOT EXISTS (SELECT FROM mailbox_message m WHERE m.notification_id = n.id)",
    ),
  ).toBe(0);
  const interrupted = await f.count("notification WHERE delivery IN ('sending', 'uncertain')");
  expect(interrupted).toBeLessThanOrEqual(Math.ceil(ids.length / 10));
};

describe("a worker that is killed", () => {
  it("loses nothing and repeats nothing, through kill -9 in the middle of jobs and an emptied queue", async () => {
    const first = await startProcess();
    const opening = openMany(120);
    await until("jobs under way", async () => (await f.count("notification")) > 20);
    await kill(first);
    const second = await startProcess();
    await until("more of them", async () => (await f.count("notification")) > 60);
    await f.emptyQueue();
    await kill(second);
    const ids = await opening;
    ids.push(...(await openMany(30)));
    const began = Date.now();
    await startProcess();
    await until("drained", isDrained, 40_000);
    process.stdout.write(
      `drained ${Date.now() - began} ms after the start (${f.env.REDIS_URL ? "redis" : "postgres"})\n`,
    );
    await expectToldOnce(ids);
  }, 100_000);

  it("hands the dispatch over when it is stopped like a frozen machine, and does no harm when it wakes", async () => {
    const frozen = await startProcess();
    await openMany(1);
    await until("it dispatches", isDrained);
    const other = await startProcess();
    frozen.kill("SIGSTOP");
    const ids = await openMany(20);
    const began = Date.now();
    await until("the other took over", isDrained, 40_000);
    process.stdout.write(`taken over after ${Date.now() - began} ms\n`);
    frozen.kill("SIGCONT");
    ids.push(...(await openMany(20)));
    await until("both go on", isDrained);
    await expectToldOnce(ids);
    const ended = once(other, "exit");
    const asked = Date.now();
    other.kill("SIGTERM");
    expect((await ended)[0]).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
  }, 100_000);
});

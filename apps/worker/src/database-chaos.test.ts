import { setTimeout as pause } from "node:timers/promises";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type OwnDatabase, ownDatabase } from "./testing/own-database";
import { expectToldOnce, isDrained } from "./testing/told-once";
import { until, type WorkerFixture, workerFixture } from "./testing/worker-fixture";
import { type WorkerProcesses, workerProcesses } from "./testing/worker-process";

const clientCount = 4;
/** Between one case and the next (ms): the worker shall keep up, and be in the middle of it. */
const paceMs = 200;

let server: OwnDatabase;
let f: WorkerFixture;
let workers: WorkerProcesses;

beforeAll(async () => {
  server = await ownDatabase();
  const shared = process.env.TEST_ADMIN_DATABASE_URL;
  process.env.TEST_ADMIN_DATABASE_URL = server.adminUrl;
  try {
    f = await workerFixture();
  } finally {
    process.env.TEST_ADMIN_DATABASE_URL = shared;
  }
  workers = workerProcesses(f);
}, 120_000);
afterAll(async () => {
  workers?.remove();
  await f?.close();
  await server?.remove();
});

interface Acknowledged {
  readonly id: string;
  readonly title: string;
}

/** What the clients saw, filled while they work. */
const seen = {
  acknowledged: [] as Acknowledged[],
  refusals: 0,
  isOver: false,
};

/** As the web's outbox does: the same act under the same id until somebody answers. */
const openStubbornly = async (title: string): Promise<Acknowledged> => {
  const act = { clientActionId: uuidv7(), title };
  for (;;) {
    try {
      return { id: await f.open("village", act), title };
    } catch (error) {
      if (seen.isOver) throw error;
      seen.refusals += 1;
      await pause(100);
    }
  }
};

/** Opens one case after the other until the cuts are over. */
const runClient = async (client: number) => {
  for (let at = 0; !seen.isOver; at += 1) {
    seen.acknowledged.push(await openStubbornly(`Titian lapuk ${client}-${at}`));
    await pause(paceMs);
  }
};

const told = () => f.count("notification WHERE kind = 'case.opened'");

/** Kills the server in the middle of opening, dispatching and telling; starts it again. */
const cut = async () => {
  const before = await told();
  await until("notices on their way", async () => (await told()) >= before + 40);
  const refusals = seen.refusals;
  await server.kill();
  await until("clients meet a dead server", async () => seen.refusals > refusals);
  await server.startAgain();
};

const cutTwice = async () => {
  try {
    for (let at = 0; at < 2; at += 1) await cut();
    const answers = seen.acknowledged.length;
    await until("answers again", async () => seen.acknowledged.length >= answers + 20);
  } finally {
    seen.isOver = true;
  }
};

const expectEachOnce = async () => {
  const { rows } = await f.pool.query<Acknowledged>(`SELECT id, title FROM "case"`);
  const byTitle = (a: Acknowledged, b: Acknowledged) => a.title.localeCompare(b.title);
  expect(rows.toSorted(byTitle)).toEqual(seen.acknowledged.toSorted(byTitle));
  expect(await f.count("domain_event WHERE type = 'case.opened'")).toBe(rows.length);
};

it("kill -9 of every PostgreSQL process loses no acknowledged case and repeats no notification", async () => {
  const worker = await workers.start();
  const clients = Array.from({ length: clientCount }, (_, at) => runClient(at));
  await Promise.all([cutTwice(), ...clients]);
  const began = Date.now();
  await until("drained", () => isDrained(f), 40_000);
  process.stdout.write(
    `${seen.acknowledged.length} cases, ${seen.refusals} refusals; ` +
      `drained ${Date.now() - began} ms after the last (${f.env.REDIS_URL ? "redis" : "postgres"})\n`,
  );
  // It was never started again: it found the server by itself.
  expect(worker.exitCode ?? worker.signalCode).toBeNull();
  await expectEachOnce();
  await expectToldOnce(
    f,
    seen.acknowledged.map(({ id }) => id),
  );
}, 120_000);

import { once } from "node:events";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { expectToldOnce, isDrained } from "./testing/told-once";
import { until, type WorkerFixture, workerFixture } from "./testing/worker-fixture";
import { kill, type WorkerProcesses, workerProcesses } from "./testing/worker-process";

let f: WorkerFixture;
let workers: WorkerProcesses;

beforeAll(async () => {
  f = await workerFixture();
  workers = workerProcesses(f);
});
afterEach(() => workers?.killAll());
afterAll(async () => {
  workers?.remove();
  await f?.drop();
});

const drained = () => isDrained(f);

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

describe("a worker that is killed", () => {
  it("loses nothing and repeats nothing, through kill -9 in the middle of jobs and an emptied queue", async () => {
    const first = await workers.start();
    const opening = openMany(120);
    await until("jobs under way", async () => (await f.count("notification")) > 20);
    await kill(first);
    const second = await workers.start();
    await until("more of them", async () => (await f.count("notification")) > 60);
    await f.emptyQueue();
    await kill(second);
    const ids = await opening;
    ids.push(...(await openMany(30)));
    const began = Date.now();
    await workers.start();
    await until("drained", drained, 40_000);
    process.stdout.write(
      `drained ${Date.now() - began} ms after the start (${f.env.REDIS_URL ? "redis" : "postgres"})\n`,
    );
    await expectToldOnce(f, ids);
  }, 100_000);

  it("hands the dispatch over when it is stopped like a frozen machine, and does no harm when it wakes", async () => {
    const frozen = await workers.start();
    await openMany(1);
    await until("it dispatches", drained);
    const other = await workers.start();
    frozen.kill("SIGSTOP");
    const ids = await openMany(20);
    const began = Date.now();
    await until("the other took over", drained, 40_000);
    process.stdout.write(`taken over after ${Date.now() - began} ms\n`);
    frozen.kill("SIGCONT");
    ids.push(...(await openMany(20)));
    await until("both go on", drained);
    await expectToldOnce(f, ids);
    const ended = once(other, "exit");
    const asked = Date.now();
    other.kill("SIGTERM");
    expect((await ended)[0]).toBe(0);
    expect(Date.now() - asked).toBeLessThan(10_000);
  }, 100_000);
});

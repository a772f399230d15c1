import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { readEnv } from "./env";
import { type AnyJob, defineJob } from "./jobs/define-job";
import { registeredJobs, registryProblems } from "./jobs/registry";
import { createLog } from "./log";
import { createMetrics } from "./metrics";
import { runIfDue, takeSlot } from "./run-schedules";
import { until, type WorkerFixture, workerFixture } from "./testing/worker-fixture";

let f: WorkerFixture;
beforeAll(async () => {
  f = await workerFixture();
});
afterAll(() => f?.drop());

const poison = (run: AnyJob["run"]): AnyJob =>
  defineJob({
    name: "notify-leaders",
    queue: "effects",
    payload: z.object({ eventId: z.uuid() }),
    attempts: 2,
    backoffMs: 50,
    timeoutMs: 500,
    run: (tools) => run(tools, null),
  });
const withJob = (job: AnyJob) => registeredJobs.map((j) => (j.name === job.name ? job : j));

const escalate = async () => {
  const { uuidv7 } = await import("uuidv7");
  const id = uuidv7();
  await f.pool.query(
    `INSERT INTO domain_event (id, type, subject, subdistrict_code, actor_id, payload, occurred_at)
     VALUES ($1::uuid, 'case.escalated', 'case/' || $1::text, '63.11.02', '00000000-0000-7000-8000-000000000001', '{}', now())`,
    [id],
  );
  return id;
};
const letters = (eventId: string) =>
  f.count("dead_letter WHERE job_id = $1 AND retried_at IS NULL", [`${eventId}.notify-leaders`]);

describe("the boot", () => {
  it("refuses a job without a handler, with two, and a handler without a job", async () => {
    const [first, ...others] = registeredJobs;
    if (!first) throw new Error("no jobs");
    expect(registryProblems(registeredJobs)).toEqual([]);
    expect(registryProblems(others)).toEqual([`job ${first.name} has no handler`]);
    expect(registryProblems([...registeredJobs, first])).toEqual([
      `job ${first.name} has 2 handlers`,
    ]);
    await expect(f.start({ jobs: others })).rejects.toThrow("has no handler");
    await expect(f.start({ jobs: [...registeredJobs, first] })).rejects.toThrow("2 handlers");
  });

  it("refuses the owner of the tables and, in production, guessable secrets", async () => {
    await expect(f.start({ env: { ...f.env, DATABASE_URL: f.ownerUrl } })).rejects.toThrow(
      "owns tables",
    );
    const good = {
      NODE_ENV: "production",
      DATABASE_URL: "postgresql://rembuk_worker:Zk3nq8Rb0v@127.0.0.1/rembuk",
      AUTH_SECRET: "b7Qm2Vx9Lw4Tz8Hs1Kd6Rp3Ny5Gc0Jf9e",
      FIELD_KEYS_FILE: "keys.json",
      FILES_DIR: "/var/lib/rembuk/files",
      PUBLIC_URL: "https://kasus.contoh.go.id",
    };
    expect(() => readEnv(good)).not.toThrow();
    const bad = [
      { AUTH_SECRET: "changeme-changeme-changeme-changeme" },
      { AUTH_SECRET: "short" },
      { DATABASE_URL: "postgresql://postgres:Zk3nq8Rb0v@127.0.0.1/rembuk" },
      { DATABASE_URL: "postgresql://rembuk_worker@127.0.0.1/rembuk" },
      { DATABASE_URL: "mysql://x" },
      { PUBLIC_URL: "" },
      { SMTP_URL: "smtp://mail.contoh.go.id" },
      { REDIS_URL: "http://127.0.0.1" },
      { FILES_DIR: "" },
      { S3_ENDPOINT: "https://s3.contoh.go.id" },
      { CLAMD_ADDRESS: "clamd" },
    ];
    for (const change of bad)
      expect(() => readEnv({ ...good, ...change }), JSON.stringify(change)).toThrow();
  });
});

describe("a poison job", () => {
  it("ends in the dead letters, holds up nobody else, and is retried when somebody asks", async () => {
    let isHealed = false;
    let healed = 0;
    const job = poison(async () => {
      if (!isHealed) throw new Error("Siti 9999016001010001");
      healed += 1;
    });
    const worker = await f.start({ jobs: withJob(job) });
    try {
      const poisoned = await escalate();
      const ordinary = await f.open("village");
      await until("dead letter", async () => (await letters(poisoned)) === 1);
      const { rows } = await f.pool.query("SELECT error, attempts, payload FROM dead_letter");
      expect(rows).toEqual([{ error: "Error", attempts: 2, payload: { eventId: poisoned } }]);
      await until(
        "the others go on",
        async () => (await f.count("notification WHERE subject = 'case/' || $1", [ordinary])) > 0,
      );
      isHealed = true;
      await f.pool.query("UPDATE dead_letter SET retry_wanted_at = now()");
      await until("retried", async () => healed === 1);
      await until(
        "done",
        async () =>
          (await f.count("event_job WHERE event_id = $1 AND done_at IS NULL", [poisoned])) === 0,
      );
      expect(await letters(poisoned)).toBe(0);
    } finally {
      await worker.stop();
    }
  });

  it("is cut off when it never ends", async () => {
    const worker = await f.start({ jobs: withJob(poison(() => new Promise(() => {}))) });
    try {
      const poisoned = await escalate();
      await until("dead letter", async () => (await letters(poisoned)) === 1);
      expect(
        (await f.pool.query("SELECT error FROM dead_letter WHERE job_id LIKE $1", [`${poisoned}%`]))
          .rows[0]?.error,
      ).toBe("JobTimeout");
    } finally {
      await worker.stop();
    }
  });
});

describe("a schedule", () => {
  it("fires once in each slot with two workers, and again in the next", async () => {
    const schedule = { name: "uji", everyMs: 60_000 };
    const at = (text: string) => new Date(text);
    const both = (now: Date) =>
      Promise.all([takeSlot(f.pool, schedule, now), takeSlot(f.pool, schedule, now)]);
    expect((await both(at("2026-11-23T01:00:10Z"))).filter(Boolean)).toHaveLength(1);
    expect((await both(at("2026-11-23T01:00:50Z"))).filter(Boolean)).toHaveLength(0);
    expect((await both(at("2026-11-23T01:01:00Z"))).filter(Boolean)).toHaveLength(1);
    // The clock is put back two hours: it fires again, and once.
    expect((await both(at("2026-11-22T23:01:00Z"))).filter(Boolean)).toHaveLength(1);
    expect((await both(at("2026-11-22T23:01:30Z"))).filter(Boolean)).toHaveLength(0);
  });

  it("leaves a failure in its row and goes on", async () => {
    const parts = { pool: f.pool, log: createLog("silent"), metrics: createMetrics() };
    await runIfDue(parts, {
      name: "uji-gagal",
      everyMs: 1,
      run: async () => Promise.reject(new TypeError("x")),
    });
    const { rows } = await f.pool.query(
      "SELECT error, finished_at IS NOT NULL AS ended FROM schedule_run WHERE name = 'uji-gagal'",
    );
    expect(rows).toEqual([{ error: "TypeError", ended: true }]);
  });

  it("of every kind fires once while two workers run", async () => {
    await f.pool.query("UPDATE schedule_run SET slot = slot - interval '2 days'");
    const workers = await Promise.all([f.start(), f.start()]);
    try {
      await until(
        "sealed",
        async () =>
          (await f.count(
            "schedule_run WHERE name = 'seal-audit-blocks' AND finished_at IS NOT NULL",
          )) === 1,
      );
      await new Promise((resolve) => setTimeout(resolve, 3_000));
      const runs = await Promise.all(workers.map((w) => w.metrics.scheduleRuns.get()));
      const of = (name: string) =>
        runs
          .flatMap((r) => r.values)
          .filter((v) => v.labels.schedule === name)
          .reduce((sum, v) => sum + v.value, 0);
      for (const name of ["seal-missed-reads", "write-audit-head", "purge-expired"])
        expect(of(name), name).toBe(1);
      const dispatchers = await Promise.all(workers.map((w) => w.metrics.isDispatcher.get()));
      expect(dispatchers.flatMap((d) => d.values).reduce((sum, v) => sum + v.value, 0)).toBe(1);
    } finally {
      await Promise.all(workers.map((w) => w.stop()));
    }
  });
});

describe("health", () => {
  it("answers that it lives and works, and counts", async () => {
    const worker = await f.start();
    try {
      const get = (path: string) => fetch(`http://127.0.0.1:${worker.port}${path}`);
      expect((await get("/healthz")).status).toBe(200);
      expect(await (await get("/readyz")).json()).toEqual({
        ready: true,
        database: "ok",
        queue: "ok",
      });
      expect(await (await get("/metrics")).text()).toContain("rembuk_is_dispatcher");
    } finally {
      const began = Date.now();
      await worker.stop();
      expect(Date.now() - began).toBeLessThan(10_000);
    }
  });
});

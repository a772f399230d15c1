import pg from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until, type WorkerFixture, workerFixture } from "../../testing/worker-fixture";
import { registeredJobs } from "../registry";

const halong = "63.11.02";
let f: WorkerFixture;
let owner: pg.Client;
let coachId: string;
let engagementId: string;

const dayBefore = (days: number): string =>
  new Date(Date.now() + 8 * 3_600_000 - days * 86_400_000).toISOString().slice(0, 10);

/** A commitment of the camat whose evidence is waited for since so many days. */
const insertCommitment = async (waitedDays: number): Promise<string> => {
  const id = uuidv7();
  await f.pool.query(
    `INSERT INTO coaching_commitment (id, engagement_id, subdistrict_code, regency_code, province_code, status, text,
       owner_id, owner_name, proposed_by_id, due_on, waits_since)
     VALUES ($1, $2, $3, '63.11', '63', 'agreed', 'Memperpanjang SK tim', $4, 'Camat', $5, $6, $7)`,
    [
      ...[id, engagementId, halong, f.people.camat.userId, coachId],
      ...[dayBefore(-60), dayBefore(waitedDays)],
    ],
  );
  return id;
};

beforeAll(async () => {
  f = await workerFixture();
  owner = new pg.Client({ connectionString: f.ownerUrl });
  owner.on("error", () => undefined);
  await owner.connect();
  coachId = uuidv7();
  engagementId = uuidv7();
  const [award, batch] = [uuidv7(), uuidv7()];
  await owner.query(
    `INSERT INTO "user" (id, username, display_name) VALUES ($1, 'uji.pembina', 'Pembina')`,
    [coachId],
  );
  await owner.query(
    `INSERT INTO assignment (id, user_id, role, area_code, starts_on) VALUES ($1, $2, 'regional-coach', '63', '2020-01-01')`,
    [uuidv7(), coachId],
  );
  await f.pool.query(
    `INSERT INTO award (id, province_code, name, giver, year) VALUES ($1, '63', 'SKK 2023', 'Gubernur', 2023)`,
    [award],
  );
  await f.pool.query(
    `INSERT INTO coaching_batch (id, award_id, province_code, title, starts_on, ends_on, institutions, team, created_by_id, created_at)
     VALUES ($1, $2, '63', 'Pembinaan', '2026-01-01', '2026-02-01', '{POD}', '[]', $3, now())`,
    [batch, award, coachId],
  );
  await f.pool.query(
    `INSERT INTO coaching_engagement (id, batch_id, subdistrict_code, regency_code, province_code, status, coach_ids, leaders)
     VALUES ($1, $2, $3, '63.11', '63', 'monitoring', ARRAY[$4::uuid], '[]')`,
    [engagementId, batch, halong, coachId],
  );
});
afterAll(async () => {
  await owner?.end();
  await f?.drop();
});

/** Who was told what of the engagement, and how often. */
const told = async (commitmentId: string): Promise<readonly string[]> => {
  const { rows } = await f.pool.query<{ line: string }>(
    `SELECT u.username || ' ' || n.kind || ' ' || count(*) AS line FROM notification n
     JOIN "user" u ON u.id = n.recipient_id JOIN domain_event e ON e.id = n.event_id
     WHERE e.payload->>'commitmentId' = $1 GROUP BY u.username, n.kind ORDER BY 1`,
    [commitmentId],
  );
  return rows.map(({ line }) => line);
};
const events = (commitmentId: string) =>
  f.count("domain_event WHERE payload->>'commitmentId' = $1", [commitmentId]);
const settled = () =>
  until(
    "every event dispatched, every job done",
    async () =>
      (await f.count(
        "domain_event e WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)",
      )) === 0 && (await f.count("event_job WHERE done_at IS NULL")) === 0,
  );

describe("a commitment without evidence", () => {
  it("reminds its owner at D+30, once, with two workers at the same time and after a restart", async () => {
    const early = await insertCommitment(29);
    const due = await insertCommitment(30);
    const workers = [await f.start(), await f.start()];
    await until("reminded", async () => (await events(due)) > 0);
    await settled();
    for (const worker of workers) await worker.stop();
    const again = await f.start();
    try {
      await insertCommitment(0);
      await settled();
      expect(await told(due)).toEqual(["uji.camat coaching.reminded 1"]);
      expect(await events(due)).toBe(1);
      expect(await events(early)).toBe(0);
    } finally {
      await again.stop();
    }
  });

  it("is told to coach and camat at D+37, once, also when the queue was emptied between", async () => {
    const late = await insertCommitment(37);
    // This minute was swept already by the worker before: its turn is given back, not waited for.
    await owner.query("DELETE FROM schedule_run WHERE name = 'remind-owners'");
    let isOpen = false;
    const jobs = registeredJobs.map((job) =>
      job.name === "notify-coaching"
        ? {
            ...job,
            backoffMs: 60_000,
            run: async (...args: Parameters<typeof job.run>) => {
              if (!isOpen) throw new Error("not yet");
              await job.run(...args);
            },
          }
        : job,
    );
    const worker = await f.start({ jobs });
    try {
      await until(
        "dispatched",
        async () => (await f.count("event_job WHERE done_at IS NULL")) === 2,
      );
      await f.emptyQueue();
      isOpen = true;
      await settled();
      expect(await told(late)).toEqual([
        "uji.camat coaching.late 1",
        "uji.camat coaching.reminded 1",
        "uji.pembina coaching.late 1",
      ]);
      expect(await events(late)).toBe(2);
    } finally {
      await worker.stop();
    }
  });
});

import { emptyParts, emptyProfile } from "@rembuk/domain/innovations/model";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { until, type WorkerFixture, workerFixture } from "../../testing/worker-fixture";

const halong = "63.11.02";
const schedule = "open-reviews";
let f: WorkerFixture;
beforeAll(async () => {
  f = await workerFixture();
});
afterAll(() => f?.drop());

const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

interface Given {
  readonly registeredDaysAgo: number;
  readonly budgetYear?: number;
}
/** Endorsed and in implementation, of the camat of Halong. */
const insertLiving = async ({ registeredDaysAgo, budgetYear = thisYear }: Given) => {
  const id = uuidv7();
  const profile = { ...emptyProfile, name: "Antar ke desa" };
  const budget = [{ year: budgetYear, source: "APBD", amount: 1 }];
  await f.pool.query(
    `INSERT INTO innovation (id, subdistrict_code, regency_code, province_code, name, status, stage, profile, parts,
       revisions, created_by_id, created_at, updated_at)
     VALUES ($1, $2, '63.11', '63', $3, 'endorsed', 'implementation', $4, $5, '[]', $6, $7, $7)`,
    [
      ...[id, halong, profile.name, JSON.stringify(profile)],
      JSON.stringify({ ...emptyParts, budget }),
      ...[f.people.camat.userId, daysAgo(registeredDaysAgo)],
    ],
  );
  return id;
};

const reviews = (innovationId: string) =>
  f.count("sustainability_review WHERE innovation_id = $1", [innovationId]);
const runs = () => f.count("schedule_run WHERE name = $1 AND finished_at IS NOT NULL", [schedule]);
const settled = () =>
  until(
    "looked, every event dispatched, every job done",
    async () =>
      (await runs()) === 1 &&
      (await f.count(
        "domain_event e WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)",
      )) === 0 &&
      (await f.count("event_job WHERE done_at IS NULL")) === 0,
  );
/** Who was told of reviews of an innovation, and how often. */
const told = async (innovationId: string): Promise<readonly string[]> => {
  const { rows } = await f.pool.query<{ line: string }>(
    `SELECT u.username || ' ' || n.kind || ' ' || count(*) AS line FROM notification n
     JOIN "user" u ON u.id = n.recipient_id JOIN domain_event e ON e.id = n.event_id
     WHERE e.subject = $1 GROUP BY u.username, n.kind ORDER BY 1`,
    [`innovation/${innovationId}`],
  );
  return rows.map(({ line }) => line);
};
/** Its turn is given back, not waited for. */
const lookAgain = () =>
  f.pool.query(
    "UPDATE schedule_run SET slot = slot - interval '2 hours', finished_at = NULL WHERE name = $1",
    [schedule],
  );

describe("a review that is due", () => {
  it("opens once and is told once: two workers, a queue emptied, a restart, and a second look", async () => {
    const old = await insertLiving({ registeredDaysAgo: 200 });
    const unpaid = await insertLiving({ registeredDaysAgo: 5, budgetYear: thisYear - 1 });
    const young = await insertLiving({ registeredDaysAgo: 5 });
    const workers = await Promise.all([f.start(), f.start()]);
    await until("both opened", async () => (await reviews(old)) + (await reviews(unpaid)) >= 2);
    await f.emptyQueue();
    await settled();
    for (const worker of workers) await worker.stop();
    await lookAgain();
    const again = await Promise.all([f.start(), f.start()]);
    try {
      await settled();
      for (const id of [old, unpaid]) {
        expect(await reviews(id)).toBe(1);
        expect(await told(id)).toEqual(["uji.camat innovation.review-due 1"]);
      }
      expect(await reviews(young)).toBe(0);
      expect(await told(young)).toEqual([]);
    } finally {
      for (const worker of again) await worker.stop();
    }
  });

  it("is passed by once when nobody answers in its days, however many workers look", async () => {
    const silent = await insertLiving({ registeredDaysAgo: 200 });
    await lookAgain();
    const first = await f.start();
    await until("opened", async () => (await reviews(silent)) === 1);
    await settled();
    await first.stop();
    await f.pool.query(
      "UPDATE sustainability_review SET due_on = current_date - 2 WHERE innovation_id = $1",
      [silent],
    );
    await lookAgain();
    const workers = await Promise.all([f.start(), f.start()]);
    try {
      await settled();
      const moved = await f.count(
        "domain_event WHERE type = 'review.moved' AND subject = $1 AND payload->>'to' = 'overdue'",
        [`innovation/${silent}`],
      );
      expect(moved).toBe(1);
      expect(
        await f.count(
          "sustainability_review WHERE innovation_id = $1 AND status = 'overdue' AND version = 1",
          [silent],
        ),
      ).toBe(1);
    } finally {
      for (const worker of workers) await worker.stop();
    }
  });
});

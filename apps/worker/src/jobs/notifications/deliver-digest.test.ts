import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { until, type WorkerFixture, workerFixture } from "../../testing/worker-fixture";

let f: WorkerFixture;
beforeAll(async () => {
  f = await workerFixture();
});
afterAll(() => f?.drop());

const slotAgain = () =>
  f.pool.query(
    "UPDATE schedule_run SET slot = slot - interval '1 hour' WHERE name = 'queue-digests'",
  );
const digests = (delivery: string) => f.count("mail_digest WHERE delivery = $1", [delivery]);
const gathered = () => f.count("notification WHERE delivery = 'gathered'");

/** The desk of Halong wants a digest at the first minute of each day; only its owner may say so. */
const wantDigest = async () => {
  const owner = new pg.Client({ connectionString: f.ownerUrl });
  await owner.connect();
  await owner.query("ALTER TABLE notification_preference NO FORCE ROW LEVEL SECURITY");
  await owner.query(
    `INSERT INTO notification_preference (user_id, muted, digested, digest_at, digest_days, emergencies_pass, updated_at)
     VALUES ($1, '{}', '{turn/email}', 0, 'daily', true, now())`,
    [f.people.triage.userId],
  );
  await owner.end();
};

it("sends one digest a day, by two workers and after a restart", async () => {
  await wantDigest();
  const id = await f.open("village");
  const first = await f.start();
  await until("gathered", async () => (await gathered()) === 1);
  expect(await f.count("mailbox_message")).toBe(0);
  await first.stop();
  await f.pool.query(
    "UPDATE notification SET created_at = created_at - interval '1 day' WHERE delivery = 'gathered'",
  );
  for (const workers of [2, 1]) {
    await slotAgain();
    const running = await Promise.all(Array.from({ length: workers }, () => f.start()));
    await until(
      "asked and sent",
      async () =>
        (await digests("sent")) === 1 &&
        (await f.count(
          "schedule_run WHERE name = 'queue-digests' AND slot > now() - interval '2 minutes' AND finished_at IS NOT NULL",
        )) === 1,
    );
    await Promise.all(running.map((worker) => worker.stop()));
  }
  const { rows } = await f.pool.query<{ subject: string; body: string; number: string }>(
    'SELECT m.subject, m.body, c.number FROM mailbox_message m, "case" c WHERE c.id = $1',
    [id],
  );
  expect(rows).toHaveLength(1);
  expect(rows[0]?.subject).toMatch(/^Ringkasan Rembuk /);
  expect(rows[0]?.body).toContain(rows[0]?.number ?? "-");
}, 120_000);

import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { until, type WorkerFixture, workerFixture } from "../../testing/worker-fixture";

const halong = "63.11.02";
let f: WorkerFixture;
let deviceId: string;

beforeAll(async () => {
  f = await workerFixture();
  deviceId = uuidv7();
  await f.pool.query(
    `INSERT INTO device (id, user_id, area_code, label, last_seen_at, revoked_at)
     VALUES ($1, $2, $3, 'Ponsel uji', now(), now())`,
    [deviceId, f.people.camat.userId, halong],
  );
});
afterAll(async () => {
  await f?.drop();
});

/** A record as it came from the revoked phone, with its event. */
const insertRecord = async (): Promise<void> => {
  const recordId = uuidv7();
  await f.pool.query(
    `INSERT INTO quarantined_record (id, device_id, client_action_id, command, sealed, subdistrict_code)
     VALUES ($1, $2, $3, 'case', '\\x00', $4)`,
    [recordId, deviceId, uuidv7(), halong],
  );
  await f.pool.query(
    `INSERT INTO domain_event (id, type, subject, subdistrict_code, actor_id, payload, occurred_at)
     VALUES ($1, 'staff.record-quarantined', $2, $3, $4, $5, now())`,
    [
      ...[uuidv7(), `user/${f.people.camat.userId}`, halong, f.people.camat.userId],
      JSON.stringify({ deviceId, recordId }),
    ],
  );
};

it("tells who may decide of a revoked phone's records, once for all, with two workers at the same time", async () => {
  await insertRecord();
  await insertRecord();
  const workers = [await f.start(), await f.start()];
  try {
    await until(
      "every event dispatched, every job done",
      async () =>
        (await f.count(
          "domain_event e WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)",
        )) === 0 && (await f.count("event_job WHERE done_at IS NULL")) === 0,
    );
    const { rows } = await f.pool.query<{ told: string }>(
      `SELECT u.username || ' ' || count(*) AS told FROM notification n JOIN "user" u ON u.id = n.recipient_id
       WHERE n.kind = 'quarantine.waits' GROUP BY u.username ORDER BY 1`,
    );
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every(({ told }) => told.endsWith(" 1"))).toBe(true);
    expect(rows.map(({ told }) => told)).not.toContain("uji.camat 1");
  } finally {
    for (const worker of workers) await worker.stop();
  }
});

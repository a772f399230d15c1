import { expect } from "vitest";
import type { WorkerFixture } from "./worker-fixture";

/** Nothing waits any more: no event, no job, no notification. */
export const isDrained = async (f: WorkerFixture): Promise<boolean> =>
  (await f.count(
    "domain_event e WHERE NOT EXISTS (SELECT FROM event_dispatch d WHERE d.event_id = e.id)",
  )) === 0 &&
  (await f.count("event_job WHERE done_at IS NULL")) === 0 &&
  (await f.count("notification WHERE delivery = 'pending'")) === 0;

/** Of each case: the desk and the responsible in the app, the desk by mail; each line once. */
export const expectToldOnce = async (f: WorkerFixture, ids: readonly string[]): Promise<void> => {
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

import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { purgeExpired } from "./purge-expired";
import { type WorkerFixture, workerFixture } from "./testing/worker-fixture";

let f: WorkerFixture;
beforeAll(async () => {
  f = await workerFixture();
});
afterAll(() => f.close());

it("removes a photo of which a phone sent a part and never the rest, thirty days later", async () => {
  const [stale, fresh] = [uuidv7(), uuidv7()];
  const begin = (id: string, days: number) =>
    f.pool.query(
      `INSERT INTO handover_upload (id, user_id, handover_id, total, sealed, updated_at)
       VALUES ($1, $2, $3, 900, '\\x00', now() - $4 * interval '1 day')`,
      [id, uuidv7(), uuidv7(), days],
    );
  await begin(stale, 31);
  await begin(fresh, 29);
  expect((await purgeExpired(f.pool)).parts).toBe(1);
  const { rows } = await f.pool.query("SELECT id FROM handover_upload");
  expect(rows).toEqual([{ id: fresh }]);
});

import { type FreshDatabase, freshDatabase } from "@rembuk/db/testing/fresh-database";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { queueSchema } from "./connection";
import { migrateQueueSchema } from "./migrate";

let database: FreshDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.drop());

it("may be repeated after the worker made sequences of its own", async () => {
  await migrateQueueSchema(database.ownerUrl);
  const worker = new pg.Client({ connectionString: database.workerUrl });
  await worker.connect();
  try {
    // As BullMQ does when the first job of a queue is added.
    await worker.query(`CREATE SEQUENCE ${queueSchema}.made_by_worker`);
    await expect(migrateQueueSchema(database.ownerUrl)).resolves.toBeUndefined();
    const { rows } = await worker.query<{ n: string }>(
      `SELECT nextval('${queueSchema}.made_by_worker') AS n`,
    );
    expect(rows[0]?.n).toBe("1");
  } finally {
    await worker.end();
  }
});

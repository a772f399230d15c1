import { pathToFileURL } from "node:url";
import { runMigrations } from "bullmq";
import pg from "pg";
import { queueSchema } from "./connection";

const workerRole = "rembuk_worker";

// CREATE: BullMQ makes a sequence of its own for each queue when the first job is added. Those belong
// to the worker already, and the owner may not grant on them: only its own are opened here.
const grants = `
  GRANT USAGE, CREATE ON SCHEMA ${queueSchema} TO ${workerRole};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${queueSchema} TO ${workerRole};
  DO $$
  DECLARE own regclass;
  BEGIN
    FOR own IN SELECT oid FROM pg_class WHERE relkind = 'S'
      AND relnamespace = '${queueSchema}'::regnamespace AND relowner = current_user::regrole
    LOOP
      EXECUTE format('GRANT USAGE, SELECT, UPDATE ON SEQUENCE %s TO ${workerRole}', own);
    END LOOP;
  END $$;
  GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${queueSchema} TO ${workerRole};`;

/**
 * Creates or updates BullMQ's schema as the owner, and opens it to the worker alone: the web never
 * talks to the queue. Safe to repeat.
 */
export const migrateQueueSchema = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: "rembuk-queue-migrate",
  });
  await client.connect();
  try {
    await runMigrations(client, queueSchema);
    await client.query(grants);
  } finally {
    await client.end();
  }
};

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const url = process.env.MIGRATION_DATABASE_URL;
  if (!url) throw new Error("MIGRATION_DATABASE_URL is not set");
  await migrateQueueSchema(url);
  process.stdout.write(`schema ${queueSchema} is ready\n`);
}

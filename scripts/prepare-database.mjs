/**
 * Brings a database of one's own to what this version expects: migrations, the queue's schema when
 * the queue is on PostgreSQL, master data. Run it before every new version starts; it may be
 * repeated.
 *
 *   MIGRATION_DATABASE_URL=postgresql://rembuk_owner:…@host/rembuk node scripts/prepare-database.mjs
 */
import "./launch/require-node.mjs";
import { neutralEnvironment } from "./launch/app-environment.mjs";
import { prepareDatabase } from "./launch/preparation.mjs";

const owner = process.env.MIGRATION_DATABASE_URL;
if (!owner) {
  console.error("MIGRATION_DATABASE_URL is not set (the address of role rembuk_owner)");
  process.exit(2);
}
const { REDIS_URL } = process.env;
try {
  await prepareDatabase(
    { owner },
    { ...neutralEnvironment(), ...(REDIS_URL ? { REDIS_URL } : {}) },
    { demo: false },
  );
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

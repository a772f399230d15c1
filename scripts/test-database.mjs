/**
 * A PostgreSQL for tests that keeps running in the background:
 *
 *   node scripts/test-database.mjs          start or reuse it; prints `export TEST_ADMIN_DATABASE_URL=…`
 *   node scripts/test-database.mjs --stop   stop it
 *
 * Every role there has the same password, so one URL answers for all three. What the server writes
 * is not flushed to disk: it is faster and worth nothing after a crash.
 */
import "./launch/require-node.mjs";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { ADMIN_ROLE } from "./launch/cluster-directory.mjs";
import { ensureRoles } from "./launch/database-roles.mjs";
import { startCluster, stopCluster } from "./launch/embedded-postgres.mjs";
import { withLock } from "./launch/exclusive-lock.mjs";
import { stateDirectory } from "./launch/state-directory.mjs";
import { ensureTemplate } from "./launch/template-database.mjs";
import { THROW_AWAY_SETTINGS } from "./launch/throw-away-settings.mjs";

const directory = join(stateDirectory(), "test-database");
const lock = join(stateDirectory(), "test-database.lock");

const stop = async () => {
  const stopped = await stopCluster(directory);
  rmSync(directory, { recursive: true, force: true });
  console.error(stopped ? "test database stopped" : "no test database was running");
};

const start = async () => {
  const cluster = await startCluster({
    directory,
    preferredPort: 54429,
    settings: THROW_AWAY_SETTINGS,
    onePassword: true,
  });
  await ensureRoles(cluster);
  const template = await ensureTemplate(cluster);
  console.error(`test database on 127.0.0.1:${cluster.port}, template ${template}`);
  console.log(`export TEST_ADMIN_DATABASE_URL='${cluster.url(ADMIN_ROLE, "postgres")}'`);
};

await withLock(lock, process.argv.includes("--stop") ? stop : start);

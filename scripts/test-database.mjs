/**
 * A PostgreSQL for tests that keeps running in the background:
 *
 *   node scripts/test-database.mjs          start or reuse it; prints `export TEST_ADMIN_DATABASE_URL=…`
 *   node scripts/test-database.mjs --stop   stop it
 *
 * Every role there has the same password, so one URL answers for all three. What the server writes
 * is not flushed to disk: it is faster and worth nothing after a crash.
 *
 * A test that kills its server has one of its own, with the settings of an installation:
 *
 *   node scripts/test-database.mjs --own PID          start it, or start it again on the same port
 *   node scripts/test-database.mjs --own PID --kill   kill -9 of all its processes
 *   node scripts/test-database.mjs --own PID --stop   stop and remove it
 *
 * PID is the test's process: a later test run removes what a killed one left behind.
 */
import "./launch/require-node.mjs";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ADMIN_ROLE, readCluster } from "./launch/cluster-directory.mjs";
import { ensureRoles } from "./launch/database-roles.mjs";
import { startCluster, stopCluster } from "./launch/embedded-postgres.mjs";
import { withLock } from "./launch/exclusive-lock.mjs";
import { referToProcess } from "./launch/process-identity.mjs";
import { stateDirectory } from "./launch/state-directory.mjs";
import { ensureTemplate } from "./launch/template-database.mjs";
import { THROW_AWAY_SETTINGS } from "./launch/throw-away-settings.mjs";
import { killCluster } from "./test/kill-cluster.mjs";

const own = process.argv.includes("--own")
  ? Number(process.argv[process.argv.indexOf("--own") + 1])
  : undefined;
const home = own
  ? join(stateDirectory(), "test-runs", `own-${own}`)
  : join(stateDirectory(), "test-database");
const directory = own ? join(home, "postgres") : home;
const lock = join(stateDirectory(), `${own ? `own-${own}` : "test-database"}.lock`);

const stop = async () => {
  const stopped = await stopCluster(directory);
  rmSync(home, { recursive: true, force: true });
  console.error(stopped ? "test database stopped" : "no test database was running");
};

const kill = async () => console.error(`killed ${await killCluster(directory)} processes`);

/** Its owner stands beside it before it exists, so that it is never nobody's. */
const noteOwner = () => {
  mkdirSync(home, { recursive: true, mode: 0o711 });
  writeFileSync(join(home, "owner.json"), JSON.stringify(referToProcess(own)));
};

const settings = own
  ? { preferredPort: 54729, port: readCluster(directory)?.port }
  : { preferredPort: 54429, settings: THROW_AWAY_SETTINGS };

const start = async () => {
  if (own) noteOwner();
  const cluster = await startCluster({ directory, onePassword: true, ...settings });
  await ensureRoles(cluster);
  const template = await ensureTemplate(cluster);
  console.error(`test database on 127.0.0.1:${cluster.port}, template ${template}`);
  console.log(`export TEST_ADMIN_DATABASE_URL='${cluster.url(ADMIN_ROLE, "postgres")}'`);
};

const wanted = [
  ["--stop", stop],
  ["--kill", kill],
].find(([word]) => process.argv.includes(word));
await withLock(lock, wanted?.[1] ?? start);

/**
 * `npm run doctor [-- --json]`: says whether this installation is in order, and ends with another
 * code than 0 when it is not. Starts the embedded database when it does not run, and stops it again.
 */
import "./launch/require-node.mjs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { givenDatabase, processEnvironments } from "./launch/app-environment.mjs";
import { clusterDirectory, openEmbeddedInstallation } from "./launch/embedded-installation.mjs";
import { stopCluster } from "./launch/embedded-postgres.mjs";
import { runningRedisUrl } from "./launch/redis-server.mjs";
import { inRepository, tsxLoader } from "./launch/repository.mjs";
import { claimInstallation } from "./launch/running-installation.mjs";
import { installationSecrets } from "./launch/secrets.mjs";
import { createShutdown } from "./launch/shutdown.mjs";
import { stateDirectory } from "./launch/state-directory.mjs";

if (!existsSync(inRepository("apps/worker/node_modules/tsx"))) {
  console.error("the dependencies are not installed yet; run `npm start` once");
  process.exit(1);
}
const shutdown = createShutdown((message) => console.error(message));

const openDatabase = async () => {
  const given = givenDatabase();
  if (given) return given;
  // Whoever holds the lock runs the database and will stop it; without it, that is us.
  const lock = claimInstallation();
  if (lock) {
    shutdown.last(async () => lock.release());
    shutdown.last(() => stopCluster(clusterDirectory()));
  }
  return (await openEmbeddedInstallation()).database;
};

const examine = async () => {
  const database = await openDatabase();
  const { worker } = processEnvironments({
    database,
    redisUrl: process.env.REDIS_URL ?? (await runningRedisUrl(join(stateDirectory(), "redis"))),
    secrets: installationSecrets(),
    directory: stateDirectory(),
    publicUrl: process.env.PUBLIC_URL ?? "http://localhost:3000",
    demo: process.env.REMBUK_DEMO !== "0",
  });
  const child = spawn(
    process.execPath,
    ["--import", tsxLoader(), "src/doctor.ts", ...process.argv.slice(2)],
    { cwd: inRepository("apps/worker"), env: worker, stdio: "inherit" },
  );
  const [code] = await once(child, "exit");
  return code ?? 1;
};

try {
  await shutdown.end(await examine());
} catch (error) {
  await shutdown.end(1, error.message);
}

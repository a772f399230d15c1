/**
 * `npm run doctor [-- --json]`: says whether this installation is in order, and ends with another
 * code than 0 when it is not. Starts the embedded database when it does not run, and stops it again.
 */
import "./launch/require-node.mjs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { givenDatabase, processEnvironments } from "./launch/app-environment.mjs";
import { clusterDirectory, openEmbeddedInstallation } from "./launch/embedded-installation.mjs";
import { stopCluster } from "./launch/embedded-postgres.mjs";
import { openQueue, runningQueue } from "./launch/queue-backend.mjs";
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

/** Database and queue as a start would have them; what does not run is started and stopped again. */
const open = async () => {
  const given = givenDatabase();
  // Whoever holds the lock runs the servers and will stop them; without it, that is us.
  const lock = claimInstallation();
  if (!lock) {
    const database = given ?? (await openEmbeddedInstallation()).database;
    return { database, redisUrl: await runningQueue() };
  }
  shutdown.last(async () => lock.release());
  if (!given) shutdown.last(() => stopCluster(clusterDirectory()));
  const database = given ?? (await openEmbeddedInstallation()).database;
  return { database, redisUrl: (await openQueue(shutdown)).url };
};

const examine = async () => {
  const { database, redisUrl } = await open();
  const { worker } = processEnvironments({
    ...{ database, redisUrl },
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

/** The installation of this clone, opened by a command beside a start that may be running. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { givenDatabase, processEnvironments } from "./app-environment.mjs";
import { clusterDirectory, openEmbeddedInstallation } from "./embedded-installation.mjs";
import { stopCluster } from "./embedded-postgres.mjs";
import { productionMark, wantsDemo } from "./production-mark.mjs";
import { openQueue, runningQueue } from "./queue-backend.mjs";
import { inRepository, tsxLoader } from "./repository.mjs";
import { claimInstallation } from "./running-installation.mjs";
import { installationSecrets } from "./secrets.mjs";
import { stateDirectory } from "./state-directory.mjs";

/** @throws when nothing was installed yet: such a command does not install by itself */
export const requireDependencies = () => {
  if (!existsSync(inRepository("apps/worker/node_modules/tsx"))) {
    throw new Error(
      "the dependencies are not installed yet; run `npm start` or `npm run setup` once",
    );
  }
};

/**
 * Database and queue as a start would have them; what does not run is started and stopped again.
 * @param {{last(work: () => Promise<unknown>): void}} shutdown
 * @param {{queue?: boolean}} [options] `queue`: the command speaks to the queue too
 * @returns {Promise<{database: object, redisUrl?: string, cluster?: object, given: boolean}>}
 */
export const openInstallation = async (shutdown, { queue = false } = {}) => {
  const given = givenDatabase();
  // Whoever holds the lock runs the servers and will stop them; without it, that is us.
  const lock = claimInstallation();
  if (lock) {
    shutdown.last(async () => lock.release());
    if (!given) shutdown.last(() => stopCluster(clusterDirectory()));
  }
  const { database, cluster } = given ? { database: given } : await openEmbeddedInstallation();
  const readQueue = async () => (lock ? (await openQueue(shutdown)).url : runningQueue());
  const redisUrl = queue ? await readQueue() : undefined;
  return { database, cluster, redisUrl, given: given !== undefined, isRunning: !lock };
};

/**
 * The worker's environment, for programs that act with its rights.
 * @param {{database: object, redisUrl?: string, given: boolean}} opened
 */
export const workerEnvironment = ({ database, redisUrl, given }) =>
  processEnvironments({
    ...{ database, redisUrl },
    secrets: installationSecrets(),
    directory: stateDirectory(),
    publicUrl: process.env.PUBLIC_URL ?? productionMark()?.publicUrl ?? "http://localhost:3000",
    demo: wantsDemo(given),
  }).worker;

/**
 * Runs a program of the worker on this terminal.
 * @param {string} file below apps/worker
 * @returns {Promise<number>} its exit code
 */
export const runWorkerProgram = async (file, args, env) => {
  const child = spawn(process.execPath, ["--import", tsxLoader(), file, ...args], {
    cwd: inRepository("apps/worker"),
    env,
    stdio: "inherit",
  });
  const [code] = await once(child, "exit");
  return code ?? 1;
};

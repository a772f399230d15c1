/** The servers a test run needs: its own, in a directory of its own, gone when it ends. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clusterDatabase } from "../launch/app-environment.mjs";
import { ADMIN_ROLE } from "../launch/cluster-directory.mjs";
import { withConnection } from "../launch/database-connection.mjs";
import { ensureRoles, OWNER_ROLE } from "../launch/database-roles.mjs";
import { installDebianPackage } from "../launch/debian-packages.mjs";
import { startCluster, stopCluster } from "../launch/embedded-postgres.mjs";
import { referToProcess, stillLives } from "../launch/process-identity.mjs";
import { findRedisProgram, startRedis, stopLeftoverRedis } from "../launch/redis-server.mjs";
import { stateDirectory } from "../launch/state-directory.mjs";
import { ensureTemplate, TEMPLATE_DATABASE } from "../launch/template-database.mjs";
import { THROW_AWAY_SETTINGS } from "../launch/throw-away-settings.mjs";
import { endStarts } from "./start-places.mjs";

const runsDirectory = () => join(stateDirectory(), "test-runs");

const remove = async (directory) => {
  // Of the tests that type `npm start`: in a run's directory, or in one of their own.
  for (const place of [join(directory, "starts"), directory])
    await endStarts(place).catch(() => {});
  await stopLeftoverRedis(join(directory, "redis")).catch(() => {});
  await stopCluster(join(directory, "postgres")).catch(() => {});
  rmSync(directory, { recursive: true, force: true });
};

const ownerOf = (directory) => {
  try {
    return JSON.parse(readFileSync(join(directory, "owner.json"), "utf8"));
  } catch {
    return undefined;
  }
};

/** Removes what killed test runs left behind. */
export const removeDeadRuns = async () => {
  mkdirSync(runsDirectory(), { recursive: true, mode: 0o711 });
  for (const name of readdirSync(runsDirectory())) {
    const directory = join(runsDirectory(), name);
    if (!stillLives(ownerOf(directory))) await remove(directory);
  }
};

const openCluster = async (directory) => {
  const cluster = await startCluster({
    directory: join(directory, "postgres"),
    preferredPort: 54529,
    settings: THROW_AWAY_SETTINGS,
    onePassword: true,
  });
  await ensureRoles(cluster);
  await ensureTemplate(cluster);
  return cluster;
};

/**
 * The redis-server of this machine, installed where that may be done.
 * @returns {Promise<string>} the program
 */
export const ensureRedisProgram = async () => {
  if (!(await findRedisProgram())) await installDebianPackage("redis-server");
  const program = await findRedisProgram();
  if (!program) throw new Error("redis-server was installed but does not run");
  return program;
};

const openRedis = async (directory) => {
  const program = await ensureRedisProgram();
  const place = join(directory, "redis");
  return startRedis({ program, directory: place, preferredPort: 56479, durable: false });
};

const once = (work) => {
  let promise;
  return () => {
    promise ??= work();
    return promise;
  };
};

/**
 * The surroundings of one run; each server starts when it is first asked for.
 * @returns {{directory: string, cluster(): Promise<object>, redis(): Promise<{url: string}>,
 *   adminUrl(): Promise<string>, database(name: string): Promise<object>, remove(): Promise<void>}}
 *   `database` makes a copy of the template and answers its three addresses
 */
export const createSurroundings = () => {
  const directory = join(runsDirectory(), `run-${process.pid}`);
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  writeFileSync(join(directory, "owner.json"), JSON.stringify(referToProcess(process.pid)));
  const cluster = once(() => openCluster(directory));
  const adminUrl = async () => (await cluster()).url(ADMIN_ROLE, "postgres");
  return {
    directory,
    cluster,
    redis: once(() => openRedis(directory)),
    adminUrl,
    database: async (name) => {
      await withConnection(await adminUrl(), (client) =>
        client.query(`CREATE DATABASE ${name} TEMPLATE ${TEMPLATE_DATABASE} OWNER ${OWNER_ROLE}`),
      );
      return clusterDatabase(await cluster(), name);
    },
    remove: () => remove(directory),
  };
};

/** The embedded PostgreSQL of this clone, with its roles and its database. */
import { join } from "node:path";
import { clusterDatabase } from "./app-environment.mjs";
import { ensureDatabase, ensureRoles } from "./database-roles.mjs";
import { startCluster } from "./embedded-postgres.mjs";
import { stateDirectory } from "./state-directory.mjs";

/** The database of an installation. */
export const DATABASE_NAME = "rembuk";

/** Where the cluster of this clone lies. */
export const clusterDirectory = () => join(stateDirectory(), "postgres");

/**
 * Starts (or finds running) the cluster of this clone.
 * @returns {Promise<{cluster: Awaited<ReturnType<typeof startCluster>>,
 *   database: {owner: string, app: string, worker: string}, isNew: boolean}>}
 */
export const openEmbeddedInstallation = async () => {
  const cluster = await startCluster({ directory: clusterDirectory() });
  await ensureRoles(cluster);
  const isNew = await ensureDatabase(cluster, DATABASE_NAME);
  return { cluster, database: clusterDatabase(cluster, DATABASE_NAME), isNew };
};

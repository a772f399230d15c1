/**
 * `npm run restore -- DIRECTORY`: a backup into an empty database, proven line by line. Embedded: the
 * database of this clone, which must not hold anything; one's own: the empty one that
 * MIGRATION_DATABASE_URL and WORKER_DATABASE_URL name. Rembuk must not run meanwhile.
 * `--drill`: into a database of its own beside the real one (embedded only), dropped afterwards.
 */
import "./launch/require-node.mjs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { clusterDatabase } from "./launch/app-environment.mjs";
import { ADMIN_ROLE } from "./launch/cluster-directory.mjs";
import { withConnection } from "./launch/database-connection.mjs";
import { ensureDatabase } from "./launch/database-roles.mjs";
import {
  openInstallation,
  requireDependencies,
  runWorkerProgram,
  workerEnvironment,
} from "./launch/opened-installation.mjs";
import { createShutdown } from "./launch/shutdown.mjs";

const shutdown = createShutdown((message) => console.error(message));

/** A database for the drill alone. */
const openDrill = async (cluster) => {
  if (!cluster) {
    throw new Error(
      "--drill makes its database in the embedded PostgreSQL; for a server of your own create an " +
        "empty database and name it in MIGRATION_DATABASE_URL and WORKER_DATABASE_URL",
    );
  }
  const name = `rembuk_drill_${process.pid}`;
  const drop = () =>
    withConnection(cluster.url(ADMIN_ROLE, "postgres"), (client) =>
      client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`),
    );
  await ensureDatabase(cluster, name);
  shutdown.last(drop);
  return clusterDatabase(cluster, name);
};

const restore = async () => {
  requireDependencies();
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { drill: { type: "boolean", default: false } },
  });
  const [directory] = positionals;
  if (!directory) throw new Error("usage: npm run restore -- DIRECTORY [--drill]");
  const opened = await openInstallation(shutdown);
  if (opened.isRunning && !values.drill) {
    throw new Error("Rembuk runs from this directory; stop it first");
  }
  const database = values.drill ? await openDrill(opened.cluster) : opened.database;
  const env = {
    ...workerEnvironment({ ...opened, database }),
    MIGRATION_DATABASE_URL: database.owner,
    // A drill leaves the attachments of the running installation alone.
    ...(values.drill ? { FILES_DIR: "" } : {}),
  };
  return runWorkerProgram("src/backups/restore.ts", [resolve(directory)], env);
};

try {
  await shutdown.end(await restore());
} catch (error) {
  await shutdown.end(1, error.message);
}

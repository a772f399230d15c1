/** A PostgreSQL cluster of one's own: created, started, proven to be one's own, stopped. */
import { existsSync, mkdirSync, readFileSync, realpathSync } from "node:fs";
import { join } from "node:path";
import {
  ADMIN_ROLE,
  createData,
  knownCluster,
  newPassword,
  readCluster,
  requireSameMajor,
  writeCluster,
} from "./cluster-directory.mjs";
import { CommandFailed, tryCommand } from "./commands.mjs";
import { connect, databaseUrl } from "./database-connection.mjs";
import { serverBinaries } from "./embedded-binaries.mjs";
import { freePort } from "./ports.mjs";
import { processStart, referToProcess, stillLives } from "./process-identity.mjs";
import { serverAccount } from "./server-account.mjs";
import { pause, waitUntil } from "./waiting.mjs";

const START_LIMIT_MS = 90_000;
const WATCH_MS = 500;

/** What the running server (or one that was killed) wrote down about itself; NaN without one. */
const serverNumber = (data, line) => {
  try {
    return Number(readFileSync(join(data, "postmaster.pid"), "utf8").split("\n")[line]);
  } catch {
    return Number.NaN;
  }
};
const postmasterPid = (data) => serverNumber(data, 0);
const ownPort = (data) => serverNumber(data, 3) || undefined;

const isPostmasterAlive = (data) => processStart(postmasterPid(data)) !== null;

const adminUrl = (cluster, port) =>
  databaseUrl({ role: ADMIN_ROLE, password: cluster.passwords[ADMIN_ROLE], port });

/**
 * Whether the server on the port is this very cluster. A password proves the server to the client
 * too (SCRAM), and the server must name our data directory.
 */
const isOurs = async (cluster, port, data) => {
  if (!port) return false;
  try {
    const client = await connect(adminUrl(cluster, port), { timeoutMs: 3000 });
    try {
      const { rows } = await client.query("show data_directory");
      return realpathSync(rows[0].data_directory) === realpathSync(data);
    } finally {
      await client.end();
    }
  } catch {
    return false;
  }
};

const serverOptions = (port, settings) =>
  Object.entries({
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "''",
    max_connections: 200,
    ...settings,
  }).reduce((line, [name, value]) => `${line} -c ${name}=${value}`, `-p ${port}`);

const logTail = (data) => {
  const log = join(data, "server.log");
  return existsSync(log) ? readFileSync(log, "utf8").split("\n").slice(-15).join("\n") : "";
};

/**
 * Brings the server up whatever a kill left behind: `pg_ctl status` cannot be trusted then, and
 * the first starts may fail while orphaned backends still hold the shared memory.
 */
const startServer = async ({ cluster, data, account, binaries, wanted, settings }) => {
  const end = performance.now() + START_LIMIT_MS;
  let port = wanted.port ?? (await freePort(wanted.preferredPort));
  for (;;) {
    if (!wanted.isWanted()) throw new Error("PostgreSQL is not wanted any more");
    const how = ["-w", "-t", "60", "-l", join(data, "server.log")];
    const started = await tryCommand(
      binaries.pgCtl,
      ["start", "-D", data, ...how, "-o", serverOptions(port, settings)],
      { ...account, cwd: "/" },
    );
    if (await isOurs(cluster, port, data)) return port;
    const running = ownPort(data);
    if (await isOurs(cluster, running, data)) return running;
    const log = logTail(data);
    if (performance.now() > end) throw new CommandFailed("pg_ctl start", started.code, log);
    const isTaken = /could not bind|Address already in use/.test(log);
    if (isTaken && !wanted.port) port = await freePort(port + 1);
    await pause(250);
  }
};

/**
 * Starts the cluster in `directory`, creating it on the first call.
 * @param {{
 *   directory: string, preferredPort?: number, port?: number, settings?: Record<string, string>,
 *   onePassword?: boolean, isWanted?: () => boolean,
 * }} wanted `port`: this one or none, because clients know it already; `onePassword`: every role
 *   gets the superuser's (throw-away clusters of tests); `isWanted`: asked before every attempt
 * @returns {Promise<{
 *   port: number, directory: string, data: string, alreadyRan: boolean,
 *   url(role: string, database: string): string,
 *   password(role: string): string,
 *   stop(): Promise<void>,
 * }>} `password` invents and keeps one for a role that has none yet
 * @throws {CommandFailed} with the end of the server's log
 */
export const startCluster = async ({
  directory,
  preferredPort = 54329,
  port: givenPort,
  settings = {},
  onePassword = false,
  isWanted = () => true,
}) => {
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  const data = join(directory, "data");
  const account = await serverAccount();
  const binaries = serverBinaries();
  const cluster = knownCluster(directory, data);
  if (!existsSync(data)) await createData({ cluster, directory, data, account, binaries });
  requireSameMajor(data, binaries.version);

  const found = ownPort(data) ?? cluster.port;
  const alreadyRan = await isOurs(cluster, found, data);
  const port = alreadyRan
    ? found
    : await startServer({
        ...{ cluster, data, account, binaries, settings },
        wanted: { port: givenPort, preferredPort: cluster.port ?? preferredPort, isWanted },
      });
  cluster.port = port;
  writeCluster(directory, cluster);

  const password = (role) => {
    if (onePassword) return cluster.passwords[ADMIN_ROLE];
    if (!cluster.passwords[role]) {
      cluster.passwords[role] = newPassword();
      writeCluster(directory, cluster);
    }
    return cluster.passwords[role];
  };
  return {
    port,
    directory,
    data,
    alreadyRan,
    password,
    url: (role, database) => databaseUrl({ role, password: password(role), port, database }),
    stop: () => stopServer({ data, account, binaries }),
  };
};

const stopServer = async ({ data, account, binaries }) => {
  for (const mode of ["fast", "immediate"]) {
    const { code } = await tryCommand(
      binaries.pgCtl,
      ["-D", data, "-w", "-t", "20", "-m", mode, "stop"],
      { ...account, cwd: "/" },
    );
    if (code === 0) return;
  }
};

/**
 * Resolves when the server of the cluster that runs now has ended, however it did.
 * @returns {Promise<string>} how, in words
 */
export const clusterEnded = async ({ data }) => {
  const postmaster = referToProcess(postmasterPid(data));
  await waitUntil(() => !stillLives(postmaster), { timeoutMs: Infinity, everyMs: WATCH_MS });
  return `process ${postmaster.pid} is gone`;
};

/**
 * Stops the cluster in `directory` if it runs, and only if it is provably that one.
 * @returns {Promise<boolean>} whether a server was stopped
 */
export const stopCluster = async (directory) => {
  const cluster = readCluster(directory);
  const data = join(directory, "data");
  if (!cluster || !existsSync(join(data, "postmaster.pid"))) return false;
  // One that is still starting refuses connections for a moment; a dead one never answers.
  const patience = isPostmasterAlive(data) ? 10_000 : 0;
  const ours = await waitUntil(() => isOurs(cluster, ownPort(data), data), {
    timeoutMs: patience,
  });
  if (!ours) return false;
  await stopServer({ data, account: await serverAccount(), binaries: serverBinaries() });
  return true;
};

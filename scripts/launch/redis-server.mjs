/** A Redis (or Valkey) of one's own for the queue, when the machine has the program. */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { tryCommand } from "./commands.mjs";
import { freePort } from "./ports.mjs";
import { requireFrom } from "./repository.mjs";
import { startService, tailOf } from "./services.mjs";
import { waitUntil } from "./waiting.mjs";

// Debian puts servers where an ordinary user's PATH may not look.
const CANDIDATES = [
  "redis-server",
  "valkey-server",
  "/usr/bin/redis-server",
  "/usr/bin/valkey-server",
  "/opt/homebrew/bin/redis-server",
];

/** The program to run, or undefined. */
export const findRedisProgram = async () => {
  for (const program of CANDIDATES) {
    if ((await tryCommand(program, ["--version"])).code === 0) return program;
  }
  return undefined;
};

const urlOf = ({ port, password }) => `redis://:${password}@127.0.0.1:${port}`;

const withClient = async (url, work) => {
  const { Redis } = requireFrom("apps/worker")("ioredis");
  const client = new Redis(url, {
    lazyConnect: true,
    connectTimeout: 1000,
    maxRetriesPerRequest: 0,
    retryStrategy: () => null,
  });
  client.on("error", () => {});
  try {
    await client.connect();
    return await work(client);
  } finally {
    client.disconnect();
  }
};

const isOurs = async (server, directory) => {
  try {
    return await withClient(urlOf(server), async (client) => {
      const [, found] = await client.config("GET", "dir");
      return realpathSync(found) === realpathSync(directory);
    });
  } catch {
    return false;
  }
};

const rememberedServer = (directory) => {
  const file = join(directory, "server.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
};

/** The address of this clone's own server when it runs, else undefined. */
export const runningRedisUrl = async (directory) => {
  const server = rememberedServer(directory);
  return server && (await isOurs(server, directory)) ? urlOf(server) : undefined;
};

/**
 * Ends the server that a killed launcher left behind in `directory`, if there is one.
 * @returns {Promise<boolean>} whether one was ended
 */
export const stopLeftoverRedis = async (directory) => {
  const server = rememberedServer(directory);
  if (!server || !(await isOurs(server, directory))) return false;
  // The connection breaks instead of answering.
  await withClient(urlOf(server), (client) => client.shutdown()).catch(() => {});
  await waitUntil(async () => !(await isOurs(server, directory)), { timeoutMs: 8000 });
  return true;
};

const writeConfiguration = (directory, { port, password }, durable) => {
  const file = join(directory, "redis.conf");
  // In a file, not in the arguments: those are readable by every user of the machine.
  const lines = [
    `bind 127.0.0.1`,
    `port ${port}`,
    `requirepass ${password}`,
    `dir "${directory}"`,
    `appendonly ${durable ? "yes" : "no"}`,
    "maxmemory-policy noeviction",
    ...(durable ? [] : ['save ""']),
  ];
  writeFileSync(file, `${lines.join("\n")}\n`, { mode: 0o600 });
  return file;
};

const newServer = async (directory, preferredPort) => ({
  password: randomBytes(24).toString("hex"),
  port: await freePort(rememberedServer(directory)?.port ?? preferredPort),
});

/**
 * Starts a server of this clone's own in `directory`, on a port nobody holds; or `again`, under the
 * address that its clients know.
 * @param {{program: string, directory: string, preferredPort?: number, durable?: boolean,
 *   again?: boolean}} wanted
 * @returns {Promise<{url: string, port: number, service: ReturnType<typeof startService>}>}
 * @throws with the end of its log when it does not come up
 */
export const startRedis = async ({
  program,
  directory,
  preferredPort = 56379,
  durable = true,
  again = false,
}) => {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  await stopLeftoverRedis(directory);
  const server = again ? rememberedServer(directory) : await newServer(directory, preferredPort);
  writeFileSync(join(directory, "server.json"), JSON.stringify(server), { mode: 0o600 });
  const service = startService({
    name: "redis",
    command: program,
    args: [writeConfiguration(directory, server, durable)],
    cwd: directory,
    env: process.env,
    logFile: join(directory, "server.log"),
  });
  if (!(await waitUntil(() => isOurs(server, directory), { timeoutMs: 15_000 }))) {
    await service.stop();
    throw new Error(
      `${program} did not come up on port ${server.port}\n${tailOf(service.logFile)}`,
    );
  }
  return { url: urlOf(server), port: server.port, service };
};

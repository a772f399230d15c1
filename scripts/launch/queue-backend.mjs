/** Where the queue lives: a given Redis, a Redis of this clone's own, or PostgreSQL. */
import { join } from "node:path";
import {
  findRedisProgram,
  runningRedisUrl,
  startRedis,
  stopLeftoverRedis,
} from "./redis-server.mjs";
import { stateDirectory } from "./state-directory.mjs";
import { supervise } from "./supervision.mjs";

const directory = () => join(stateDirectory(), "redis");

/** The queue's Redis while this clone runs elsewhere: the given one, or its own when it has one. */
export const runningQueue = async () => process.env.REDIS_URL ?? runningRedisUrl(directory());

const superviseRedis = (shutdown, program, redis) => {
  let { service } = redis;
  supervise(shutdown, {
    name: "Redis",
    logFile: service.logFile,
    ended: () => service.ended,
    restart: async () => {
      ({ service } = await startRedis({ program, directory: directory(), again: true }));
    },
  });
};

/**
 * Opens the queue; a Redis of one's own is started again when it dies, and stopped by the shutdown.
 * @param {ReturnType<typeof import("./shutdown.mjs").createShutdown>} shutdown
 * @returns {Promise<{url?: string, detail: string}>} without `url` the queue is on PostgreSQL
 */
export const openQueue = async (shutdown) => {
  if (process.env.REDIS_URL) {
    return {
      url: process.env.REDIS_URL,
      detail: `antrean di Redis, REDIS_URL (${new URL(process.env.REDIS_URL).host})`,
    };
  }
  const declined = process.env.REMBUK_NO_REDIS === "1";
  const program = declined ? undefined : await findRedisProgram();
  if (!program) {
    await stopLeftoverRedis(directory());
    const why = declined ? "REMBUK_NO_REDIS=1" : "no redis-server found";
    return { detail: `antrean di PostgreSQL (${why})` };
  }
  // By directory: a signal may arrive while the server is still being started.
  shutdown.last(() => stopLeftoverRedis(directory()));
  const redis = await startRedis({ program, directory: directory() });
  superviseRedis(shutdown, program, redis);
  return { url: redis.url, detail: `antrean di Redis, 127.0.0.1:${redis.port} (${program})` };
};

/** `npm start` as a person types it, for tests: watched, interrupted, killed, cleared away. */
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { lockHolder } from "../launch/exclusive-lock.mjs";
import { stillLives } from "../launch/process-identity.mjs";
import { runningRedisUrl, stopLeftoverRedis } from "../launch/redis-server.mjs";
import { requireFrom } from "../launch/repository.mjs";
import { endProcess } from "../launch/services.mjs";
import { waitUntil } from "../launch/waiting.mjs";
import { killCluster } from "./kill-cluster.mjs";

const READY = /Rembuk is ready after ([\d.]+) s: (\S+)/;

/** Web and worker of the installation, as `{ name, pid, startedAt }`. */
export const childrenOf = (state) => {
  const file = join(state, "children.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
};

const redisDirectory = (state) => join(state, "redis");

/** kill -9 of the Redis that the installation runs for itself. */
export const killRedis = async (state) => {
  const url = await runningRedisUrl(redisDirectory(state));
  if (!url) throw new Error("no Redis of its own runs");
  const { Redis } = requireFrom("apps/worker")("ioredis");
  const client = new Redis(url);
  client.on("error", () => {});
  const [, pid] = /process_id:(\d+)/.exec(await client.info("server")) ?? [];
  client.disconnect();
  process.kill(Number(pid), "SIGKILL");
};

/** What still runs of an installation that should have stopped; empty when nothing does. */
export const whatStillRuns = async (state) => [
  ...(lockHolder(join(state, "start.lock")) ? ["start"] : []),
  ...childrenOf(state)
    .filter(stillLives)
    .map(({ name }) => name),
  ...(existsSync(join(state, "postgres/data/postmaster.pid")) ? ["PostgreSQL"] : []),
  ...((await runningRedisUrl(redisDirectory(state))) ? ["Redis"] : []),
];

/** kill -9 of the start, of what it started, and of its servers. */
export const killEverything = async (state) => {
  const holder = lockHolder(join(state, "start.lock"));
  for (const { pid } of [holder, ...childrenOf(state)]) process.kill(pid, "SIGKILL");
  if (await runningRedisUrl(redisDirectory(state))) await killRedis(state);
  await killCluster(join(state, "postgres"));
};

/** Ends whatever of the installation runs, by force where it must; its data are nobody's concern. */
export const clearInstallation = async (state) => {
  if (!existsSync(state)) return;
  const holder = lockHolder(join(state, "start.lock"));
  if (holder) await endProcess(holder);
  await Promise.all(childrenOf(state).map(endProcess));
  await stopLeftoverRedis(redisDirectory(state)).catch(() => {});
  if (existsSync(join(state, "postgres/data/postmaster.pid"))) {
    await killCluster(join(state, "postgres")).catch(() => {});
  }
};

/**
 * Types `npm start`.
 * @param {{root: string, state: string, account?: {uid: number, gid: number}, env: object}} place
 *   `state`: where that start keeps its state
 * @returns {{output(): string, ready(limitMs: number): Promise<{seconds: number, address: string}>,
 *   said(pattern: RegExp, limitMs: number): Promise<RegExpExecArray>, ended: Promise<number>,
 *   interrupt(): Promise<number>}} waits throw with everything that was said so far
 */
export const typeNpmStart = ({ root, state, account = {}, env }) => {
  const child = spawn("npm", ["start"], { cwd: root, env, ...account });
  let output = "";
  let code;
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (status, signal) => resolve(status ?? signal));
  }).then((how) => {
    code = how;
    return how;
  });
  const said = async (pattern, limitMs) => {
    const find = () => pattern.exec(output);
    await waitUntil(() => find() ?? code !== undefined, { timeoutMs: limitMs });
    const found = find();
    if (found) return found;
    throw new Error(`not said within ${limitMs} ms: ${pattern} (ended: ${code})\n${output}`);
  };
  return {
    ended,
    said,
    output: () => output,
    ready: async (limitMs) => {
      const [, seconds, address] = await said(READY, limitMs);
      return { seconds: Number(seconds), address };
    },
    interrupt: () => {
      process.kill(lockHolder(join(state, "start.lock")).pid, "SIGINT");
      return ended;
    },
  };
};

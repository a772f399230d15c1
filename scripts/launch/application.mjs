/** The processes that make the application: web, worker, and in production the nightly backup. */
import { inRepository, tsxLoader } from "./repository.mjs";
import { startService, tailOf } from "./services.mjs";
import { pause } from "./waiting.mjs";

const READY_LIMIT_MS = 60_000;

/**
 * Starts the web application on the production build, or with `next dev`.
 * @param {{env: object, port: number, host?: string, logFile: string, dev?: boolean}} wanted
 */
export const startWeb = ({ env, port, host = "127.0.0.1", logFile, dev = false }) =>
  startService({
    name: "web",
    command: process.execPath,
    args: [
      "node_modules/next/dist/bin/next",
      dev ? "dev" : "start",
      ...["-H", host, "-p", String(port)],
    ],
    cwd: inRepository("apps/web"),
    env,
    logFile,
    toTerminal: dev,
  });

/** Starts the worker; in development it restarts itself when a file changes. */
export const startWorker = ({ env, logFile, dev = false }) =>
  startService({
    name: "worker",
    command: process.execPath,
    args: dev
      ? ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "src/main.ts"]
      : ["--import", tsxLoader(), "src/main.ts"],
    cwd: inRepository("apps/worker"),
    env,
    logFile,
    toTerminal: dev,
  });

/** Starts the process that waits for the night and then makes a backup. */
export const startBackups = ({ env, logFile }) =>
  startService({
    name: "backup",
    command: process.execPath,
    args: ["--import", tsxLoader(), "src/backups/back-up.ts", "--nightly"],
    cwd: inRepository("apps/worker"),
    env,
    logFile,
    toTerminal: false,
  });

const isReady = async (url) => {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5000) });
    return answer.ok ? "" : `${answer.status} ${(await answer.text()).slice(0, 500)}`;
  } catch (error) {
    return error.cause?.message ?? error.message;
  }
};

/**
 * Waits until the service answers `/readyz` with success.
 * @throws when it ends before, or does not become ready in a minute; with the end of its log
 */
export const waitUntilReady = async (service, port, { timeoutMs = READY_LIMIT_MS } = {}) => {
  const url = `http://127.0.0.1:${port}/readyz`;
  let ended;
  service.ended.then((how) => {
    ended = how;
  });
  const limit = performance.now() + timeoutMs;
  for (;;) {
    const problem = await isReady(url);
    if (!problem) return;
    if (ended) throw new Error(`${service.name} ended with ${ended}\n${tailOf(service.logFile)}`);
    if (performance.now() > limit) {
      throw new Error(`${url} is not ready: ${problem}\n${tailOf(service.logFile)}`);
    }
    await pause(100);
  }
};

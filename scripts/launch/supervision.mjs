/** Starts a server again that died under a running installation; not for ever. */
import { say, seconds } from "./steps.mjs";
import { pause } from "./waiting.mjs";

const LIMIT = 3;
const WITHIN_MS = 5 * 60_000;

/** What is being started again gets this long to let go when everything stops (ms). */
const GRACE_MS = 20_000;

/**
 * Whether one more restart is allowed: `limit` of them within any `withinMs`.
 * @returns {() => boolean} asks and, when allowed, counts
 */
export const restartAllowance = ({ limit, withinMs, now = () => performance.now() }) => {
  let taken = [];
  return () => {
    taken = taken.filter((at) => now() - at < withinMs);
    if (taken.length >= limit) return false;
    taken.push(now());
    return true;
  };
};

/**
 * Watches a server until everything stops. When it dies it is started again under the same address,
 * at most three times in five minutes; after that, or when it does not come up, all is stopped.
 * @param {ReturnType<typeof import("./shutdown.mjs").createShutdown>} shutdown
 * @param {{name: string, logFile: string, ended: () => Promise<string>,
 *   restart: () => Promise<unknown>, tell?: (text: string) => void}} server
 *   `ended` resolves with how the server ended that runs now
 */
export const supervise = (
  shutdown,
  { name, logFile, ended, restart, tell = say, limit = LIMIT, withinMs = WITHIN_MS },
) => {
  const isAllowed = restartAllowance({ limit, withinMs });
  let attempt = Promise.resolve();
  shutdown.first(() => Promise.race([attempt.catch(() => {}), pause(GRACE_MS)]));

  const startAgain = async (how) => {
    tell(`\n  ! ${name} ended (${how}); starting it again. Its log: ${logFile}`);
    const began = performance.now();
    await restart();
    tell(`  ! ${name} runs again after ${seconds(performance.now() - began)}`);
  };
  const watch = async () => {
    for (;;) {
      const how = await ended();
      if (shutdown.begun) return;
      if (!isAllowed()) {
        const often = `${limit + 1} times within ${Math.round(withinMs / 60_000)} minutes`;
        throw new Error(`${name} ended ${often} (${how}), which is no accident. See ${logFile}`);
      }
      attempt = startAgain(how);
      await attempt;
    }
  };
  watch().catch((error) => shutdown.end(1, `stopping: ${error.message}`));
};

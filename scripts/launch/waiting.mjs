/** Small waits that every part of the launcher needs. */

/** Resolves after the given milliseconds. */
export const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * Asks again until the answer is truthy or the time is over.
 * @template T
 * @param {() => T | Promise<T>} ask
 * @param {{timeoutMs: number, everyMs?: number}} limits
 * @returns {Promise<T | undefined>} undefined when the time is over
 */
export const waitUntil = async (ask, { timeoutMs, everyMs = 100 }) => {
  const end = performance.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer) return answer;
    if (performance.now() > end) return undefined;
    await pause(everyMs);
  }
};

/** One holder at a time, across processes, that a killed holder cannot keep. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { referToProcess, stillLives } from "./process-identity.mjs";
import { waitUntil } from "./waiting.mjs";

const read = (path) => {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
};

/** What the living holder wrote, or null when nobody (alive) holds the lock. */
export const lockHolder = (path) => {
  const holder = read(path);
  return holder && stillLives(holder) ? holder : null;
};

/**
 * Takes the lock unless a living process holds it.
 * @returns {{update(extra: object): void, release(): void} | null} null when it is held
 */
export const tryLock = (path) => {
  mkdirSync(dirname(path), { recursive: true });
  const mine = referToProcess(process.pid);
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
      return {
        update: (extra) =>
          writeFileSync(path, JSON.stringify({ ...mine, ...extra }), { mode: 0o600 }),
        release: () => rmSync(path, { force: true }),
      };
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (lockHolder(path)) return null;
      rmSync(path, { force: true });
    }
  }
  return null;
};

/**
 * Runs `work` while holding the lock; waits for a living holder to let go.
 * @throws when the holder keeps it longer than `timeoutMs`
 */
export const withLock = async (path, work, { timeoutMs = 180_000 } = {}) => {
  const lock = await waitUntil(() => tryLock(path), { timeoutMs, everyMs: 200 });
  if (!lock) throw new Error(`${path} is held by process ${lockHolder(path)?.pid}`);
  try {
    return await work();
  } finally {
    lock.release();
  }
};

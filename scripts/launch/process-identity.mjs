/** Tells one process from another that later got the same number. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const bootId = () => {
  try {
    return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
  } catch {
    return "";
  }
};

/**
 * When the process began, as an opaque text that is stable over its life.
 * @returns {string | null} null when no such process lives
 */
export const processStart = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The command in parentheses may hold spaces; the fields are counted after it.
    const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return state === "Z" ? null : `${bootId()}:${fields[18]}`;
  } catch (error) {
    if (process.platform === "linux" || error.code !== "ENOENT") return null;
  }
  const listed = spawnSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" });
  return listed.status === 0 && listed.stdout.trim() ? listed.stdout.trim() : null;
};

/** A reference to a process that can be written to a file: `{ pid, startedAt }`. */
export const referToProcess = (pid) => ({ pid, startedAt: processStart(pid) });

/** Whether the referred process itself (not a later holder of its number) still lives. */
export const stillLives = (reference) =>
  Boolean(reference?.startedAt) && processStart(reference.pid) === reference.startedAt;

/** What a power cut does to PostgreSQL, for tests: every process of a cluster killed at once. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { referToProcess, stillLives } from "../launch/process-identity.mjs";
import { waitUntil } from "../launch/waiting.mjs";

const parentOf = (pid) => {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
  } catch {
    return undefined; // ended meanwhile
  }
};

const childrenOf = (pid) => {
  if (process.platform === "linux") {
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name) && parentOf(name) === pid)
      .map(Number);
  }
  const listed = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
  return listed.stdout
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === pid)
    .map(([child]) => child);
};

const kill = ({ pid }) => {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // ended meanwhile
  }
};

/**
 * SIGKILL to the postmaster of the cluster in `directory` and to everything it started.
 * @returns {Promise<number>} how many processes there were
 * @throws when no server runs there, or when one of them outlives the signal
 */
export const killCluster = async (directory) => {
  const [line] = readFileSync(join(directory, "data/postmaster.pid"), "utf8").split("\n");
  const postmaster = referToProcess(Number(line));
  if (!stillLives(postmaster)) throw new Error(`no server runs in ${directory}`);
  // Held still first: it must neither tidy up nor start anybody in the meantime.
  process.kill(postmaster.pid, "SIGSTOP");
  const processes = [postmaster, ...childrenOf(postmaster.pid).map(referToProcess)];
  for (const one of processes) kill(one);
  const gone = await waitUntil(() => !processes.some(stillLives), { timeoutMs: 5000, everyMs: 10 });
  if (!gone) throw new Error(`a server process in ${directory} outlives SIGKILL`);
  return processes.length;
};

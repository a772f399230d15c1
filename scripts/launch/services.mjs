/** Long-running children: started in groups of their own, watched, stopped in order. */
import { spawn } from "node:child_process";
import { createWriteStream, mkdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { referToProcess, stillLives } from "./process-identity.mjs";
import { waitUntil } from "./waiting.mjs";

const GRACE_MS = 8000;

const signalGroup = (pid, signal) => {
  for (const target of process.platform === "win32" ? [pid] : [-pid, pid]) {
    try {
      process.kill(target, signal);
      return true;
    } catch {
      // gone, or no group of its own
    }
  }
  return false;
};

/** SIGTERM to the process and its group, SIGKILL after eight seconds. */
export const endProcess = async (reference) => {
  if (!stillLives(reference)) return;
  signalGroup(reference.pid, "SIGTERM");
  const gone = await waitUntil(() => !stillLives(reference), { timeoutMs: GRACE_MS, everyMs: 50 });
  if (!gone) {
    signalGroup(reference.pid, "SIGKILL");
    await waitUntil(() => !stillLives(reference), { timeoutMs: 2000, everyMs: 50 });
  }
};

/** The last lines of a log file. */
export const tailOf = (file, lines = 40) => {
  try {
    return readFileSync(file, "utf8").trimEnd().split("\n").slice(-lines).join("\n");
  } catch {
    return "";
  }
};

/**
 * Starts a child that runs until it is told to stop.
 *
 * It gets a process group of its own, so that Ctrl-C reaches the launcher alone and the launcher
 * decides the order.
 * @param {{name: string, command: string, args: string[], cwd?: string, env: object,
 *   logFile: string, toTerminal?: boolean}} wanted
 * @returns {{name: string, reference: {pid: number, startedAt: string}, logFile: string,
 *   ended: Promise<string>, stop(): Promise<void>}} `ended` resolves with how it ended
 */
export const startService = ({ name, command, args, cwd, env, logFile, toTerminal = false }) => {
  mkdirSync(dirname(logFile), { recursive: true });
  const log = createWriteStream(logFile, { flags: "a", mode: 0o600 });
  const child = spawn(command, args, {
    cwd,
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
  });
  for (const [from, terminal] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ]) {
    from.pipe(log, { end: false });
    if (toTerminal) from.pipe(terminal, { end: false });
  }
  const ended = new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ? `signal ${signal}` : `code ${code}`));
  });
  ended.then(() => log.end());
  const reference = child.pid ? referToProcess(child.pid) : { pid: 0, startedAt: null };
  const stop = async () => {
    await endProcess(reference);
    // What the child itself started may outlive it.
    signalGroup(reference.pid, "SIGKILL");
  };
  return { name, reference, logFile, ended, stop };
};

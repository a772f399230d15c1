/** Runs one command to its end. */
import { spawn } from "node:child_process";
import { repositoryRoot } from "./repository.mjs";

/** A command that ended with another code than 0; the message holds what it printed. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}\n${output.trim()}`);
    this.name = "CommandFailed";
    this.code = code;
    this.output = output;
  }
}

// Each command leads a group of its own: whatever it starts (npx starts pnpm starts turbo) ends
// with it, and Ctrl-C reaches this process alone, which then decides.
const running = new Set();

const signalCommand = (child, signal) => {
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, signal);
  } catch {
    // ended in the meantime
  }
};

/** Ends every command that still runs, with what it started. */
export const endRunningCommands = (signal = "SIGTERM") => {
  for (const child of running) signalCommand(child, signal);
};

process.once("exit", () => endRunningCommands("SIGKILL"));

const launch = (command, args, options) => {
  const child = spawn(command, args, {
    cwd: repositoryRoot,
    stdio: ["ignore", "pipe", "pipe"],
    detached: process.platform !== "win32",
    ...options,
  });
  if (child.pid) running.add(child);
  return child;
};

/**
 * Runs a command without a shell and gathers what it prints.
 * @param {string} command
 * @param {string[]} args
 * @param {import("node:child_process").SpawnOptions & {timeoutMs?: number}} [options]
 *   `cwd` defaults to the repository; after `timeoutMs` the command is killed
 * @returns {Promise<{code: number, stdout: string, stderr: string, output: string}>}
 */
export const tryCommand = (command, args, { timeoutMs, ...options } = {}) =>
  new Promise((resolve) => {
    const said = { stdout: "", stderr: "", output: "" };
    const child = launch(command, args, options);
    const expire = () => {
      said.output += `\nkilled after ${timeoutMs / 1000} s`;
      signalCommand(child, "SIGKILL");
    };
    const timer = timeoutMs ? setTimeout(expire, timeoutMs) : undefined;
    const finish = (code) => {
      clearTimeout(timer);
      running.delete(child);
      resolve({ code, ...said });
    };
    for (const stream of ["stdout", "stderr"]) {
      child[stream]?.setEncoding("utf8").on("data", (text) => {
        said[stream] += text;
        said.output += text;
      });
    }
    child.once("error", (error) => {
      said.output += `${error.message}\n`;
      finish(127);
    });
    child.once("close", (code, signal) => finish(code ?? (signal ? 128 : 1)));
  });

/**
 * Like {@link tryCommand}, for a command that must succeed.
 * @throws {CommandFailed}
 */
export const runCommand = async (command, args, options) => {
  const result = await tryCommand(command, args, options);
  if (result.code !== 0) {
    throw new CommandFailed(
      `${command} ${args.join(" ")}`.slice(0, 160),
      result.code,
      result.output,
    );
  }
  return result;
};

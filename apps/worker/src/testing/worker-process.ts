import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { keyFile, type WorkerFixture } from "./worker-fixture";

const workerDirectory = fileURLToPath(new URL("../..", import.meta.url));

export interface WorkerProcesses {
  /** A worker as the launcher starts it, a process of its own; resolves when it is ready. */
  start(): Promise<ChildProcess>;
  /** kill -9 of all that still run. */
  killAll(): void;
  /** The same, and removes their key file. */
  remove(): void;
}

const ready = (child: ChildProcess) =>
  new Promise<void>((resolve, reject) => {
    child.stdout?.on("data", (text: Buffer) => {
      if (text.toString().includes("worker ready")) resolve();
    });
    child.once("exit", (code) => reject(new Error(`the worker ended with ${code}`)));
  });

/** kill -9, until it is gone. */
export const kill = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
};

/** Workers beside the test, on the fixture's database and queue. */
export const workerProcesses = (f: WorkerFixture): WorkerProcesses => {
  const directory = mkdtempSync(join(tmpdir(), "rembuk-chaos-"));
  const FIELD_KEYS_FILE = join(directory, "keys.json");
  writeFileSync(FIELD_KEYS_FILE, keyFile, { mode: 0o600 });
  const children = new Set<ChildProcess>();
  const { REDIS_URL, ...env } = f.env;
  const texts = Object.entries(env).map(([name, value]) => [name, String(value)]);
  const killAll = () => {
    for (const child of children) child.kill("SIGKILL");
    children.clear();
  };
  return {
    async start() {
      const child = spawn(process.execPath, ["--import", "tsx", "src/main.ts"], {
        cwd: workerDirectory,
        env: {
          ...process.env,
          ...Object.fromEntries(texts),
          ...(REDIS_URL ? { REDIS_URL } : {}),
          FIELD_KEYS_FILE,
          LOG_LEVEL: "info",
        },
        stdio: ["ignore", "pipe", "inherit"],
      });
      children.add(child);
      child.once("exit", () => children.delete(child));
      await ready(child);
      return child;
    },
    killAll,
    remove() {
      killAll();
      rmSync(directory, { recursive: true, force: true });
    },
  };
};

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { lockHolder, tryLock } from "./exclusive-lock.mjs";
import { referToProcess, stillLives } from "./process-identity.mjs";

const directory = mkdtempSync(join(tmpdir(), "rembuk-lock-"));
afterAll(() => rmSync(directory, { recursive: true }));

const startSleeper = async () => {
  const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  await once(child, "spawn");
  return child;
};

test("is held by one process at a time, and tells who", () => {
  const path = join(directory, "held");
  const lock = tryLock(path);
  lock.update({ address: "http://localhost:3000" });
  expect(tryLock(path)).toBeNull();
  expect(lockHolder(path)).toMatchObject({ pid: process.pid, address: "http://localhost:3000" });
  lock.release();
  expect(lockHolder(path)).toBeNull();
});

test("is free again when its holder was killed", async () => {
  const path = join(directory, "killed");
  const child = await startSleeper();
  writeFileSync(path, JSON.stringify(referToProcess(child.pid)));
  expect(tryLock(path)).toBeNull();
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(tryLock(path)).not.toBeNull();
});

test("a later process with the same number is not the holder", async () => {
  const child = await startSleeper();
  expect(stillLives(referToProcess(child.pid))).toBe(true);
  expect(stillLives({ pid: child.pid, startedAt: "another life" })).toBe(false);
  child.kill("SIGKILL");
});

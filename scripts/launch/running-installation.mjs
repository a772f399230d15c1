/** What of this clone runs now: one start at a time, and nothing left over from a killed one. */
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lockHolder, tryLock } from "./exclusive-lock.mjs";
import { stillLives } from "./process-identity.mjs";
import { endProcess } from "./services.mjs";
import { stateDirectory } from "./state-directory.mjs";

const lockFile = () => join(stateDirectory(), "start.lock");
const childrenFile = () => join(stateDirectory(), "children.json");

/** The running start of this clone: `{ pid, address? }`, or null. */
export const runningStart = () => lockHolder(lockFile());

/** Takes the right to run this clone; null when another start holds it. */
export const claimInstallation = () => tryLock(lockFile());

/** Remembers the children, so that the next start finds them should this one be killed. */
export const rememberChildren = (services) =>
  writeFileSync(
    childrenFile(),
    JSON.stringify(services.map(({ name, reference }) => ({ name, ...reference }))),
    { mode: 0o600 },
  );

/** Forgets them after a clean stop. */
export const forgetChildren = () => rmSync(childrenFile(), { force: true });

/**
 * Ends web and worker processes that a killed start left behind; only those it started.
 * @returns {Promise<string[]>} their names
 */
export const endLeftovers = async () => {
  if (!existsSync(childrenFile())) return [];
  let children = [];
  try {
    children = JSON.parse(readFileSync(childrenFile(), "utf8"));
  } catch {
    // killed while writing: the processes then hold ports, and free ports are chosen
  }
  const alive = children.filter(stillLives);
  await Promise.all(alive.map(endProcess));
  forgetChildren();
  return alive.map((child) => child.name);
};

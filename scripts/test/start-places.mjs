/** Where tests of the whole start run it: here, or in a copy of this clone for an ordinary account. */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand, tryCommand } from "../launch/commands.mjs";
import { freePort } from "../launch/ports.mjs";
import { referToProcess } from "../launch/process-identity.mjs";
import { repositoryRoot } from "../launch/repository.mjs";
import { isRoot, stateDirectory } from "../launch/state-directory.mjs";
import { clearInstallation } from "./started-installation.mjs";

// An account that every system has, that owns nothing, and that may do nothing more than others.
const ORDINARY = "nobody";
const NEVER_COPIED = new Set([".git", ".data"]);

const environment = async (more) => {
  const { PATH, HOME, LANG } = process.env;
  const PORT = await freePort(3400);
  const WORKER_PORT = await freePort(3500);
  const quiet = { npm_config_update_notifier: "false", NO_COLOR: "1" };
  return { PATH, HOME, ...(LANG ? { LANG } : {}), ...quiet, PORT, WORKER_PORT, ...more };
};

/** The directory of these tests: the test run's, or one that the next run removes. */
export const createStartsDirectory = () => {
  const given = process.env.STARTS_DIRECTORY;
  const directory = given ?? join(stateDirectory(), "test-runs", `starts-${process.pid}`);
  mkdirSync(directory, { recursive: true, mode: 0o711 });
  writeFileSync(join(directory, "owner.json"), JSON.stringify(referToProcess(process.pid)));
  return directory;
};

const stateHere = (directory) => join(directory, "state");
const stateOfCopy = (directory) => join(directory, "clone", ".data");

/** Ends what such tests left running in `directory`. */
export const endStarts = async (directory) => {
  for (const state of [stateHere(directory), stateOfCopy(directory)])
    await clearInstallation(state);
};

/** The same, and removes the directory. */
export const removeStarts = async (directory) => {
  await endStarts(directory);
  rmSync(directory, { recursive: true, force: true });
};

/** This clone, as this user, with a state of its own. */
export const startHere = async (directory, more = {}) => {
  const state = stateHere(directory);
  const env = await environment({ REMBUK_STATE_DIR: state, ...more });
  return { root: repositoryRoot, state, env };
};

const numberOf = (flag) => Number(spawnSync("id", [flag, ORDINARY], { encoding: "utf8" }).stdout);

/** A copy with everything that is installed and built. Files are linked: nobody may write to them. */
const copyClone = async (clone, { uid, gid }) => {
  mkdirSync(clone, { mode: 0o755 });
  const entries = readdirSync(repositoryRoot).filter((name) => !NEVER_COPIED.has(name));
  const linked = await tryCommand("cp", ["-al", ...entries, clone]);
  if (linked.code !== 0) await runCommand("cp", ["-a", ...entries, `${clone}/`]);
  await runCommand("find", [clone, "-type", "d", "-exec", "chown", `${uid}:${gid}`, "{}", "+"]);
};

/**
 * A clone of an ordinary user's own: this one when this user is ordinary, else a copy that another
 * account owns, with its own home and the state where every clone has it.
 */
export const startAsOrdinaryUser = async (directory, more = {}) => {
  if (!isRoot) return startHere(directory, more);
  const account = { uid: numberOf("-u"), gid: numberOf("-g") };
  const root = join(directory, "clone");
  if (!existsSync(root)) await copyClone(root, account);
  const env = await environment({ HOME: root, ...more });
  return { root, state: stateOfCopy(directory), account, env };
};

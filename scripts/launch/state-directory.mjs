/**
 * The directory that holds everything a start leaves behind: clusters, secrets, logs, locks.
 *
 * An ordinary user gets `.data/` in the repository. Root cannot run PostgreSQL, and the account
 * that does may be unable to walk to the repository, so root's state lies under /var/tmp.
 */
import { accessSync, chmodSync, constants, lstatSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { cloneId, inRepository } from "./repository.mjs";

const userId = process.getuid?.() ?? 0;

/** True when this process is root on a system that knows users. */
export const isRoot = process.getuid?.() === 0;

// PostgreSQL refuses a data directory that others may enter; some mounts cannot express that.
const keepsPermissions = (directory) => {
  const probe = join(directory, ".permission-probe");
  try {
    mkdirSync(probe, { recursive: true });
    chmodSync(probe, 0o700);
    accessSync(probe, constants.W_OK);
    return (statSync(probe).mode & 0o077) === 0;
  } catch {
    return false;
  } finally {
    rmSync(probe, { recursive: true, force: true });
  }
};

const sharedTemporary = () =>
  join(process.platform === "win32" ? "C:\\Temp" : "/var/tmp", `rembuk-${userId}-${cloneId}`);

const create = (directory) => {
  // Root's directory may be walked through (by the PostgreSQL account), not listed.
  mkdirSync(directory, { recursive: true, mode: isRoot ? 0o711 : 0o700 });
  const found = lstatSync(directory);
  if (!found.isDirectory() || (process.getuid && found.uid !== userId)) {
    throw new Error(`${directory} exists and belongs to somebody else; set REMBUK_STATE_DIR`);
  }
  return directory;
};

let chosen;

/**
 * The state directory of this clone and user, created if absent.
 * `REMBUK_STATE_DIR` overrides the choice.
 * @returns {string} absolute path
 * @throws when the place exists but belongs to another user (a planted directory in /var/tmp)
 */
export const stateDirectory = () => {
  if (chosen) return chosen;
  const wanted = process.env.REMBUK_STATE_DIR;
  if (wanted) {
    chosen = create(wanted);
  } else if (isRoot) {
    chosen = create(sharedTemporary());
  } else {
    try {
      const local = create(inRepository(".data"));
      chosen = keepsPermissions(local) ? local : create(sharedTemporary());
    } catch {
      chosen = create(sharedTemporary());
    }
  }
  return chosen;
};

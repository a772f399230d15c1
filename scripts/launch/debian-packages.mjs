/** Installs programs from Debian's archive where this process may; used by the tests only. */
import { existsSync, rmSync, writeFileSync } from "node:fs";
import { runCommand, tryCommand } from "./commands.mjs";
import { isRoot } from "./state-directory.mjs";

const POLICY = "/usr/sbin/policy-rc.d";

/** Keeps a package from starting its service: the tests run servers of their own. */
const withoutServices = async (work) => {
  const foreign = existsSync(POLICY);
  if (!foreign) writeFileSync(POLICY, "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  try {
    return await work();
  } finally {
    if (!foreign) rmSync(POLICY, { force: true });
  }
};

/**
 * Installs a Debian package.
 * @throws with what to do by hand when this is not root or not a Debian
 */
export const installDebianPackage = async (name) => {
  const hasApt = (await tryCommand("apt-get", ["--version"])).code === 0;
  if (!isRoot || !hasApt) {
    throw new Error(`install ${name} first (Debian, Ubuntu: sudo apt-get install ${name})`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const wait = ["-o", "DPkg::Lock::Timeout=300"];
  await withoutServices(async () => {
    await runCommand("apt-get", ["update", "-qq"], { env });
    const install = ["install", "-y", "-qq", "--no-install-recommends", name];
    await runCommand("apt-get", [...wait, ...install], { env });
  });
};

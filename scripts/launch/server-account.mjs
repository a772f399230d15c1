/** Which account runs PostgreSQL: the server refuses to run as root. */

import { runCommand, tryCommand } from "./commands.mjs";
import { isRoot } from "./state-directory.mjs";

const ACCOUNT = "postgres";

const numberOf = async (flag) => {
  const { code, stdout } = await tryCommand("id", [flag, ACCOUNT]);
  return code === 0 ? Number(stdout) : undefined;
};

/**
 * The account for the server, as options for `spawn`.
 * @returns {Promise<{} | {uid: number, gid: number}>} empty when this process may run it itself
 * @throws when root cannot create the account
 */
export const serverAccount = async () => {
  if (!isRoot) return {};
  if ((await numberOf("-u")) === undefined) {
    await runCommand("useradd", ["--system", "--user-group", "--no-create-home", ACCOUNT]);
  }
  return { uid: await numberOf("-u"), gid: await numberOf("-g") };
};

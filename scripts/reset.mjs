/**
 * `npm run reset`: removes the database, the queue, the logs and the secrets of this clone, so that
 * the next start begins afresh. It touches nothing outside the state directory, and refuses while
 * Rembuk runs, and where real cases are unless told twice (`-- --real-cases`). Backups stay.
 */
import "./launch/require-node.mjs";
import { readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { clusterDirectory } from "./launch/embedded-installation.mjs";
import { stopCluster } from "./launch/embedded-postgres.mjs";
import { productionMark } from "./launch/production-mark.mjs";
import { stopLeftoverRedis } from "./launch/redis-server.mjs";
import { claimInstallation, endLeftovers, runningStart } from "./launch/running-installation.mjs";
import { stateDirectory } from "./launch/state-directory.mjs";

// The heads of the old chain would make the new one look cut off. Backups are never removed here.
const REMOVED = [
  ...["postgres", "redis", "logs", "secrets", "files"],
  ...["audit-heads.log", "installation.json"],
];

if (productionMark() && !process.argv.includes("--real-cases")) {
  console.error(
    "this installation was set up for real cases: its data and its field keys would be gone for good.\n" +
      "If that is meant, and field-keys.json is kept elsewhere: npm run reset -- --real-cases",
  );
  process.exit(1);
}

const lock = claimInstallation();
if (!lock) {
  const running = runningStart();
  console.error(`Rembuk runs (process ${running?.pid}). Stop it with Ctrl-C, then reset.`);
  process.exit(1);
}
try {
  // What a killed start left running belongs to this clone, and would keep its files open.
  await endLeftovers();
  await stopLeftoverRedis(join(stateDirectory(), "redis")).catch(() => {});
  await stopCluster(clusterDirectory()).catch(() => {});
  const present = readdirSync(stateDirectory()).filter((name) => REMOVED.includes(name));
  for (const name of present) {
    rmSync(join(stateDirectory(), name), { recursive: true, force: true });
  }
  console.log(present.length > 0 ? `removed ${present.join(", ")}` : "there was nothing to remove");
} finally {
  lock.release();
}

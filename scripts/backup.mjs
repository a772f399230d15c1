/**
 * `npm run backup`: copies database and attachments into BACKUP_DIRECTORY (by default `backups/` of
 * the state directory), keeps seven days and four weeks, and writes down how it went.
 * `npm run backup -- --nightly` stays and does it each night at BACKUP_TIME.
 */
import "./launch/require-node.mjs";
import {
  openInstallation,
  requireDependencies,
  runWorkerProgram,
  workerEnvironment,
} from "./launch/opened-installation.mjs";
import { createShutdown } from "./launch/shutdown.mjs";

const shutdown = createShutdown((message) => console.error(message));

try {
  requireDependencies();
  const opened = await openInstallation(shutdown);
  const { backup } = opened.database;
  if (!backup) {
    throw new Error("BACKUP_DATABASE_URL is not set (the address of role rembuk_backup)");
  }
  const env = { ...workerEnvironment(opened), BACKUP_DATABASE_URL: backup };
  await shutdown.end(await runWorkerProgram("src/backups/back-up.ts", process.argv.slice(2), env));
} catch (error) {
  await shutdown.end(1, error.message);
}

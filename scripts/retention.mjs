/**
 * `npm run retention -- --dry-run` counts what has passed its period, `-- --apply` carries out what
 * camats agreed to. See apps/worker/src/run-retention.ts.
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
  const env = workerEnvironment(await openInstallation(shutdown));
  const file = "src/run-retention.ts";
  await shutdown.end(await runWorkerProgram(file, process.argv.slice(2), env));
} catch (error) {
  await shutdown.end(1, error.message);
}

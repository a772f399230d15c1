/**
 * `npm run rotate-keys`: a new key for encrypted fields, and every row under it. See
 * apps/worker/src/field-keys/rotate-keys.ts for `--status`, `--remove` and `--batch-rows`.
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
  const file = "src/field-keys/rotate-keys.ts";
  await shutdown.end(await runWorkerProgram(file, process.argv.slice(2), env));
} catch (error) {
  await shutdown.end(1, error.message);
}

/**
 * `npm run doctor [-- --json] [-- --head FILE]`: says whether this installation is in order, and ends
 * with another code than 0 when it is not. Starts the embedded database when it does not run, and
 * stops it again. `--head`: compares the audit chain with heads that were exported and kept elsewhere.
 */
import "./launch/require-node.mjs";
import { resolve } from "node:path";
import {
  openInstallation,
  requireDependencies,
  runWorkerProgram,
  workerEnvironment,
} from "./launch/opened-installation.mjs";
import { createShutdown } from "./launch/shutdown.mjs";

const shutdown = createShutdown((message) => console.error(message));

/** Paths mean this directory; the program runs in another one. */
const args = process.argv
  .slice(2)
  .map((word, at, all) => (all[at - 1] === "--head" ? resolve(word) : word));

try {
  requireDependencies();
  const opened = await openInstallation(shutdown, { queue: true });
  const code = await runWorkerProgram("src/doctor.ts", args, workerEnvironment(opened));
  await shutdown.end(code);
} catch (error) {
  await shutdown.end(1, error.message);
}

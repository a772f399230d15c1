/**
 * `npm run export-audit-head [-- --to FILE]`: the head of the audit chain as one line, to be kept
 * outside this machine. `npm run doctor -- --head FILE` compares the chain with it later.
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
const args = process.argv
  .slice(2)
  .map((word, at, all) => (all[at - 1] === "--to" ? resolve(word) : word));

try {
  requireDependencies();
  const env = workerEnvironment(await openInstallation(shutdown));
  await shutdown.end(await runWorkerProgram("src/export-audit-head.ts", args, env));
} catch (error) {
  await shutdown.end(1, error.message);
}

/**
 * `npm run setup [-- --from FILE]`: an installation for real cases, without demo data. Dependencies,
 * database, migrations and master data as a start makes them; then offices and the first
 * administrator, whose one-time code is printed once. A second run refuses, or goes on where the
 * first was cut off.
 */
import "./launch/require-node.mjs";
import { resolve } from "node:path";
import {
  openInstallation,
  runWorkerProgram,
  workerEnvironment,
} from "./launch/opened-installation.mjs";
import { installDependencies } from "./launch/package-manager.mjs";
import { prepareDatabase } from "./launch/preparation.mjs";
import { ensureClient } from "./launch/prisma-client.mjs";
import { productionMarkFile } from "./launch/production-mark.mjs";
import { createShutdown } from "./launch/shutdown.mjs";
import { say, step } from "./launch/steps.mjs";

const shutdown = createShutdown((message) => console.error(message));

/** Paths mean this directory; the program runs in another one. */
const args = process.argv
  .slice(2)
  .map((word, at, all) => (all[at - 1] === "--from" ? resolve(word) : word));

const setUp = async () => {
  if (process.env.REMBUK_DEMO === "1")
    throw new Error("REMBUK_DEMO=1 and a set-up exclude each other");
  process.env.REMBUK_DEMO = "0";
  say("\nRembuk · npm run setup\n");
  await step("dependencies", async (tell) => tell(await installDependencies()));
  const opened = await openInstallation(shutdown, { queue: true });
  if (opened.isRunning) throw new Error("Rembuk runs from this directory; stop it first");
  await step("prisma client", async (tell) => tell(await ensureClient()));
  const env = workerEnvironment(opened);
  await prepareDatabase(opened.database, env, { demo: false });
  const mark = opened.given ? [] : ["--mark", productionMarkFile()];
  const code = await runWorkerProgram("src/setup/set-up.ts", [...args, ...mark], env);
  if (code === 0)
    say("  Now: npm run backup (the first one), then npm start. See docs/operations.md.\n");
  return code;
};

try {
  await shutdown.end(await setUp());
} catch (error) {
  await shutdown.end(1, error.message);
}

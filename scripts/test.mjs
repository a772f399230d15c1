/**
 * `npm test`: everything that must hold, from formatting to journeys in a real browser.
 *
 *   npm test                       all of it
 *   npm test -- unit services      only some parts (a group, or a word of a part's name)
 *
 * It brings its own PostgreSQL and Redis, and stops and removes them whatever happens. It ends with
 * one line, `N passed, N failed`; what could not be verified counts as failed.
 */
import "./launch/require-node.mjs";
import { installDependencies } from "./launch/package-manager.mjs";
import { ensureClient } from "./launch/prisma-client.mjs";
import { createShutdown } from "./launch/shutdown.mjs";
import { say, step } from "./launch/steps.mjs";
import { oneUnverified } from "./test/outcome.mjs";
import { chooseParts } from "./test/parts.mjs";
import { reportPart, reportSum } from "./test/report.mjs";
import { createSurroundings, removeDeadRuns } from "./test/surroundings.mjs";

const judge = async (part, surroundings, shutdown) => {
  const start = performance.now();
  const outcome = await part
    .run(surroundings, shutdown)
    .catch((error) => oneUnverified(part.name, error.stack ?? String(error)));
  const result = { name: part.name, outcome, milliseconds: performance.now() - start };
  if (!shutdown.begun) reportPart(result);
  return result;
};

/** Two lanes for two cores: what fills the database, and everything else beside it. */
const runParts = async (parts, surroundings, shutdown) => {
  const results = new Map();
  const runLane = async (lane) => {
    for (const part of parts.filter((candidate) => candidate.lane === lane)) {
      if (!shutdown.begun) results.set(part, await judge(part, surroundings, shutdown));
    }
  };
  await Promise.all([runLane("source"), runLane("database")]);
  await runLane("alone");
  return parts.map((part) => results.get(part));
};

const run = async (shutdown) => {
  const parts = chooseParts(process.argv.slice(2));
  await step("dependencies", async (tell) => tell(await installDependencies()));
  await step("prisma client", async (tell) => tell(await ensureClient()));
  await removeDeadRuns();
  const surroundings = createSurroundings();
  shutdown.last(surroundings.remove);
  const results = await runParts(parts, surroundings, shutdown);
  await shutdown.end(() => reportSum(results));
};

say(`\nRembuk · npm test · Node ${process.versions.node}\n`);
const shutdown = createShutdown((message) => say(`\n${message}`), { signalCode: 130 });
try {
  await run(shutdown);
} catch (error) {
  await shutdown.end(() => {
    say("0 passed, 1 failed");
    return 1;
  }, error.stack ?? String(error));
}

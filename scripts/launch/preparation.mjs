/** Brings a database to what the applications expect, step by step; all of it may be repeated. */
import {
  applyMigrations,
  loadDemoData,
  loadMasterData,
  prepareQueueSchema,
} from "./package-scripts.mjs";
import { step } from "./steps.mjs";

const lastLine = ({ stdout }) => (stdout.trimEnd().split("\n").at(-1) ?? "").slice(0, 100);

const quietly = async (name, work) => step(name, async (tell) => tell(lastLine(await work())));

/**
 * Migrations, the queue's schema (when the queue is on PostgreSQL), master data, demo data.
 * @param {{owner: string}} database
 * @param {object} workerEnv complete environment of the worker
 * @param {{demo: boolean}} options
 * @throws {import("./commands.mjs").CommandFailed}
 */
export const prepareDatabase = async (database, workerEnv, { demo }) => {
  await quietly("migrations", () => applyMigrations(database.owner));
  if (!workerEnv.REDIS_URL) {
    await quietly("queue schema", () => prepareQueueSchema(database.owner, workerEnv));
  }
  await quietly("master data", () => loadMasterData(database.owner));
  if (demo) await quietly("demo data", () => loadDemoData(workerEnv));
};

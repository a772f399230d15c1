/** The commands that packages provide to the launcher, each with the environment it needs. */
import { runCommand } from "./commands.mjs";
import { inRepository, tsxLoader } from "./repository.mjs";

const run = (packageDirectory, file, env) => {
  const loader = file.endsWith(".ts") ? ["--import", tsxLoader()] : [];
  return runCommand(process.execPath, [...loader, file], {
    cwd: inRepository(packageDirectory),
    env: { ...process.env, ...env },
  });
};

/** Generates the Prisma client (offline). */
export const generateClient = () => run("packages/db", "prisma/generate.mjs", {});

/** Applies the pending migrations as the owner. */
export const applyMigrations = (ownerUrl) =>
  run("packages/db", "src/migrate.ts", { MIGRATION_DATABASE_URL: ownerUrl });

/** Loads areas, sectors, categories and calendars; quick when they are there. */
export const loadMasterData = (ownerUrl) =>
  run("packages/db", "src/load-master-data.ts", { MIGRATION_DATABASE_URL: ownerUrl });

/** Creates BullMQ's own schema in PostgreSQL; only the owner may. */
export const prepareQueueSchema = (ownerUrl, env = {}) =>
  run("apps/worker", "src/queues/migrate.ts", { ...env, MIGRATION_DATABASE_URL: ownerUrl });

/** Loads the fictional cases through the use cases, as the worker; a no-op when they are there. */
export const loadDemoData = (workerEnv) => run("apps/worker", "src/demo/load.ts", workerEnv);

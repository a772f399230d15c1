/** Whether the migrations and the models say the same. */
import { tryCommand } from "../launch/commands.mjs";
import { ensureClient } from "../launch/prisma-client.mjs";
import { inRepository } from "../launch/repository.mjs";
import { fromCommand } from "./outcome.mjs";

const SCRIPT = "prisma/check-drift.mjs";

/** Compares a freshly migrated database with the Prisma models. */
export const checkDrift = async (surroundings) => {
  await ensureClient();
  const database = await surroundings.database("rembuk_drift");
  const result = await tryCommand(process.execPath, [SCRIPT], {
    cwd: inRepository("packages/db"),
    env: { ...process.env, MIGRATION_DATABASE_URL: database.owner },
  });
  return fromCommand("schema drift", result);
};

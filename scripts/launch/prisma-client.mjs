/** Generates the Prisma client, offline, when a model changed. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./exclusive-lock.mjs";
import { hashInputs } from "./input-hash.mjs";
import { generateClient } from "./package-scripts.mjs";
import { inRepository } from "./repository.mjs";
import { stateDirectory } from "./state-directory.mjs";

const INPUTS = ["packages/db/prisma", "packages/db/prisma.config.ts", "pnpm-lock.yaml"];

const generated = () => inRepository("packages/db/src/generated");
// Not among the generated files: the generator refuses a directory that holds anything else.
const stampFile = () => inRepository("packages/db/node_modules/.rembuk-client");

/**
 * @returns {Promise<"unchanged" | "generated">}
 * @throws {import("./commands.mjs").CommandFailed}
 */
export const ensureClient = () =>
  withLock(join(stateDirectory(), "generate.lock"), async () => {
    const wanted = hashInputs(INPUTS);
    const stamp = existsSync(stampFile()) ? readFileSync(stampFile(), "utf8") : "";
    if (stamp === wanted && existsSync(join(generated(), "client.ts"))) return "unchanged";
    await generateClient();
    writeFileSync(stampFile(), wanted);
    return "generated";
  });

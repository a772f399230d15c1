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
const stampFile = () => join(generated(), ".inputs");

/**
 * @returns {Promise<"unchanged" | "generated">}
 * @throws {import("./commands.mjs").CommandFailed}
 */
export const ensureClient = () =>
  withLock(join(stateDirectory(), "generate.lock"), async () => {
    const wanted = hashInputs(INPUTS);
    const stamp = existsSync(stampFile()) ? readFileSync(stampFile(), "utf8") : "";
    if (stamp === wanted) return "unchanged";
    await generateClient();
    if (existsSync(generated())) writeFileSync(stampFile(), wanted);
    return "generated";
  });

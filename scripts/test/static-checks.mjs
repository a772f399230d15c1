/** Checks that read the source and run nothing of it. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { tryCommand } from "../launch/commands.mjs";
import { workspacePackages } from "../launch/package-manager.mjs";
import { ensureClient } from "../launch/prisma-client.mjs";
import { inRepository } from "../launch/repository.mjs";
import { fromCommand, joinOutcomes } from "./outcome.mjs";

const bin = (name) => inRepository("node_modules/.bin", name);

/** Formatting, lint rules and the order of imports. */
export const checkFormat = async () =>
  fromCommand("biome", await tryCommand(bin("biome"), ["ci", "--colors=off", "."]));

/** Who may import whom; no cycles. */
export const checkImports = async () =>
  fromCommand(
    "dependency-cruiser",
    await tryCommand(bin("depcruise"), [
      ...["--config", ".dependency-cruiser.cjs", "--output-type", "err-long"],
      ...["apps", "packages"],
    ]),
  );

/** The file vocabulary. */
export const checkStructure = async () =>
  fromCommand(
    "file vocabulary",
    await tryCommand(process.execPath, ["scripts/check-structure.mjs"]),
  );

const typeCheck = async (directory) => {
  const manifest = JSON.parse(readFileSync(inRepository(directory, "package.json"), "utf8"));
  // Next writes the types of the routes before the compiler reads them.
  if (manifest.dependencies?.next) {
    const typegen = await tryCommand(
      process.execPath,
      ["node_modules/next/dist/bin/next", "typegen"],
      { cwd: inRepository(directory) },
    );
    if (typegen.code !== 0) return fromCommand(`next typegen in ${directory}`, typegen);
  }
  const compiled = await tryCommand(
    bin("tsc"),
    ["-p", "tsconfig.json", "--noEmit", "--pretty", "false"],
    {
      cwd: inRepository(directory),
    },
  );
  return fromCommand(`types of ${directory}`, compiled);
};

/** The types of every package; each package is one check. */
export const checkTypes = async () => {
  await ensureClient();
  const outcomes = [];
  for (const directory of workspacePackages()) {
    if (!existsSync(inRepository(join(directory, "tsconfig.json")))) continue;
    outcomes.push(await typeCheck(directory));
  }
  return joinOutcomes(outcomes);
};

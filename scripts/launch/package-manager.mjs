/** Installs the dependencies with the pinned pnpm, and skips it when nothing changed. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runCommand } from "./commands.mjs";
import { hashInputs } from "./input-hash.mjs";
import { inRepository } from "./repository.mjs";

const manifest = (directory) =>
  JSON.parse(readFileSync(inRepository(directory, "package.json"), "utf8"));

/** Directories of the workspace, the root first. */
export const workspacePackages = () =>
  [
    ".",
    ...["apps", "packages"].flatMap((group) =>
      readdirSync(inRepository(group)).map((name) => join(group, name)),
    ),
    "e2e",
    "bench",
  ].filter((directory) => existsSync(inRepository(directory, "package.json")));

const hasItsDependencies = (directory) => {
  const { dependencies, devDependencies } = manifest(directory);
  return Object.keys({ ...dependencies, ...devDependencies }).every((name) =>
    existsSync(inRepository(directory, "node_modules", name)),
  );
};

const stampFile = () => inRepository("node_modules", ".rembuk-installed");

const fingerprint = () =>
  hashInputs(
    [
      "pnpm-lock.yaml",
      "pnpm-workspace.yaml",
      ...workspacePackages().map((directory) => join(directory, "package.json")),
    ],
    [`${process.platform}-${process.arch}`],
  );

/** Runs the pinned pnpm through npx; corepack is not needed. */
export const pnpm = (args, options = {}) =>
  runCommand("npx", ["--yes", manifest(".").packageManager, ...args], {
    ...options,
    env: {
      ...process.env,
      ...options.env,
      npm_config_loglevel: "error",
      npm_config_update_notifier: "false",
    },
  });

/**
 * Installs exactly what the lockfile says, unless that was done already and is still whole.
 * @returns {Promise<"unchanged" | "installed">}
 */
export const installDependencies = async () => {
  const wanted = fingerprint();
  const stamp = existsSync(stampFile()) ? readFileSync(stampFile(), "utf8") : "";
  if (stamp === wanted && workspacePackages().every(hasItsDependencies)) return "unchanged";
  await pnpm(["install", "--frozen-lockfile"]);
  writeFileSync(stampFile(), wanted);
  return "installed";
};

/** The production build of the web application, skipped while nothing it reads has changed. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hashInputs } from "./input-hash.mjs";
import { pnpm } from "./package-manager.mjs";
import { inRepository } from "./repository.mjs";

const INPUTS = ["apps/web", "packages", "pnpm-lock.yaml", "turbo.json"];

const buildId = () => inRepository("apps/web/.next/BUILD_ID");
// Inside the build, so that whoever removes the build removes its stamp.
const stampFile = () => inRepository("apps/web/.next/rembuk-inputs");

const secondsFile = () => inRepository("apps/web/.next/rembuk-seconds");

const fingerprint = () => hashInputs(INPUTS, [process.version]);

/** Whether the build that lies there was made from what lies there now. */
export const isWebBuilt = (wanted = fingerprint()) =>
  [buildId(), secondsFile(), stampFile()].every((file) => existsSync(file)) &&
  readFileSync(stampFile(), "utf8") === wanted;

/**
 * Builds when an input changed since the last build.
 * @returns {Promise<"unchanged" | "built">}
 * @throws {import("./commands.mjs").CommandFailed} with the compiler's words
 */
export const buildWeb = async () => {
  const wanted = fingerprint();
  if (isWebBuilt(wanted)) return "unchanged";
  const task = ["run", "build", "--filter=@rembuk/web", "--output-logs=errors-only"];
  const began = performance.now();
  await pnpm(["exec", "turbo", ...task], {
    env: { NEXT_TELEMETRY_DISABLED: "1", TURBO_TELEMETRY_DISABLED: "1" },
  });
  writeFileSync(secondsFile(), String((performance.now() - began) / 1000));
  writeFileSync(stampFile(), wanted);
  return "built";
};

/** How long the build took that lies there (s), whoever made it. */
export const webBuildSeconds = () => Number(readFileSync(secondsFile(), "utf8"));

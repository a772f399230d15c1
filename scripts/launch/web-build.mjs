/** The production build of the web application, skipped while nothing it reads has changed. */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { hashInputs } from "./input-hash.mjs";
import { pnpm } from "./package-manager.mjs";
import { inRepository } from "./repository.mjs";

const INPUTS = ["apps/web", "packages", "pnpm-lock.yaml", "turbo.json"];

const buildId = () => inRepository("apps/web/.next/BUILD_ID");
// Inside the build, so that whoever removes the build removes its stamp.
const stampFile = () => inRepository("apps/web/.next/rembuk-inputs");

/**
 * Builds when an input changed since the last build.
 * @returns {Promise<"unchanged" | "built">}
 * @throws {import("./commands.mjs").CommandFailed} with the compiler's words
 */
export const buildWeb = async (env = {}) => {
  const wanted = hashInputs(INPUTS, [process.version]);
  const stamp = existsSync(stampFile()) ? readFileSync(stampFile(), "utf8") : "";
  if (stamp === wanted && existsSync(buildId())) return "unchanged";
  await pnpm(
    ["exec", "turbo", "run", "build", "--filter=@rembuk/web", "--output-logs=errors-only"],
    {
      env: { ...env, NEXT_TELEMETRY_DISABLED: "1", TURBO_TELEMETRY_DISABLED: "1" },
    },
  );
  writeFileSync(stampFile(), wanted);
  return "built";
};

/** Runs the Vitest suite of one package and counts every test. */
import { existsSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { neutralEnvironment } from "../launch/app-environment.mjs";
import { tryCommand } from "../launch/commands.mjs";
import { inRepository, repositoryRoot } from "../launch/repository.mjs";
import { joinOutcomes, oneFailed, onePassed, oneUnverified } from "./outcome.mjs";

const LIMIT_MS = 12 * 60_000;

const ofTest = (file, test) => {
  const title = `${file} › ${test.fullName}`;
  // A test tells a figure by `task.meta.seen`.
  if (test.status === "passed") return onePassed(...(test.meta?.seen ? [test.meta.seen] : []));
  if (test.status === "failed") return oneFailed(title, test.failureMessages.join("\n"));
  return oneUnverified(title, test.status === "todo" ? "not written yet" : "skipped");
};

const ofFile = (result) => {
  const file = relative(repositoryRoot, result.name);
  const outcome = joinOutcomes(result.assertionResults.map((test) => ofTest(file, test)));
  // A file that does not even load, or whose set-up throws, has no failed test of its own.
  if (result.status !== "failed" || outcome.failures.length > 0) return outcome;
  const kept = outcome.unverified.length;
  const text = kept > 0 ? `${result.message}\n(${kept} tests in it did not run)` : result.message;
  return { ...outcome, failures: [{ title: file, text }], unverified: [] };
};

/**
 * @param {{name: string, package: string, env?: object, directory: string, args?: string[]}} wanted
 *   `directory`: where the report may be written
 * @returns {Promise<import("./outcome.mjs").Outcome>}
 */
export const runVitest = async ({
  name,
  package: packageDirectory,
  env = {},
  directory,
  args = [],
}) => {
  const report = join(directory, `${name.replaceAll(/\W+/g, "-")}.json`);
  const result = await tryCommand(
    process.execPath,
    [
      inRepository(packageDirectory, "node_modules/vitest/vitest.mjs"),
      ...["run", "--reporter=json", `--outputFile=${report}`, ...args],
    ],
    {
      cwd: inRepository(packageDirectory),
      env: { ...neutralEnvironment(), ...env, NODE_ENV: "test", NO_COLOR: "1" },
      timeoutMs: LIMIT_MS,
    },
  );
  if (!existsSync(report)) return oneUnverified(name, result.output.trim() || "no report");
  const { testResults } = JSON.parse(readFileSync(report, "utf8"));
  const outcome = joinOutcomes(testResults.map(ofFile));
  if (testResults.length === 0) return oneUnverified(name, "it holds no tests");
  const silent = result.code !== 0 && outcome.failures.length === 0;
  return silent ? joinOutcomes([outcome, oneFailed(name, result.output.trim())]) : outcome;
};

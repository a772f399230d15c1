/** Runs the browser journeys and counts every test. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { neutralEnvironment } from "../launch/app-environment.mjs";
import { tryCommand } from "../launch/commands.mjs";
import { inRepository } from "../launch/repository.mjs";
import { seconds } from "../launch/steps.mjs";
import { emptyOutcome, joinOutcomes, oneFailed, onePassed, oneUnverified } from "./outcome.mjs";

const LIMIT_MS = 15 * 60_000;

/** What stood on the page at the end, as Playwright wrote it down: the longest part of its account. */
const SNAPSHOT_LINES = 120;

const snapshotsOf = ({ attachments = [] }) =>
  attachments
    .filter(({ name, path }) => name === "error-context" && path && existsSync(path))
    .map(({ path }) => {
      const account = readFileSync(path, "utf8");
      const from = account.indexOf("# Page snapshot");
      return from < 0 ? "" : account.slice(from).split("\n").slice(0, SNAPSHOT_LINES).join("\n");
    });

const textOf = (test) =>
  test.results
    .flatMap((result) => [
      ...(result.errors ?? []).map((error) => error.stack ?? error.message ?? ""),
      ...snapshotsOf(result),
    ])
    .join("\n");

const ofSpec = (path, spec) => {
  const title = [...path, spec.title].join(" › ");
  return spec.tests.map((test) => {
    const name = test.projectName ? `[${test.projectName}] ${title}` : title;
    if (test.status === "expected") return onePassed();
    if (test.status === "skipped") return oneUnverified(name, "skipped");
    return oneFailed(name, textOf(test));
  });
};

const ofSuite = (suite, path = []) => {
  const here = suite.title ? [...path, suite.title] : path;
  return [
    ...(suite.specs ?? []).flatMap((spec) => ofSpec(here, spec)),
    ...(suite.suites ?? []).flatMap((inner) => ofSuite(inner, here)),
  ];
};

const durationsOf = (suite) => [
  ...(suite.specs ?? []).flatMap((spec) =>
    spec.tests.map(({ results }) => ({
      title: spec.title,
      ms: results.reduce((sum, { duration }) => sum + duration, 0),
    })),
  ),
  ...(suite.suites ?? []).flatMap(durationsOf),
];

const slowest = (suites) => {
  const all = suites.flatMap(durationsOf).sort((a, b) => b.ms - a.ms);
  const told = all.slice(0, 6).map(({ title, ms }) => `${seconds(ms)} ${title}`);
  return { ...emptyOutcome(), seen: [`the slowest: ${told.join("; ")}`] };
};

/**
 * @param {{directory: string, env: object}} wanted `env` names the application under test
 * @returns {Promise<import("./outcome.mjs").Outcome>}
 */
export const runPlaywright = async ({ directory, env }) => {
  const report = join(directory, "journeys.json");
  const result = await tryCommand(
    process.execPath,
    ["node_modules/@playwright/test/cli.js", "test"],
    {
      cwd: inRepository("e2e"),
      env: {
        ...neutralEnvironment(),
        ...env,
        JOURNEYS_REPORT: report,
        NO_COLOR: "1",
        FORCE_COLOR: "0",
      },
      timeoutMs: LIMIT_MS,
    },
  );
  if (!existsSync(report)) return oneUnverified("journeys", result.output.trim() || "no report");
  const { suites, errors } = JSON.parse(readFileSync(report, "utf8"));
  const tests = suites.flatMap((suite) => ofSuite(suite));
  const broken = errors.map((error) => oneFailed("journeys", error.stack ?? error.message));
  if (tests.length + broken.length === 0) return oneUnverified("journeys", "there are none");
  return joinOutcomes([slowest(suites), ...tests, ...broken]);
};

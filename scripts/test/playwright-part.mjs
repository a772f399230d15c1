/** Runs the browser journeys and counts every test. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { neutralEnvironment } from "../launch/app-environment.mjs";
import { tryCommand } from "../launch/commands.mjs";
import { inRepository } from "../launch/repository.mjs";
import { seconds } from "../launch/steps.mjs";
import { emptyOutcome, joinOutcomes, oneFailed, onePassed, oneUnverified } from "./outcome.mjs";

const LIMIT_MS = 15 * 60_000;

/** Enough of the pages that a failed journey left (e2e/fixtures/test.ts), one after the other. */
const STANDING_LETTERS = 12_000;

const standingOf = ({ attachments = [] }) =>
  attachments
    .filter(({ name, body }) => name === "standing" && body)
    .map(({ body }) => Buffer.from(body, "base64").toString("utf8").slice(0, STANDING_LETTERS));

const textOf = (test) =>
  test.results
    .flatMap((result) => [
      ...(result.errors ?? []).map((error) => error.stack ?? error.message ?? ""),
      ...standingOf(result),
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

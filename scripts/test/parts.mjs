/** Every part of `npm test`, in the order in which it reports. */
import { join } from "node:path";
import { runningStart } from "../launch/running-installation.mjs";
import { buildWeb, isWebBuilt, webBuildSeconds } from "../launch/web-build.mjs";
import { checkDrift } from "./drift-check.mjs";
import { checkFirstLoad } from "./first-load.mjs";
import { runJourneys } from "./journeys-part.mjs";
import { joinOutcomes, oneFailed, onePassed, oneUnverified } from "./outcome.mjs";
import { checkFormat, checkImports, checkStructure, checkTypes } from "./static-checks.mjs";
import { ensureRedisProgram } from "./surroundings.mjs";
import { runVitest } from "./vitest-part.mjs";

const unit = (name, packageDirectory) => ({
  name,
  groups: ["unit"],
  lane: "source",
  run: ({ directory }) => runVitest({ name, package: packageDirectory, directory }),
});

const ofScripts = (name, directory, args, env) =>
  runVitest({ name, package: ".", directory, env, args: ["--root", "scripts", ...args] });

const launcher = {
  name: "unit: launcher",
  groups: ["unit", "launcher"],
  lane: "source",
  run: ({ directory }) => ofScripts("unit: launcher", directory, ["--exclude", "starts/**"]),
};

/** `npm start` itself, on the build that lies there by now. */
const starts = {
  name: "whole start",
  groups: ["start"],
  lane: "alone",
  run: async ({ directory }) => {
    // These tests want a redis-server; asking for it installs one where that may be done.
    await ensureRedisProgram();
    const env = { STARTS_DIRECTORY: join(directory, "starts") };
    return ofScripts("whole start", directory, ["--no-file-parallelism", "starts/"], env);
  },
};

const onDatabase = (name, packageDirectory, groups, more = {}) => ({
  name,
  groups,
  lane: more.lane ?? "database",
  run: async (surroundings) => {
    const env = {
      TEST_ADMIN_DATABASE_URL: await surroundings.adminUrl(),
      ...(await more.env?.(surroundings)),
    };
    const { directory } = surroundings;
    return runVitest({ name, package: packageDirectory, directory, env, args: more.args ?? [] });
  },
});

/** Tests of the worker that a queue has a part in: these run on both backends, the others once. */
const QUEUE_TESTS = [
  ...["chaos", "worker.test", "doctor.test", "src/outbox/", "src/queues/"],
  ...["notify-coaching", "notify-innovation"],
];

const build = async () => {
  const running = runningStart();
  if (running && !isWebBuilt()) {
    const why = `Rembuk runs from this directory (process ${running.pid}) on an older build; stop it`;
    return oneUnverified("next build", why);
  }
  try {
    await buildWeb();
    const built = onePassed(`the web build took ${webBuildSeconds().toFixed(1)} s`);
    return joinOutcomes([built, checkFirstLoad()]);
  } catch (error) {
    return oneFailed("next build", error.message);
  }
};

/**
 * `alone`: nothing runs beside it, because it fills both cores.
 * @type {{name: string, groups: string[], lane: "source" | "database" | "alone",
 *   run(surroundings: object, shutdown: object): Promise<import("./outcome.mjs").Outcome>}[]}
 */
export const PARTS = [
  { name: "format and lint", groups: ["static", "format"], lane: "source", run: checkFormat },
  { name: "file vocabulary", groups: ["static", "structure"], lane: "source", run: checkStructure },
  { name: "import rules", groups: ["static", "imports"], lane: "source", run: checkImports },
  { name: "types", groups: ["static", "types"], lane: "source", run: checkTypes },
  { name: "schema drift", groups: ["static", "drift"], lane: "database", run: checkDrift },
  launcher,
  unit("unit: domain", "packages/domain"),
  unit("unit: ui", "packages/ui"),
  onDatabase("unit: web", "apps/web", ["unit", "web"], { lane: "source" }),
  onDatabase("database", "packages/db", ["db", "services"]),
  onDatabase("services", "packages/services", ["services"]),
  // They mostly wait for processes that they have killed. One backend in each lane.
  onDatabase("worker on Redis", "apps/worker", ["worker"], {
    env: async (surroundings) => ({ REDIS_URL: (await surroundings.redis()).url }),
    args: QUEUE_TESTS,
  }),
  onDatabase("worker on PostgreSQL", "apps/worker", ["worker"], {
    lane: "source",
    args: QUEUE_TESTS,
  }),
  onDatabase("worker without queue", "apps/worker", ["worker"], {
    args: QUEUE_TESTS.flatMap((word) => [
      "--exclude",
      word.endsWith("/") ? `${word}**` : `**/*${word}*`,
    ]),
  }),
  // Alone, so that what `npm start` says of the first start is what an office sees.
  { name: "production build", groups: ["build"], lane: "alone", run: build },
  starts,
  { name: "journeys", groups: ["e2e"], lane: "alone", run: runJourneys },
];

/**
 * The parts that the arguments name (by group or by a word of the name); all without arguments.
 * The journeys and the whole start bring the build along.
 * @throws when an argument names nothing
 */
export const chooseParts = (words) => {
  if (words.length === 0) return PARTS;
  const matches = (part, word) => part.groups.includes(word) || part.name.includes(word);
  const unknown = words.find((word) => !PARTS.some((part) => matches(part, word)));
  if (unknown) {
    const groups = [...new Set(PARTS.flatMap((part) => part.groups))].join(" ");
    throw new Error(`no part is called “${unknown}”; there are: ${groups}`);
  }
  const builds = words.includes("e2e") || words.includes("start");
  const wanted = builds ? [...words, "build"] : words;
  return PARTS.filter((part) => wanted.some((word) => matches(part, word)));
};

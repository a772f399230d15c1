/**
 * What the product costs at many cases, through the production web server with sessions, permissions,
 * row-level security, audit and outbox on; beside it the floor of the stack on the same machine in the
 * same run, in turn, three rounds after one to warm up, medians.
 *
 *   npm run bench -- [--sizes 20000,100000,1000000] [--callers 1,8,32] [--seconds 4] [--only list,show]
 *                    [--json FILE] [--gate] [--profile DIRECTORY]
 *
 * At 50,000 cases and more it also checks the plans of the hottest queries (`plans.mjs`) and fails when a big
 * table is read from end to end; `--only plans` does nothing else.
 *
 * Prints req/s, p50/p95/p99, CPU ms of a request (C: application + database), F = ours / floor, and
 * G = p95 at the largest size / at the smallest. `--gate` fails when C, F or G misses its goal. It makes its own PostgreSQL
 * (default durability), keeps it filled for the next run, and asks no server that it did not start.
 * With `--profile` the web process leaves a CPU profile there; the figures are then not for use.
 */
import { spawn } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { withConnection } from "../scripts/launch/database-connection.mjs";
import { stopCluster } from "../scripts/launch/embedded-postgres.mjs";
import { freePort } from "../scripts/launch/ports.mjs";
import { buildWeb } from "../scripts/launch/web-build.mjs";
import { directory, loadedDatabase, openCluster, openWeb, people } from "./installation.mjs";
import { interleaved, memoryOf } from "./measure.mjs";
import { checkPlans, leastCases, unusedIndexes } from "./plans.mjs";
import { workloadsOn } from "./workloads.mjs";

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const numbers = (text) => text.split(",").map(Number);
const sizes = numbers(option("sizes", "100000"));
const callerCounts = numbers(option("callers", "8"));
const seconds = Number(option("seconds", "4"));
const only = option("only")?.split(",");
const profile = option("profile");
const rounds = 3;

/** Goals for C (ms) and F at 8 callers, for G, and for p95 (ms) of one caller. */
const goals = {
  list: { C: 5, F: 0.25, G: 1.5 },
  show: { C: 4 },
  board: { p95: 15 },
  create: { C: 4 },
};

const profiling = profile
  ? {
      NODE_OPTIONS: `--import ${new URL("profile.mjs", import.meta.url).href}`,
      PROFILE_DIRECTORY: resolve(profile),
    }
  : {};

const openFloor = async (database) => {
  const port = await freePort(3950);
  const secretHash = createHash("sha256").update(randomUUID()).digest("hex");
  await withConnection(database.admin, (admin) =>
    admin.query(
      `INSERT INTO "session" (id, secret_hash, user_id, last_seen_at, idle_minutes, expires_at)
       VALUES (gen_random_uuid(), $1, $2, now(), 600, now() + interval '1 day')`,
      [secretHash, people.desk.id],
    ),
  );
  const server = spawn(
    process.execPath,
    [fileURLToPath(new URL("floor-server.mjs", import.meta.url))],
    {
      env: {
        ...process.env,
        DATABASE_URL: database.admin,
        PORT: String(port),
        NODE_ENV: "production",
      },
      stdio: "inherit",
    },
  );
  return {
    base: `http://127.0.0.1:${port}`,
    secretHash,
    pid: server.pid,
    stop: () => server.kill(),
  };
};

const say = (label, r) =>
  console.log(
    `${label} ${r.perSecond.toFixed(0).padStart(6)}/s  p50 ${r.p50.toFixed(1)}  p95 ${r.p95.toFixed(1)}  p99 ${r.p99.toFixed(1)} ms` +
      `  CPU app ${r.cpuApp.toFixed(2)} + db ${r.cpuDatabase.toFixed(2)} ms`,
  );

const measureAt = async (web, floor, workloads, callers) => {
  const results = {};
  for (const [name, work] of Object.entries(workloads)) {
    if (only && !only.includes(name.split(" ")[0])) continue;
    const sides = { ours: { request: work.ours, processes: web.processes } };
    if (work.floor) {
      const processes = { app: floor.pid, database: web.processes.database };
      sides.floor = { request: work.floor, processes };
    }
    const found = await interleaved(sides, { callers, seconds, rounds });
    const C = found.ours.cpuApp + found.ours.cpuDatabase;
    const F = found.floor ? found.ours.perSecond / found.floor.perSecond : undefined;
    say(`${name.padEnd(24)} ours `, found.ours);
    if (found.floor) say(`${"".padEnd(24)} floor`, found.floor);
    console.log(`${"".padEnd(24)} C ${C.toFixed(1)} ms${F ? `  F ${F.toFixed(2)}` : ""}`);
    results[name] = { ...found, C, F };
  }
  return results;
};

/** @returns {Promise<readonly string[]>} what is wrong with the plans; of few cases none is judged */
const judgePlans = async (database, cases) => {
  if (cases < leastCases) {
    console.log(`plans: not judged at fewer than ${leastCases} cases`);
    return [];
  }
  const faults = await checkPlans(database);
  console.log(faults.length === 0 ? "plans: sound" : `plans:\n  ${faults.join("\n  ")}`);
  console.log(`not asked here: ${(await unusedIndexes(database.admin)).join(", ")}`);
  return faults;
};

const measureSize = async (cluster, cases) => {
  const database = await loadedDatabase(cluster, { cases, persons: Math.min(cases, 100_000) });
  const web = await openWeb(cluster, database, profiling);
  const floor = await openFloor(database);
  try {
    const workloads = await workloadsOn({
      ...{ database, base: web.base, floorBase: floor.base, secretHash: floor.secretHash },
    });
    const byCallers = {};
    for (const callers of callerCounts) {
      console.log(`\n${cases} cases, ${callers} at a time`);
      byCallers[callers] = await measureAt(web, floor, workloads, callers);
    }
    const faults = await judgePlans(database, cases);
    const worker = await web.startWorker();
    const memory = { web: memoryOf(web.processes.app), worker: memoryOf(worker.pid) };
    await worker.stop();
    console.log(`memory: web ${memory.web.toFixed(0)} MB, worker ${memory.worker.toFixed(0)} MB`);
    return { byCallers, memory, faults };
  } finally {
    floor.stop();
    await web.stop();
  }
};

/** p95 at the largest size over p95 at the smallest, at the first number of callers. */
const growthOf = (results) => {
  const [small, large] = [Math.min(...sizes), Math.max(...sizes)];
  if (small === large) return {};
  const at = (cases) => results[cases].byCallers[callerCounts[0]];
  return Object.fromEntries(
    Object.keys(at(small)).map((name) => [
      name,
      at(large)[name].ours.p95 / at(small)[name].ours.p95,
    ]),
  );
};

const missedGoals = (results, G) => {
  const largest = results[sizes.at(-1)].byCallers;
  const [at, alone] = [largest[8] ?? {}, largest[1] ?? {}];
  return Object.entries(goals).flatMap(([name, goal]) => {
    const found = { ...at[name], G: G[name], p95: alone[name]?.ours.p95 };
    return Object.entries(goal).flatMap(([figure, limit]) => {
      const value = found[figure];
      const isMissed = value !== undefined && (figure === "F" ? value < limit : value > limit);
      return isMissed ? [`${name}: ${figure} ${value.toFixed(2)}, goal ${limit}`] : [];
    });
  });
};

const main = async () => {
  await buildWeb();
  const cluster = await openCluster();
  try {
    const results = {};
    for (const cases of sizes) results[cases] = await measureSize(cluster, cases);
    const G = growthOf(results);
    for (const [name, value] of Object.entries(G)) console.log(`G ${name}: ${value.toFixed(2)}`);
    const file = option("json");
    if (file) writeFileSync(file, JSON.stringify({ seconds, rounds, results, G }, null, 2));
    const missed = missedGoals(results, G);
    if (missed.length > 0) console.log(`\nmissed:\n  ${missed.join("\n  ")}`);
    if (Object.values(results).some(({ faults }) => faults.length > 0)) process.exitCode = 1;
    if (process.argv.includes("--gate") && missed.length > 0) process.exitCode = 1;
  } finally {
    await stopCluster(directory);
  }
};

await main();

/**
 * What the first shaft costs: list 50 of a queue and create, at 100,000 cases, with sessions,
 * permissions, row-level security, audit and outbox on, through the production web server; beside
 * the stack floor on the same machine in the same run, interleaved, three rounds.
 *
 *   node bench/case-shaft.mjs [--cases 100000] [--seconds 6] [--json FILE] [--profile DIRECTORY]
 *
 * Prints req/s, p50/p95/p99 and CPU milliseconds a request (C), and F = ours / floor. It makes its
 * own PostgreSQL with default durability and refuses any server that it did not start. With
 * `--profile` the web process leaves a CPU profile there when it ends; the figures are then not for use.
 */

import { spawn } from "node:child_process";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  clusterDatabase,
  logFileOf,
  processEnvironments,
} from "../scripts/launch/app-environment.mjs";
import { startWeb, waitUntilReady } from "../scripts/launch/application.mjs";
import { withConnection } from "../scripts/launch/database-connection.mjs";
import { ensureDatabase, ensureRoles } from "../scripts/launch/database-roles.mjs";
import { startCluster, stopCluster } from "../scripts/launch/embedded-postgres.mjs";
import { freePort } from "../scripts/launch/ports.mjs";
import { prepareDatabase } from "../scripts/launch/preparation.mjs";
import { newFieldKeys } from "../scripts/launch/secrets.mjs";
import { stateDirectory } from "../scripts/launch/state-directory.mjs";
import { buildWeb } from "../scripts/launch/web-build.mjs";

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const cases = Number(option("cases", "100000"));
const seconds = Number(option("seconds", "6"));
const concurrency = 8;
const rounds = 3;
const subdistrict = "63.11.07";

const directory = join(stateDirectory(), "bench");
const profileDirectory = option("profile");
const profiling = profileDirectory
  ? {
      NODE_OPTIONS: `--import ${new URL("profile.mjs", import.meta.url).href}`,
      PROFILE_DIRECTORY: resolve(profileDirectory),
    }
  : {};
const userId = "00000000-0000-7000-8000-0000000000aa";
const password = randomBytes(12).toString("base64url");

/** CPU ticks (10 ms) of a process and everything it started. */
const ticksOf = (root) => {
  const parents = new Map();
  const ticks = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
        .replace(/^.*\) /, "")
        .split(" ");
      parents.set(pid, fields[1]);
      ticks.set(
        pid,
        Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14]),
      );
    } catch {
      // it ended meanwhile
    }
  }
  const within = (pid) =>
    pid === String(root) ||
    (parents.has(pid) && parents.get(pid) !== "0" && within(parents.get(pid)));
  return [...ticks].filter(([pid]) => within(pid)).reduce((sum, [, n]) => sum + n, 0);
};

const percentile = (sorted, p) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * p))] ?? 0;

/** Requests from `concurrency` callers for some seconds; CPU of the given processes alongside. */
const load = async (request, pids) => {
  const before = pids.map(ticksOf);
  const times = [];
  const until = performance.now() + seconds * 1000;
  let failed = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() < until) {
        const from = performance.now();
        const answer = await request();
        const text = await answer.text();
        if (!answer.ok || text.includes('"error"')) {
          failed += 1;
          if (failed === 1) console.error(answer.status, text.slice(0, 400));
        }
        times.push(performance.now() - from);
      }
    }),
  );
  const cpu = pids.map((pid, i) => ((ticksOf(pid) - before[i]) * 10) / times.length);
  times.sort((a, b) => a - b);
  return {
    perSecond: times.length / seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
    cpuApp: cpu[0],
    cpuDatabase: cpu[1],
    failed,
  };
};

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const medianOf = (results) =>
  Object.fromEntries(
    Object.keys(results[0]).map((key) => [key, median(results.map((r) => r[key]))]),
  );

const signIn = async (base) => {
  const jar = new Map();
  const keep = (answer) => {
    for (const line of answer.headers.getSetCookie()) {
      const [pair] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
  };
  const cookie = () => [...jar].map(([k, v]) => `${k}=${v}`).join("; ");
  const csrf = await fetch(`${base}/api/auth/csrf`);
  keep(csrf);
  const { csrfToken } = await csrf.json();
  const body = new URLSearchParams({ csrfToken, login: "bench.triase", password, json: "true" });
  const answer = await fetch(`${base}/api/auth/callback/credentials`, {
    method: "POST",
    headers: {
      cookie: cookie(),
      origin: base,
      "content-type": "application/x-www-form-urlencoded",
    },
    body,
    redirect: "manual",
  });
  keep(answer);
  if (![...jar.keys()].some((name) => name.includes("session-token")))
    throw new Error(`sign-in failed: ${answer.status}`);
  return cookie();
};

const prepare = async (cluster, admin) => {
  await ensureRoles(cluster);
  await withConnection(admin("postgres"), (c) =>
    c.query("DROP DATABASE IF EXISTS bench WITH (FORCE)"),
  );
  await ensureDatabase(cluster, "bench");
  const database = clusterDatabase(cluster, "bench");
  await prepareDatabase(database, { REDIS_URL: "none" }, { demo: false });
  const { hash } = await import("@node-rs/argon2").catch(
    () => import("../packages/services/node_modules/@node-rs/argon2/index.js"),
  );
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await withConnection(admin("bench"), async (c) => {
    await c.query("SET statement_timeout = 0");
    await c.query(
      'INSERT INTO "user" (id, username, display_name, password_hash) VALUES ($1, $2, $3, $4)',
      [userId, "bench.triase", "Bench", passwordHash],
    );
    await c.query(
      "INSERT INTO assignment (id, user_id, role, area_code, starts_on) VALUES (gen_random_uuid(), $1, 'triage-officer', $2, '2025-01-01')",
      [userId, subdistrict],
    );
    const sql = readFileSync(new URL("load-cases.sql", import.meta.url), "utf8").replaceAll(
      ":cases",
      String(cases),
    );
    await c.query(sql);
  });
  return database;
};

const json = (input) => JSON.stringify({ json: input });

const main = async () => {
  await buildWeb();
  const cluster = await startCluster({ directory, settings: {} });
  const admin = (name) => cluster.url("rembuk_admin", name);
  const keysFile = join(directory, "field-keys.json");
  const children = [];
  try {
    const database = await prepare(cluster, admin);
    writeFileSync(keysFile, newFieldKeys(), { mode: 0o600 });
    const webPort = await freePort(3900);
    const floorPort = await freePort(3950);
    const base = `http://127.0.0.1:${webPort}`;
    const { web } = processEnvironments({
      database,
      secrets: { AUTH_SECRET: randomBytes(32).toString("base64"), FIELD_KEYS_FILE: keysFile },
      directory,
      publicUrl: base,
      webPort,
      demo: false,
    });
    const service = startWeb({
      env: { ...web, LOG_LEVEL: "error", ...profiling },
      port: webPort,
      logFile: logFileOf(directory, "web"),
    });
    children.push(service);
    await waitUntilReady(service, webPort);
    const floor = spawn(process.execPath, [new URL("floor-server.mjs", import.meta.url).pathname], {
      env: {
        ...process.env,
        DATABASE_URL: admin("bench"),
        PORT: String(floorPort),
        NODE_ENV: "production",
      },
      stdio: "inherit",
    });
    children.push({ stop: async () => floor.kill("SIGTERM") });

    const cookie = await signIn(base);
    const secretHash = createHash("sha256").update("bench-floor").digest("hex");
    const { like, postmaster } = await withConnection(admin("bench"), async (c) => {
      await c.query(
        `INSERT INTO "session" (id, secret_hash, user_id, last_seen_at, idle_minutes, expires_at) VALUES (gen_random_uuid(), $1, $2, now(), 600, now() + interval '1 day')`,
        [secretHash, userId],
      );
      const rows = await c.query(
        "SELECT id FROM \"case\" WHERE status = 'received' AND subdistrict_code = $1 LIMIT 1",
        [subdistrict],
      );
      const dir = await c.query("SHOW data_directory");
      return {
        like: rows.rows[0].id,
        postmaster: Number(
          readFileSync(join(dir.rows[0].data_directory, "postmaster.pid"), "utf8").split("\n")[0],
        ),
      };
    });

    const headers = {
      cookie,
      origin: base,
      "content-type": "application/json",
      "x-idle-seconds": "0",
    };
    const floorHeaders = { "x-secret-hash": secretHash, "content-type": "application/json" };
    let serial = 0;
    const ours = {
      list: () =>
        fetch(`${base}/api/trpc/cases.list?input=${encodeURIComponent(json({ limit: 50 }))}`, {
          headers,
        }),
      create: () =>
        fetch(`${base}/api/trpc/cases.open`, {
          method: "POST",
          headers,
          body: json({
            clientActionId: randomUUID(),
            villageCode: "63.11.07.2009",
            categoryCode: "VIL-FIN",
            title: "SPJ tahap II ditolak Siskeudes",
            description: "Kode rekening berubah; minta pendampingan sebelum batas kirim.",
            channel: "desk",
            reporter: { name: "Warga (fiktif)", phone: "0860-0000-0101" },
          }),
        }),
    };
    const floors = {
      list: () =>
        fetch(
          `http://127.0.0.1:${floorPort}/list?input=${encodeURIComponent(json({ subdistrictCode: subdistrict }))}`,
          { headers: floorHeaders },
        ),
      create: () =>
        fetch(`http://127.0.0.1:${floorPort}/create`, {
          method: "POST",
          headers: floorHeaders,
          body: json({ like, number: `FLR-${process.pid}-${serial++}` }),
        }),
    };
    const ourPids = [service.reference.pid, postmaster];
    const floorPids = [floor.pid, postmaster];
    const results = {};
    for (const name of ["list", "create"]) {
      for (const request of [ours[name], floors[name]]) await load(request, []); // warm
      const found = { ours: [], floor: [] };
      for (let round = 0; round < rounds; round += 1) {
        found.ours.push(await load(ours[name], ourPids));
        found.floor.push(await load(floors[name], floorPids));
      }
      const [o, f] = [medianOf(found.ours), medianOf(found.floor)];
      results[name] = {
        ours: o,
        floor: f,
        F: o.perSecond / f.perSecond,
        C: o.cpuApp + o.cpuDatabase,
      };
      const show = (r) =>
        `${r.perSecond.toFixed(0).padStart(5)}/s  p50 ${r.p50.toFixed(1)}  p95 ${r.p95.toFixed(1)}  p99 ${r.p99.toFixed(1)} ms  CPU app ${r.cpuApp.toFixed(2)} + db ${r.cpuDatabase.toFixed(2)} ms  failed ${r.failed}`;
      console.log(
        `${name.padEnd(7)} ours   ${show(o)}\n${name.padEnd(7)} floor  ${show(f)}\n${name.padEnd(7)} F ${results[name].F.toFixed(2)}  C ${results[name].C.toFixed(2)} ms`,
      );
    }
    const file = option("json");
    if (file)
      writeFileSync(
        file,
        JSON.stringify({ cases, concurrency, rounds, seconds, results }, null, 2),
      );
  } finally {
    for (const child of children.reverse()) await child.stop?.();
    rmSync(keysFile, { force: true });
    await stopCluster(directory);
  }
};

await main();

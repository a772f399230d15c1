/** A PostgreSQL of the bench's own with many cases, and the production web server on it. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { hash } from "../packages/services/node_modules/@node-rs/argon2/index.js";
import {
  clusterDatabase,
  logFileOf,
  processEnvironments,
} from "../scripts/launch/app-environment.mjs";
import { startWeb, startWorker, waitUntilReady } from "../scripts/launch/application.mjs";
import { withConnection } from "../scripts/launch/database-connection.mjs";
import { ensureDatabase, ensureRoles } from "../scripts/launch/database-roles.mjs";
import { startCluster } from "../scripts/launch/embedded-postgres.mjs";
import { freePort } from "../scripts/launch/ports.mjs";
import { prepareDatabase } from "../scripts/launch/preparation.mjs";
import { newFieldKeys } from "../scripts/launch/secrets.mjs";
import { stateDirectory } from "../scripts/launch/state-directory.mjs";
import { nameReporters } from "./reporters.mjs";

export const directory = join(stateDirectory(), "bench");

/** Who asks: the desk of one kecamatan, a neighbouring desk that changes cases, a sector of a whole kabupaten, and
 * somebody who goes along on trips. */
export const people = {
  desk: { id: "00000000-0000-7000-8000-0000000000aa", role: "triage-officer", area: "63.11.07" },
  changer: { id: "00000000-0000-7000-8000-0000000000ab", role: "triage-officer", area: "63.11.02" },
  sector: {
    ...{ id: "00000000-0000-7000-8000-0000000000ac", role: "sector-lead", area: "63.11" },
    sectorCode: "DPMD",
  },
  field: { id: "00000000-0000-7000-8000-0000000000ad", role: "field-officer", area: "63.11.02" },
};
const password = randomBytes(12).toString("base64url");
const loadSql = readFileSync(new URL("load-cases.sql", import.meta.url), "utf8");

/** One key file for all runs: the blind keys of names were made under it. */
const keysFile = () => {
  const file = join(directory, "field-keys.json");
  if (!existsSync(file)) writeFileSync(file, newFieldKeys(), { mode: 0o600 });
  return file;
};
export const keyText = () => readFileSync(keysFile(), "utf8");

/** What web and worker are started with; the queue lies on PostgreSQL. */
const environmentsOn = (database, { webPort, workerPort }) =>
  processEnvironments({
    ...{ database, directory, webPort, workerPort, demo: false },
    publicUrl: `http://127.0.0.1:${webPort}`,
    secrets: { AUTH_SECRET: randomBytes(32).toString("base64"), FIELD_KEYS_FILE: keysFile() },
  });

export const openCluster = async () => {
  mkdirSync(directory, { recursive: true });
  const cluster = await startCluster({ directory, settings: {} });
  await ensureRoles(cluster);
  return cluster;
};

const fill = async (admin, { cases, persons }) => {
  await admin.query("SET statement_timeout = 0");
  for (const [login, { id, role, area, sectorCode = null }] of Object.entries(people)) {
    await admin.query('INSERT INTO "user" (id, username, display_name) VALUES ($1, $2, $2)', [
      id,
      `bench.${login}`,
    ]);
    await admin.query(
      "INSERT INTO assignment (id, user_id, role, area_code, sector_code, starts_on) VALUES ($1, $2, $3, $4, $5, '2025-01-01')",
      [randomUUID(), id, role, area, sectorCode],
    );
  }
  await admin.query(loadSql.replaceAll(":cases", String(cases)));
  await nameReporters(admin, { keyText: keyText(), persons });
  await admin.query("VACUUM ANALYZE");
};

const migrations = readdirSync(new URL("../packages/db/prisma/migrations", import.meta.url));

/** What a database is filled with today; one that bears another mark is filled anew. */
const markOf = (size) => {
  const parts = [loadSql, keyText(), JSON.stringify([size, people]), migrations.sort().join()];
  return createHash("sha256").update(parts.join("\n")).digest("hex");
};

const isFilled = async (cluster, name, size) => {
  try {
    return await withConnection(cluster.url("rembuk_admin", name), async (admin) => {
      const { rows } = await admin.query(
        "SELECT shobj_description(oid, 'pg_database') AS mark FROM pg_database WHERE datname = $1",
        [name],
      );
      return rows[0]?.mark === markOf(size);
    });
  } catch {
    return false; // there is none yet
  }
};

/**
 * A database with so many cases; one that an earlier run filled alike is used again, with what that
 * run opened on top.
 * @param {{cases: number, persons: number}} size
 */
export const loadedDatabase = async (cluster, size) => {
  const name = `bench_${size.cases}`;
  const admin = (database) => cluster.url("rembuk_admin", database);
  if (!(await isFilled(cluster, name, size))) {
    await withConnection(admin("postgres"), (c) =>
      c.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
    );
    await ensureDatabase(cluster, name);
    const database = clusterDatabase(cluster, name);
    const { worker } = environmentsOn(database, { webPort: 3900, workerPort: 3940 });
    await prepareDatabase(database, worker, { demo: false });
    await withConnection(admin(name), async (c) => {
      await fill(c, size);
      await c.query(`COMMENT ON DATABASE ${name} IS '${markOf(size)}'`);
    });
  }
  return { ...clusterDatabase(cluster, name), admin: admin(name) };
};

const postmasterOf = (cluster) =>
  Number(readFileSync(join(cluster.data, "postmaster.pid"), "utf8").split("\n")[0]);

/**
 * The production web server on a database, and what it takes to ask it.
 * @returns {Promise<{base: string, processes: {app: number, database: number},
 *   startWorker(): Promise<{pid: number, stop(): Promise<void>}>, stop(): Promise<void>}>}
 */
export const openWeb = async (cluster, database, more = {}) => {
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await withConnection(database.admin, (c) =>
    c.query('UPDATE "user" SET password_hash = $1', [passwordHash]),
  );
  const webPort = await freePort(3900);
  const workerPort = await freePort(3940);
  const base = `http://127.0.0.1:${webPort}`;
  const environments = environmentsOn(database, { webPort, workerPort });
  const web = startWeb({
    env: { ...environments.web, LOG_LEVEL: "error", ...more },
    port: webPort,
    logFile: logFileOf(directory, "web"),
  });
  await waitUntilReady(web, webPort);
  return {
    base,
    processes: { app: web.reference.pid, database: postmasterOf(cluster) },
    stop: web.stop,
    startWorker: async () => {
      const env = { ...environments.worker, LOG_LEVEL: "error" };
      const worker = startWorker({ env, logFile: logFileOf(directory, "worker") });
      // One that does not get ready would go on asking, beside whatever is measured next.
      await waitUntilReady(worker, workerPort).catch(async (error) => {
        await worker.stop();
        throw error;
      });
      return { pid: worker.reference.pid, stop: worker.stop };
    },
  };
};

/** The cookie of a person who signs in as everybody does. */
export const signIn = async (base, login) => {
  const jar = new Map();
  const send = async (path, options = {}) => {
    const cookie = [...jar].map((pair) => pair.join("=")).join("; ");
    const headers = { cookie, origin: base };
    const answer = await fetch(`${base}${path}`, { redirect: "manual", ...options, headers });
    for (const line of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line);
      jar.set(name, value);
    }
    return answer;
  };
  const { csrfToken } = await (await send("/api/auth/csrf")).json();
  const body = new URLSearchParams({ csrfToken, login: `bench.${login}`, password, json: "true" });
  await send("/api/auth/callback/credentials", { method: "POST", body });
  if (![...jar.keys()].some((name) => name.includes("session-token"))) {
    throw new Error(`bench.${login} could not sign in`);
  }
  return [...jar].map((pair) => pair.join("=")).join("; ");
};

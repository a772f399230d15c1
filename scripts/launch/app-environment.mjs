/** What each process is told: nobody gets an address of a role that is not its own. */
import { join } from "node:path";
import { APP_ROLE, BACKUP_ROLE, OWNER_ROLE, WORKER_ROLE } from "./database-roles.mjs";

/**
 * Addresses of an installation whose databases the user runs.
 * @returns {{owner: string, app: string, worker: string, backup?: string} | undefined} undefined when the user gave none
 * @throws in one sentence when some of what belongs together is missing
 */
export const givenDatabase = (env = process.env) => {
  if (!env.DATABASE_URL) return undefined;
  const needed = [
    "MIGRATION_DATABASE_URL",
    "WORKER_DATABASE_URL",
    "AUTH_SECRET",
    "FIELD_KEYS_FILE",
  ];
  const missing = needed.filter((name) => !env[name]);
  if (missing.length > 0) {
    throw new Error(
      `DATABASE_URL is given (role ${APP_ROLE}), so these must be given too: ${missing.join(", ")}. ` +
        "A database outside this directory outlives secrets made inside it; " +
        "see docs/operations.md, “A database of your own”.",
    );
  }
  return {
    owner: env.MIGRATION_DATABASE_URL,
    app: env.DATABASE_URL,
    worker: env.WORKER_DATABASE_URL,
    ...(env.BACKUP_DATABASE_URL ? { backup: env.BACKUP_DATABASE_URL } : {}),
  };
};

/** The addresses of one database in an embedded cluster. */
export const clusterDatabase = (cluster, name) => ({
  owner: cluster.url(OWNER_ROLE, name),
  app: cluster.url(APP_ROLE, name),
  worker: cluster.url(WORKER_ROLE, name),
  backup: cluster.url(BACKUP_ROLE, name),
});

const withoutAddresses = ({
  DATABASE_URL,
  MIGRATION_DATABASE_URL,
  WORKER_DATABASE_URL,
  BACKUP_DATABASE_URL,
  REDIS_URL,
  PORT,
  WORKER_PORT,
  ...rest
}) => rest;

/** This process's environment without the user's own addresses: those are passed on by name only. */
export const neutralEnvironment = () => withoutAddresses(process.env);

/**
 * The environments of the processes of one installation.
 * @param {{database: {owner: string, app: string, worker: string}, redisUrl?: string,
 *   secrets: {AUTH_SECRET: string, FIELD_KEYS_FILE: string}, publicUrl?: string,
 *   directory: string, webPort?: number, workerPort?: number, host?: string, demo: boolean, mode?: string}} installation
 *   `directory`: where the installation keeps what is no database
 * @returns {{web: object, worker: object}} complete environments for `spawn`
 */
export const processEnvironments = (installation) => {
  const { database, redisUrl, secrets, publicUrl, webPort, workerPort, demo, directory } =
    installation;
  const shared = {
    ...neutralEnvironment(),
    ...secrets,
    NODE_ENV: installation.mode ?? "production",
    NEXT_TELEMETRY_DISABLED: "1",
    REMBUK_DEMO: demo ? "1" : "0",
    FILES_DIR: process.env.FILES_DIR || join(installation.directory, "files"),
    ...(publicUrl ? { PUBLIC_URL: publicUrl } : {}),
  };
  return {
    web: { ...shared, DATABASE_URL: database.app, PORT: String(webPort ?? 3000) },
    worker: {
      ...shared,
      DATABASE_URL: database.worker,
      WORKER_PORT: String(workerPort ?? 3001),
      AUDIT_HEADS_FILE: process.env.AUDIT_HEADS_FILE ?? join(directory, "audit-heads.log"),
      FILES_DIR: process.env.FILES_DIR || join(directory, "files"),
      BACKUP_DIRECTORY: process.env.BACKUP_DIRECTORY ?? join(directory, "backups"),
      ...(redisUrl ? { REDIS_URL: redisUrl } : {}),
    },
  };
};

/** Where the logs of a service lie. */
export const logFileOf = (directory, service) => join(directory, "logs", `${service}.log`);

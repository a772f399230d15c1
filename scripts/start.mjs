/**
 * `npm start`: brings up everything Rembuk needs on this machine and runs it until Ctrl-C.
 *
 *   npm start            production build, embedded PostgreSQL, demo data
 *   npm run dev          the same with `next dev` and a worker that restarts itself
 *
 * What it may be told by the environment stands in docs/operations.md.
 */
import "./launch/require-node.mjs";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { givenDatabase, logFileOf, processEnvironments } from "./launch/app-environment.mjs";
import { startBackups, startWeb, startWorker, waitUntilReady } from "./launch/application.mjs";
import { clusterDirectory, openEmbeddedInstallation } from "./launch/embedded-installation.mjs";
import { clusterEnded, startCluster, stopCluster } from "./launch/embedded-postgres.mjs";
import { installDependencies } from "./launch/package-manager.mjs";
import { freePort } from "./launch/ports.mjs";
import { prepareDatabase } from "./launch/preparation.mjs";
import { ensureClient } from "./launch/prisma-client.mjs";
import { productionMark, wantsDemo } from "./launch/production-mark.mjs";
import { openQueue } from "./launch/queue-backend.mjs";
import {
  claimInstallation,
  endLeftovers,
  forgetChildren,
  rememberChildren,
  runningStart,
} from "./launch/running-installation.mjs";
import { installationSecrets } from "./launch/secrets.mjs";
import { tailOf } from "./launch/services.mjs";
import { createShutdown } from "./launch/shutdown.mjs";
import { signInTable } from "./launch/sign-ins.mjs";
import { stateDirectory } from "./launch/state-directory.mjs";
import { elapsed, say, step } from "./launch/steps.mjs";
import { supervise } from "./launch/supervision.mjs";
import { buildWeb } from "./launch/web-build.mjs";

const dev = process.argv.includes("--dev");
const host = process.env.LISTEN_HOST ?? "127.0.0.1";

/** Claims this clone for this process, or says who has it and ends. */
const claim = () => {
  const lock = claimInstallation();
  if (lock) return lock;
  const running = runningStart();
  say(`Rembuk already runs from this directory (process ${running?.pid}).`);
  if (running?.address) say(`Open ${running.address}, or stop it there with Ctrl-C first.`);
  process.exit(1);
};

/** Web and worker know the address, so the server comes back under the same one. */
const superviseCluster = (shutdown, cluster) =>
  supervise(shutdown, {
    name: "PostgreSQL",
    logFile: join(cluster.data, "server.log"),
    ended: () => clusterEnded(cluster),
    restart: () =>
      startCluster({
        directory: cluster.directory,
        port: cluster.port,
        isWanted: () => !shutdown.begun,
      }),
  });

const openDatabase = (shutdown, given) =>
  step("PostgreSQL", async (tell) => {
    if (given) {
      tell(`DATABASE_URL (${new URL(given.app).host})`);
      return given;
    }
    // By directory: a signal may arrive while the server is still being started.
    shutdown.last(() => stopCluster(clusterDirectory()));
    const { cluster, database, isNew } = await openEmbeddedInstallation();
    superviseCluster(shutdown, cluster);
    const how = cluster.alreadyRan ? "was running" : isNew ? "new, embedded" : "embedded";
    tell(`127.0.0.1:${cluster.port} (${how})`);
    return database;
  });

const choosePorts = async () => {
  const wanted = Number(process.env.PORT ?? 3000);
  const webPort = await freePort(wanted, { host });
  const workerPort = await freePort(Number(process.env.WORKER_PORT ?? 3001), { avoid: [webPort] });
  if (webPort !== wanted) say(`  port ${wanted} is in use by something else; taking ${webPort}`);
  return { webPort, workerPort };
};

const watch = (shutdown, service) => {
  service.ended.then((how) => {
    if (shutdown.begun) return;
    say(`\n${service.name} ended with ${how}; the end of ${service.logFile}:\n`);
    say(tailOf(service.logFile));
    shutdown.end(1, `stopping, because ${service.name} ended`);
  });
};

const runApplication = (shutdown, environments, { webPort, workerPort }) =>
  step("web and worker", async (tell) => {
    const logOf = (name) => logFileOf(stateDirectory(), name);
    for (const name of ["web", "worker", "backup"]) rmSync(logOf(name), { force: true });
    const web = startWeb({
      env: environments.web,
      port: webPort,
      host,
      logFile: logOf("web"),
      dev,
    });
    shutdown.first(web.stop);
    const worker = startWorker({ env: environments.worker, logFile: logOf("worker"), dev });
    shutdown.first(worker.stop);
    const nights = environments.backup
      ? [startBackups({ env: environments.backup, logFile: logOf("backup") })]
      : [];
    for (const service of nights) shutdown.first(service.stop);
    rememberChildren([web, worker, ...nights]);
    await Promise.all([waitUntilReady(web, webPort), waitUntilReady(worker, workerPort)]);
    for (const service of [web, worker, ...nights]) watch(shutdown, service);
    tell(`ready on ${webPort} and ${workerPort}; logs in ${join(stateDirectory(), "logs")}`);
  });

const welcome = (address, demo) => {
  say(`\n  Rembuk is ready after ${elapsed()}: ${address}\n`);
  const signIns = demo ? signInTable() : "";
  if (signIns) say(`${signIns}\n`);
  say("  Ctrl-C stops it; the data stays. `npm run reset` begins afresh.\n");
};

const start = async (shutdown, lock) => {
  const given = givenDatabase();
  const demo = wantsDemo(given);
  const leftovers = await endLeftovers();
  if (leftovers.length > 0) say(`  ended what a killed start left behind: ${leftovers.join(", ")}`);

  await step("dependencies", async (tell) => tell(await installDependencies()));
  const database = await openDatabase(shutdown, given);
  const redisUrl = await step("queue", async (tell) => {
    const { url, detail } = await openQueue(shutdown);
    tell(detail);
    return url;
  });
  await step("prisma client", async (tell) => tell(await ensureClient()));
  if (!dev) await step("web build", async (tell) => tell(await buildWeb()));
  // After the build, which takes minutes: meanwhile another start could take what was free before it.
  const ports = await choosePorts();
  const known = process.env.PUBLIC_URL ?? productionMark()?.publicUrl;
  const address = known ?? `http://localhost:${ports.webPort}`;
  const environments = processEnvironments({
    ...{ database, redisUrl, demo, ...ports },
    secrets: installationSecrets(),
    directory: stateDirectory(),
    publicUrl: address,
    mode: dev ? "development" : "production",
  });
  const keepsNights = !demo && database.backup && process.env.BACKUP_NIGHTLY !== "0";
  if (keepsNights) {
    environments.backup = { ...environments.worker, BACKUP_DATABASE_URL: database.backup };
  }
  await prepareDatabase(database, environments.worker, { demo });
  await runApplication(shutdown, environments, ports);
  lock.update({ address });
  welcome(address, demo);
};

say(`\nRembuk · ${dev ? "npm run dev" : "npm start"} · Node ${process.versions.node}\n`);
const lock = claim();
const shutdown = createShutdown((message) => say(`\n${message}`));
shutdown.last(async () => lock.release());
shutdown.last(async () => forgetChildren());
try {
  await start(shutdown, lock);
} catch (error) {
  await shutdown.end(1, error.message);
}

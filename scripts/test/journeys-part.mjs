/** The application as an office runs it, on a fresh database with demo data, under a browser. */
import { randomBytes } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { logFileOf, processEnvironments } from "../launch/app-environment.mjs";
import { startWeb, startWorker, waitUntilReady } from "../launch/application.mjs";
import { ensureBrowser } from "../launch/browser.mjs";
import { loadDemoData } from "../launch/package-scripts.mjs";
import { freePort } from "../launch/ports.mjs";
import { newFieldKeys } from "../launch/secrets.mjs";
import { tailOf } from "../launch/services.mjs";
import { joinOutcomes, oneFailed } from "./outcome.mjs";
import { runPlaywright } from "./playwright-part.mjs";

const throwAwaySecrets = (directory) => {
  const FIELD_KEYS_FILE = join(directory, "field-keys.json");
  writeFileSync(FIELD_KEYS_FILE, newFieldKeys(), { mode: 0o600 });
  return { AUTH_SECRET: randomBytes(48).toString("base64"), FIELD_KEYS_FILE };
};

/** The journeys bring the provider up on this port themselves; until then the web knows only where. */
const providerSettings = async (avoid) => ({
  OIDC_ISSUER: `http://127.0.0.1:${await freePort(3302, { avoid })}`,
  OIDC_CLIENT_ID: "rembuk",
  OIDC_CLIENT_SECRET: randomBytes(32).toString("base64url"),
});

const prepare = async (surroundings) => {
  const [database, redis] = await Promise.all([
    surroundings.database("rembuk_journeys"),
    surroundings.redis(),
  ]);
  const webPort = await freePort(3300);
  const workerPort = await freePort(3301, { avoid: [webPort] });
  const oidc = await providerSettings([webPort, workerPort]);
  const publicUrl = `http://127.0.0.1:${webPort}`;
  const environments = processEnvironments({
    ...{ database, webPort, workerPort, publicUrl, demo: true, redisUrl: redis.url },
    secrets: throwAwaySecrets(surroundings.directory),
    directory: surroundings.directory,
  });
  await loadDemoData(environments.worker);
  Object.assign(environments.web, oidc);
  return { oidc, database, webPort, workerPort, publicUrl, environments, redisUrl: redis.url };
};

const startApplication = async (surroundings, shutdown, prepared) => {
  const logOf = (name) => logFileOf(surroundings.directory, name);
  const { environments, webPort, workerPort } = prepared;
  const web = startWeb({ env: environments.web, port: webPort, logFile: logOf("web") });
  shutdown.first(web.stop);
  const worker = startWorker({ env: environments.worker, logFile: logOf("worker") });
  shutdown.first(worker.stop);
  await Promise.all([waitUntilReady(web, webPort), waitUntilReady(worker, workerPort)]);
  return [web, worker];
};

const diedOnTheWay = (services) => {
  const deaths = [];
  for (const service of services) {
    service.ended.then((how) =>
      deaths.push(oneFailed(`${service.name} ended with ${how}`, tailOf(service.logFile))),
    );
  }
  return deaths;
};

// Pino's levels below a warning.
const ROUTINE = /"level":(10|20|30)\b/;

/** What web and worker complained about, told with the first failure: their logs are removed. */
const withComplaints = (outcome, services) => {
  const [first, ...others] = outcome.failures;
  if (!first) return outcome;
  const complaints = services.map(({ name, logFile }) => {
    const lines = tailOf(logFile, 5000).split("\n");
    return `${name} said:\n${lines
      .filter((line) => !ROUTINE.test(line))
      .slice(-30)
      .join("\n")}`;
  });
  const text = [first.text, ...complaints].join("\n\n");
  return { ...outcome, failures: [{ ...first, text }, ...others] };
};

/**
 * Prepares the application, runs every journey, stops it again.
 * @returns {Promise<import("./outcome.mjs").Outcome>}
 */
export const runJourneys = async (surroundings, shutdown) => {
  const browser = await ensureBrowser();
  const prepared = await prepare(surroundings);
  const services = await startApplication(surroundings, shutdown, prepared);
  const deaths = diedOnTheWay(services);
  const outcome = await runPlaywright({
    directory: surroundings.directory,
    env: {
      BASE_URL: prepared.publicUrl,
      WORKER_URL: `http://127.0.0.1:${prepared.workerPort}`,
      PLAYWRIGHT_CHROMIUM: browser,
      ...prepared.oidc,
      // For what a journey must look up behind the screen, e.g. that a row exists exactly once.
      JOURNEYS_DATABASE_URL: prepared.database.owner,
    },
  });
  const finding = withComplaints(joinOutcomes([outcome, ...deaths]), services);
  await Promise.all(services.map((service) => service.stop()));
  return finding;
};

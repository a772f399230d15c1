import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { stillLives } from "../launch/process-identity.mjs";
import { seconds as inSeconds } from "../launch/steps.mjs";
import { killCluster } from "../test/kill-cluster.mjs";
import { openOffice, reportAndBeTold, seesCase } from "../test/office-visit.mjs";
import { createStartsDirectory, removeStarts, startHere } from "../test/start-places.mjs";
import {
  childrenOf,
  killEverything,
  killRedis,
  typeNpmStart,
  whatStillRuns,
} from "../test/started-installation.mjs";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let directory;
let place;
let start;
let office;
let processes;
const caseIds = [];

beforeAll(async () => {
  directory = createStartsDirectory();
  place = await startHere(directory);
  start = typeNpmStart(place);
  const { address } = await start.ready(280_000);
  expect(start.output()).toContain("antrean di Redis");
  office = await openOffice(address);
  processes = childrenOf(place.state);
});
afterAll(() => removeStarts(directory));

const killPostgres = () => killCluster(join(place.state, "postgres"));

/** Not its list of sign-ins, which would hide the one line that tells why. */
const withWhatStartSaid = (error) => {
  const since = start.output().split("Ctrl-C stops it").at(-1);
  throw new Error(`${error.message}; since it was ready, npm start said:${since}`, {
    cause: error,
  });
};

/** The same web and the same worker serve again: a case comes in and is told. */
const expectRecovery = async (task) => {
  const { id, milliseconds } = await reportAndBeTold(office).catch(withWhatStartSaid);
  caseIds.push(id);
  task.meta.seen = `a case was opened and told ${inSeconds(milliseconds)} after kill -9`;
  expect(processes.map(({ name }) => name).sort()).toEqual(["web", "worker"]);
  expect(processes.every(stillLives)).toBe(true);
};

test("a PostgreSQL that is killed is started again; web and worker find it", async ({ task }) => {
  await killPostgres();
  await expectRecovery(task);
  expect(start.output()).toMatch(/! PostgreSQL ended .*\n.*! PostgreSQL runs again after/);
});

test("a Redis that is killed is started again; the worker finds it", async ({ task }) => {
  await killRedis(place.state);
  await expectRecovery(task);
  expect(start.output()).toMatch(/! Redis ended .*\n.*! Redis runs again after/);
});

test("a PostgreSQL that dies a fourth time within five minutes stops everything", async () => {
  for (let death = 2; death <= 3; death += 1) {
    await killPostgres();
    await start.said(new RegExp(`(PostgreSQL runs again[\\s\\S]*){${death}}`), 30_000);
  }
  await killPostgres();
  expect(await start.ended).not.toBe(0);
  expect(start.output()).toContain("stopping: PostgreSQL ended 4 times within 5 minutes");
  expect((await whatStillRuns(place.state)).filter((name) => name !== "PostgreSQL")).toEqual([]);
});

test("a start after kill -9 of everything is ready within 40 seconds and lost nothing", async ({
  task,
}) => {
  start = typeNpmStart(place);
  await start.ready(120_000);
  await killEverything(place.state);
  start = typeNpmStart(place);
  const { seconds, address } = await start.ready(120_000);
  task.meta.seen = `start after kill -9 of everything ${seconds} s`;
  office = await openOffice(address);
  for (const id of caseIds) expect(await seesCase(office, id)).toBe(true);
  await reportAndBeTold(office);
  expect(await start.interrupt()).toBe(0);
  expect(await whatStillRuns(place.state)).toEqual([]);
  expect(seconds).toBeLessThan(40);
});

import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { webBuildSeconds } from "../launch/web-build.mjs";
import { openOffice, reportAndBeTold, seesCase } from "../test/office-visit.mjs";
import { createStartsDirectory, removeStarts, startAsOrdinaryUser } from "../test/start-places.mjs";
import { typeNpmStart, whatStillRuns } from "../test/started-installation.mjs";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 300_000 });

let directory;
let place;
let caseId;

beforeAll(async () => {
  directory = createStartsDirectory();
  place = await startAsOrdinaryUser(directory, { REMBUK_NO_REDIS: "1" });
});
afterAll(() => removeStarts(directory));

const ownerOf = (...path) => statSync(join(place.state, ...path)).uid;

test("an ordinary user's first start without Redis is ready within three minutes", async ({
  task,
}) => {
  const start = typeNpmStart(place);
  const { seconds, address } = await start.ready(170_000);
  const whole = seconds + webBuildSeconds();
  task.meta.seen = `first start ${seconds} s, ${whole.toFixed(1)} s with the web build`;
  expect(start.output()).toContain("antrean di PostgreSQL (REMBUK_NO_REDIS=1)");
  // Reused, or the time above would be that of something else.
  expect(start.output()).toMatch(/dependencies +unchanged[\s\S]*web build +unchanged/);
  expect(ownerOf("postgres/data")).toBe(place.account?.uid ?? process.getuid());
  expect([ownerOf("start.lock"), ownerOf("children.json")]).not.toContain(0);
  ({ id: caseId } = await reportAndBeTold(await openOffice(address)));
  expect(await start.interrupt()).toBe(0);
  expect(await whatStillRuns(place.state)).toEqual([]);
  expect(whole).toBeLessThan(180);
});

test("the next start is ready within 40 seconds and has kept everything", async ({ task }) => {
  const start = typeNpmStart(place);
  const { seconds, address } = await start.ready(120_000);
  task.meta.seen = `next start ${seconds} s`;
  const office = await openOffice(address);
  expect(await seesCase(office, caseId)).toBe(true);
  await reportAndBeTold(office);
  expect(await start.interrupt()).toBe(0);
  expect(await whatStillRuns(place.state)).toEqual([]);
  expect(seconds).toBeLessThan(40);
});

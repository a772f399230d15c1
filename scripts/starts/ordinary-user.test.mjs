import { statSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { webBuildSeconds } from "../launch/web-build.mjs";
import { openOffice, reportAndBeTold, seesCase } from "../test/office-visit.mjs";
import { createStartsDirectory, removeStarts, startAsOrdinaryUser } from "../test/start-places.mjs";
import { typeNpmStart, whatStillRuns } from "../test/started-installation.mjs";

vi.setConfig({ testTimeout: 400_000, hookTimeout: 400_000 });

let directory;
let place;
let caseId;

beforeAll(async () => {
  directory = createStartsDirectory();
  place = await startAsOrdinaryUser(directory, { REMBUK_NO_REDIS: "1" });
});
afterAll(() => removeStarts(directory));

const ownerOf = (...path) => statSync(join(place.state, ...path)).uid;

test("an ordinary user's first start without Redis brings everything up and stops clean", async ({
  task,
}) => {
  const start = typeNpmStart(place);
  const { seconds, address } = await start.ready(280_000);
  const build = webBuildSeconds();
  task.meta.seen =
    `first start ${seconds} s and its web build ${build.toFixed(1)} s: ` +
    `${(seconds + build).toFixed(1)} s of at most 180`;
  expect(start.output()).toContain("antrean di PostgreSQL (REMBUK_NO_REDIS=1)");
  // Reused, or the time above would be that of something else.
  expect(start.output()).toMatch(/dependencies +unchanged[\s\S]*web build +unchanged/);
  expect(ownerOf("postgres/data")).toBe(place.account?.uid ?? process.getuid());
  expect([ownerOf("start.lock"), ownerOf("children.json")]).not.toContain(0);
  ({ id: caseId } = await reportAndBeTold(await openOffice(address)));
  expect(await start.interrupt()).toBe(0);
  expect(await whatStillRuns(place.state)).toEqual([]);
  // The build may have been made in another hour, beside other work: its time is told, not judged.
  expect(seconds).toBeLessThan(120);
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

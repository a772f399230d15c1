import { mkdirSync } from "node:fs";
import { fileSettings, openFileParts } from "@rembuk/services/integrations/file-parts";
import { startImport } from "@rembuk/services/onboarding/change-import";
import { sendImport } from "@rembuk/services/onboarding/send-import";
import { sampleWorkbook } from "@rembuk/services/testing/sample-workbook";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, it } from "vitest";
import { until, type WorkerFixture, workerFixture } from "./testing/worker-fixture";
import { kill, type WorkerProcesses, workerProcesses } from "./testing/worker-process";

const rows = 1_000;
let f: WorkerFixture;
let workers: WorkerProcesses;

beforeAll(async () => {
  f = await workerFixture();
  workers = workerProcesses(f);
});
afterAll(async () => {
  workers?.remove();
  await f?.drop();
});

const register = () =>
  sampleWorkbook([
    ["No", "Tgl masuk", "Desa", "Kategori", "Perihal", "Nama pelapor"],
    ...Array.from({ length: rows }, (_, n) => [
      ...[`${n}/2025`, `${1 + (n % 28)}/${1 + (n % 12)}/2025`, "63.11.02.2014", "VIL-PROG"],
      ...[`Titian nomor ${n} lapuk`, `Warga ${n}`],
    ]),
  ]);

const done = (status: string) => async () =>
  (await f.count("case_import WHERE status = $1", [status])) === 1;

it("takes each row of a register over once, through kill -9 in the middle of it", async () => {
  const files = openFileParts(fileSettings(f.env));
  mkdirSync(files.uploads.directory, { recursive: true });
  const admin = { ...f.context(f.people.admin), files };
  const first = await workers.start();
  const { importId } = await sendImport(admin, {
    ...{ clientActionId: uuidv7(), areaCode: "63.11.02" },
    content: register().toString("base64"),
  });
  await until("checked", done("checked"), 40_000);
  await startImport(admin, { clientActionId: uuidv7(), importId, takesSimilar: false });
  const taken = () => f.count('"case" WHERE import_id IS NOT NULL');
  await until("under way", async () => (await taken()) > 150, 40_000);
  await kill(first);
  expect(await taken()).toBeLessThan(rows);
  await workers.start();
  await until("done", done("done"), 60_000);
  expect(await taken()).toBe(rows);
  expect(await f.count("case_import_row")).toBe(rows);
  expect(await f.count("domain_event WHERE type = 'case.imported'")).toBe(rows);
  expect(await f.count("person")).toBe(rows);
  expect(await f.count("notification")).toBe(0);
}, 150_000);

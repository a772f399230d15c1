/**
 * What welfare costs in the field and at the desk:
 *
 *   npm run bench:welfare -- [--handovers 1000] [--photos 200] [--rows 10000] [--json FILE] [--gate]
 *
 * Sync: so many handovers of one trip, sealed as a phone seals them, received in sendings of 100, without photos and
 * then with some (150 KB each, in parts of 64 KB); records a second. Before it the trip's list is taken along (median). Import: a workbook of so many people is read,
 * tried out and taken over; its time, and the memory of a process that does nothing else: its peak (RSS), and by how
 * much that stands above what the loaded code took before the first row. The code is compiled as it is loaded here, which
 * takes most of it. Sealing and making the workbook are not in the times. `--gate` fails above 30 s, when the rows took more than
 * 300 MB, or when something is lost.
 *
 * It asks the use cases as the web process and the worker do (roles of both, row-level security on), on a PostgreSQL of
 * its own with the settings of an installation, and asks no server that it did not start.
 */
import { execFileSync, spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const services = "../packages/services/src";
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const handovers = Number(option("handovers", "1000"));
const photos = Number(option("photos", "200"));
const rows = Number(option("rows", "10000"));
const part = option("part");
const limits = { importSeconds: 30, importMegabytes: 300 };
const own = (...words) =>
  execFileSync(
    process.execPath,
    [
      fileURLToPath(new URL("../scripts/test-database.mjs", import.meta.url)),
      ...["--own", String(process.pid), ...words],
    ],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );

const seconds = async (work) => {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
};
const sum = (numbers) => numbers.reduce((all, n) => all + n, 0);

/** People of a kecamatan, each the head of a household, written straight into the registry. */
const register = async ({ everything, keys }, count) => {
  const { seal } = await import(`${services}/kernel/field-keys.ts`);
  const people = Array.from({ length: count }, (_, at) => ({
    ...{ id: randomUUID(), householdId: randomUUID() },
    villageCode: at % 2 === 0 ? "63.11.02.2014" : "63.11.02.2011",
  }));
  const by = { createdById: randomUUID(), createdAt: new Date() };
  const place = ({ villageCode }) => ({
    ...{ regencyCode: "63.11", subdistrictCode: "63.11.02", villageCode },
  });
  await everything.household.createMany({
    data: people.map((one) => ({
      ...{ id: one.householdId, ...place(one), hamlet: "", rt: "1", rw: "1", ...by },
      updatedAt: by.createdAt,
    })),
  });
  await everything.resident.createMany({
    data: people.map((one) => ({
      ...{ id: one.id, householdId: one.householdId, ...place(one), ...by, nikMissing: "lost" },
      nameSealed: seal(keys, `resident:name:${one.id}`, "Warga Contoh"),
      birthSealed: seal(keys, `resident:birth:${one.id}`, "1986-04-07"),
      ...{ nameKeys: [], nikWarnings: [], sex: "male", relation: "head", position: 0 },
      status: "living",
    })),
  });
  return people;
};

/** Sends each photo in parts, as a phone does. */
const sendPhotos = async ({ ctx, device }, sent) => {
  const { putEvidence } = await import(`${services}/handovers/put-evidence.ts`);
  const step = 64 * 1024;
  for (const { handoverId, photo } of sent)
    for (let offset = 0; offset < photo.sealed.length; offset += step)
      await putEvidence(ctx, {
        ...{
          evidenceId: photo.told.id,
          handoverId,
          deviceId: device.deviceId,
          sealedFor: device.deviceId,
        },
        ...{ offset, total: photo.sealed.length },
        part: photo.sealed.subarray(offset, offset + step).toString("base64"),
      });
};

/** How often one download is asked for; the median counts. */
const pulls = 9;

/** What a phone waits for until it has a trip along, in ms: list, goods, keyed hashes, open cases. */
const pull = async ({ ctx, device }, tripId) => {
  const { takePackage } = await import(`${services}/handovers/take-package.ts`);
  const times = [];
  for (let at = 0; at < pulls; at += 1) {
    const asked = { clientActionId: randomUUID(), tripId, deviceId: device.deviceId };
    times.push(1000 * (await seconds(() => takePackage(ctx, asked))));
  }
  return times.sort((a, b) => a - b)[pulls >> 1];
};

/** Records a second of one trip's handovers, and what the list costs before. */
const sync = async (world, phone, people, withPhotos) => {
  const { arrangeRound, enrollAll } = await import(`${services}/reports/receipts.fixture.ts`);
  const { delivery, photoOf, sealRecordOf } = await import(
    `${services}/handovers/field-trip.fixture.ts`
  );
  const { receiveHandovers } = await import(`${services}/handovers/receive-handovers.ts`);
  const on = new Date();
  const enrollments = await enrollAll(world, people, {
    programCode: withPhotos > 0 ? "CBP_BERAS" : "SEMBAKO",
    nominatedAt: on,
  });
  const { userId, name } = phone.ctx.actor;
  const trip = await arrangeRound(world, [{ userId, name }], people, {
    ...{ programCode: withPhotos > 0 ? "CBP_BERAS" : "SEMBAKO", enrollments, on },
  });
  const pulled = await pull(phone, trip.tripId);
  const sent = [];
  const records = [];
  for (const [at, to] of trip.recipients.entries()) {
    const photo = at < withPhotos ? await photoOf(phone, 150_000) : null;
    const body = delivery(trip, to, { evidence: photo ? [photo.told] : [] });
    const record = await sealRecordOf(phone, body, on);
    records.push(record);
    if (photo) sent.push({ handoverId: record.clientActionId, photo });
  }
  const answers = [];
  const taken = await seconds(async () => {
    for (let from = 0; from < records.length; from += 100) {
      const some = records.slice(from, from + 100);
      const { receipts } = await receiveHandovers(phone.ctx, {
        ...{ deviceId: phone.device.deviceId, sentAt: on, unsynced: some.length, records: some },
      });
      answers.push(...receipts.map(({ answer }) => answer));
    }
    await sendPhotos(phone, sent);
  });
  const kept = answers.filter((answer) => answer === "kept").length;
  const there = await world.everything.handoverEvidence.count({ where: { tripId: trip.tripId } });
  return {
    ...{ handovers: records.length, photos: withPhotos, kept, photosKept: there },
    ...{ pulled, seconds: taken, perSecond: records.length / taken },
  };
};

const worldOf = async () => {
  const { createWorld } = await import(`${services}/testing/world.ts`);
  const world = await createWorld();
  world.clock.now = new Date();
  return world;
};

const measureSync = async () => {
  const world = await worldOf();
  const { phoneOf } = await import(`${services}/handovers/field-trip.fixture.ts`);
  const phone = await phoneOf(await world.contextFor("trip-lead", "63.11.02"));
  const people = await register(world, handovers);
  // What is planned and compiled the first time is not measured.
  await sync(world, phone, people.slice(0, Math.min(50, handovers)), 0);
  const rounds = [await sync(world, phone, await register(world, handovers), 0)];
  if (photos > 0) rounds.push(await sync(world, phone, people, Math.min(photos, handovers)));
  await world.drop();
  return rounds;
};

const workbook = async () => {
  const { sampleWorkbook } = await import(`${services}/testing/sample-workbook.ts`);
  const four = (n) => String(n).padStart(4, "0");
  const list = Array.from({ length: rows }, (_, at) => {
    const [day, serial] = [1 + Math.floor(at / 2000), 1 + (at % 2000)];
    return [
      ...[`9999010101${four(day).slice(2)}${four(serial)}`, `9999014704${80 + day}${four(serial)}`],
      ...[`Warga ${at} Contoh`, "Kepala Keluarga", "P", `7 April 19${80 + day}`],
      at % 2 === 0 ? "Liyu" : "Kapul",
    ];
  });
  const head = ["No. KK", "NIK", "Nama", "Hubungan keluarga", "JK", "Tgl lahir", "Desa"];
  return sampleWorkbook([head, ...list]);
};

/** Alone in its process: the peak memory is the import's. */
const importRows = async (content) => {
  const { openFileParts } = await import(`${services}/integrations/file-parts.ts`);
  const { systemActor } = await import(`${services}/kernel/system-actor.ts`);
  const { sendFamilies } = await import(`${services}/onboarding/send-import.ts`);
  const { startImport } = await import(`${services}/onboarding/change-import.ts`);
  const { runImports } = await import(`${services}/onboarding/run-imports.ts`);
  const world = await worldOf();
  const directory = mkdtempSync(join(tmpdir(), "rembuk-bench-"));
  const files = openFileParts({ directory, s3: null, clamd: null });
  const desk = { ...(await world.contextFor("triage-officer", "63.11.02")), files };
  const worker = { ...world.contextOf(systemActor), db: world.everything, files };
  const id = () => ({ clientActionId: randomUUID() });
  const before = process.memoryUsage.rss() / 1024 ** 2;
  let importId = "";
  const read = await seconds(async () => {
    const asked = { ...id(), areaCode: "63.11.02", content: content.toString("base64") };
    ({ importId } = await sendFamilies(desk, asked));
    await runImports(worker);
  });
  const taken = await seconds(async () => {
    await startImport(desk, { ...id(), importId, takesSimilar: true });
    // The worker takes its turns of some seconds until nothing waits.
    while ((await runImports(worker)) > 0);
  });
  const made = await world.everything.resident.count();
  await world.drop();
  rmSync(directory, { recursive: true, force: true });
  const megabytes = process.resourceUsage().maxRSS / 1024;
  const grown = megabytes - before;
  return { rows, made, readSeconds: read, takenSeconds: taken, megabytes, grown };
};

const measureImport = async () => {
  const directory = mkdtempSync(join(tmpdir(), "rembuk-bench-"));
  const file = join(directory, "keluarga.xlsx");
  writeFileSync(file, await workbook());
  const child = spawnSync(
    process.execPath,
    [
      ...[...process.execArgv, fileURLToPath(import.meta.url), "--part", "import"],
      ...["--rows", String(rows), "--file", file],
    ],
    { encoding: "utf8", env: process.env, stdio: ["ignore", "pipe", "inherit"] },
  );
  rmSync(directory, { recursive: true, force: true });
  if (child.status !== 0) throw new Error("the import ended in an error");
  return JSON.parse(child.stdout.trim().split("\n").at(-1) ?? "{}");
};

const tell = (syncs, imported) => {
  for (const one of syncs)
    console.log(
      `sync  ${one.handovers} handovers, ${one.photos} photos: ${one.seconds.toFixed(1)} s, ${one.perSecond.toFixed(0)} records/s (kept ${one.kept}, photos ${one.photosKept}); its list taken along in ${one.pulled.toFixed(0)} ms`,
    );
  const { readSeconds, takenSeconds, megabytes, grown, made } = imported;
  console.log(
    `import ${rows} rows: read and tried out ${readSeconds.toFixed(1)} s, taken over ${takenSeconds.toFixed(1)} s, peak ${megabytes.toFixed(0)} MB, ${grown.toFixed(0)} MB above its start (registered ${made})`,
  );
};

const missed = (syncs, imported) => [
  ...syncs
    .filter((one) => one.kept !== one.handovers || one.photosKept !== one.photos)
    .map((one) => `of ${one.handovers} handovers ${one.kept} were kept`),
  ...(imported.made === rows ? [] : [`of ${rows} rows ${imported.made} were registered`]),
  ...(imported.readSeconds + imported.takenSeconds <= limits.importSeconds
    ? []
    : [`the import took longer than ${limits.importSeconds} s`]),
  ...(imported.grown <= limits.importMegabytes
    ? []
    : [`the import needed more than ${limits.importMegabytes} MB`]),
];

if (part === "import") {
  const { readFileSync } = await import("node:fs");
  console.log(JSON.stringify(await importRows(readFileSync(option("file")))));
} else {
  const found = own().match(/TEST_ADMIN_DATABASE_URL='([^']+)'/);
  if (!found?.[1]) throw new Error("no PostgreSQL could be started");
  process.env.TEST_ADMIN_DATABASE_URL = found[1];
  try {
    const syncs = await measureSync();
    const imported = await measureImport();
    tell(syncs, imported);
    const file = option("json");
    if (file) writeFileSync(file, JSON.stringify({ syncs, imported }, null, 2));
    const wrong = missed(syncs, imported);
    for (const one of wrong) console.log(`MISSED: ${one}`);
    if (process.argv.includes("--gate") && wrong.length > 0) process.exitCode = 1;
    console.log(`${sum(syncs.map(({ handovers: n }) => n))} handovers measured`);
  } finally {
    own("--stop");
  }
}

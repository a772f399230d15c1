/**
 * What 2,000 innovations and 20,000 commitments of coaching cost:
 *
 *   npm run bench:innovations -- [--innovations 2000] [--commitments 20000] [--seconds 4] [--json FILE] [--gate]
 *
 * First the worker's look at all of them, by two workers at the same time: half a year is over for each, so that every one
 * opens a review; then the same look with nothing to do. The same for the promises of coaching, whose owners are reminded
 * and whose coaches are told. Afterwards the coach's board (50 rows), its counts by rating, its
 * last page, the list of innovations, what waits for coach and camat, and the batches (50 rows each), from 8 callers, with the CPU of this process and of the database for one
 * request. `--gate` fails when a review opens twice or not at all, or when a page costs more than a list may: 5 ms
 * of CPU.
 *
 * It asks the use cases as the web process and the worker do (roles of both, row-level security on), on a PostgreSQL of
 * its own with the settings of an installation, and asks no server that it did not start.
 */
import { execFileSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { stateDirectory } from "../scripts/launch/state-directory.mjs";
import { insertCoaching } from "./coaching-rows.mjs";
import { interleaved } from "./measure.mjs";

const services = "../packages/services/src";
const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const innovations = Number(option("innovations", "2000"));
const commitments = Number(option("commitments", "20000"));
const limits = { cpu: 5 };
/** No list: 40 kecamatan with their innovations, sessions and counts. Measured, and held to no limit of a list. */
const wholeBatch = "one batch";
/** Kecamatan of the province, each with as many as the others. */
const subdistricts = 40;
const own = (...words) =>
  execFileSync(
    process.execPath,
    [
      fileURLToPath(new URL("../scripts/test-database.mjs", import.meta.url)),
      ...["--own", String(process.pid), ...words],
    ],
    { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] },
  );

/** The process of the database that `own` started. */
const postmaster = () => {
  const home = join(stateDirectory(), "test-runs", `own-${process.pid}`);
  const file = readdirSync(home, { recursive: true }).find((one) => one.endsWith("postmaster.pid"));
  return Number(readFileSync(join(home, file), "utf8").split("\n")[0]);
};

const seconds = async (work) => {
  const from = performance.now();
  const answer = await work();
  return { answer, taken: (performance.now() - from) / 1000 };
};

const two = (n) => String(n).padStart(2, "0");

/** Endorsed and running, registered a year ago, with texts as long as those of the seeds. */
const register = async ({ everything }) => {
  const { emptyParts, emptyProfile } = await import("../packages/domain/src/innovations/model.ts");
  const at = new Date(Date.now() - 365 * 86_400_000);
  const createdById = randomUUID();
  await everything.innovation.createMany({
    data: Array.from({ length: innovations }, (_, n) => {
      const place = n % subdistricts;
      const regencyCode = `63.${two(1 + Math.floor(place / 10))}`;
      const name = `Inovasi ${n}`;
      return {
        ...{ id: randomUUID(), subdistrictCode: `${regencyCode}.${two(1 + (place % 10))}` },
        ...{ regencyCode, provinceCode: "63", name, status: "endorsed", stage: "implementation" },
        profile: {
          ...emptyProfile,
          name,
          design: "Rancang bangun yang ditulis kantor. ".repeat(60),
        },
        parts: {
          ...emptyParts,
          budget: [{ year: at.getFullYear() + (n % 2), source: "APBD", amount: 1_000_000 }],
          operations: { categories: ["VIL-FIN"], countsTrips: false },
        },
        ...{ revisions: [], createdById, createdAt: at, updatedAt: at },
      };
    }),
  });
  await everything.$executeRaw`
    INSERT INTO innovation_evidence (innovation_id, counted_at, since, cases, solved, trips, people, weeks)
    SELECT id, now(), now()::date, 9, 8, 7, 6, ARRAY(SELECT (random() * 20)::int FROM generate_series(1, 26))
    FROM innovation`;
};

/** As a request is answered: text that was made of it. */
const page = (work) => async () => {
  const text = JSON.stringify(await work());
  return { ok: true, text: async () => text };
};

const sweeps = async (world) => {
  const { openReviews } = await import(`${services}/sustainability/open-reviews.ts`);
  const { systemActor } = await import(`${services}/kernel/system-actor.ts`);
  const look = () => openReviews({ ...world.contextOf(systemActor), db: world.everything });
  const first = await seconds(() => Promise.all([look(), look()]));
  const idle = await seconds(look);
  return {
    ...{ opened: first.answer[0] + first.answer[1], again: idle.answer },
    ...{ reviews: await world.everything.sustainabilityReview.count() },
    ...{ shown: await world.everything.innovationHealth.count() },
    ...{ seconds: first.taken, idleSeconds: idle.taken },
  };
};

/** Two workers remind and tell at the same time; then one finds nothing left to say. */
const reminders = async (world) => {
  const { remindOwners } = await import(`${services}/coaching/remind-owners.ts`);
  const { systemActor } = await import(`${services}/kernel/system-actor.ts`);
  const look = () => remindOwners({ ...world.contextOf(systemActor), db: world.everything });
  const first = await seconds(() => Promise.all([look(), look()]));
  const idle = await seconds(look);
  const events = await world.everything.domainEvent.groupBy({
    ...{ by: ["type"], where: { type: { startsWith: "coaching.commitment-" } }, _count: true },
  });
  const said = (type) => events.find((one) => one.type === `coaching.${type}`)?._count ?? 0;
  return {
    ...{ changed: first.answer[0] + first.answer[1], again: idle.answer },
    ...{ reminded: said("commitment-reminded"), alerted: said("commitment-alerted") },
    told: await world.everything.coachingCommitment.count({ where: { alertedOn: { not: null } } }),
    chased: await world.everything.coachingCommitment.count({
      where: { remindedOn: { not: null } },
    }),
    ...{ seconds: first.taken, idleSeconds: idle.taken },
  };
};

/** The batches and what waits, for whom coaches all of it and for one camat. */
const coachingPages = async (world, coach) => {
  const { listWaiting } = await import(`${services}/coaching/waiting-queries.ts`);
  const { listBatches } = await import(`${services}/coaching/batch-list-queries.ts`);
  const { showBatch } = await import(`${services}/coaching/batch-queries.ts`);
  const camat = await world.contextFor("subdistrict-head", "63.02.05");
  const pageOf = (days) => ({
    dueOn: new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10),
    id: randomUUID(),
  });
  const { items } = await listBatches(coach, { limit: 50 });
  return {
    waiting: page(() => listWaiting(coach, { limit: 50 })),
    "waiting, midway": page(() => listWaiting(coach, { cursor: pageOf(-90), limit: 50 })),
    "waiting, end": page(() => listWaiting(coach, { cursor: pageOf(165), limit: 50 })),
    "waiting, camat": page(() => listWaiting(camat, { limit: 50 })),
    batches: page(() => listBatches(coach, { limit: 50 })),
    "batches, screen": page(() => listBatches(coach, { limit: 10 })),
    [wholeBatch]: page(() => showBatch(coach, { batchId: items[0]?.id })),
  };
};

const pages = async (world, database, coach) => {
  const { countHealth, listHealth } = await import(`${services}/sustainability/health-queries.ts`);
  const { listInnovations } = await import(`${services}/innovations/queries.ts`);
  const rows = await world.everything.innovationHealth.findMany({
    orderBy: [{ subdistrictCode: "desc" }, { innovationId: "desc" }],
    ...{ skip: 50, take: 1, select: { subdistrictCode: true, innovationId: true } },
  });
  const [last] = rows;
  const cursor = last && { subdistrictCode: last.subdistrictCode, id: last.innovationId };
  const { countByInnovation, listOfInnovation } = await import(
    `${services}/coaching/standing-queries.ts`
  );
  const shown = (await listHealth(coach, { limit: 50 })).rows.map(({ id }) => id);
  const sides = {
    "board, promises": page(() => countByInnovation(coach, { innovationIds: shown })),
    "board, pane": page(() => listOfInnovation(coach, { innovationId: shown[0] })),
    board: page(() => listHealth(coach, { limit: 50 })),
    "board, last page": page(() => listHealth(coach, { cursor, limit: 50 })),
    "board, frail": page(() => listHealth(coach, { frail: true, limit: 50 })),
    counts: page(() => countHealth(coach, {})),
    list: page(() => listInnovations(coach, { limit: 20 })),
    ...(await coachingPages(world, coach)),
  };
  const processes = { app: process.pid, database };
  const named = Object.entries(sides).map(([name, request]) => [name, { request, processes }]);
  return interleaved(Object.fromEntries(named), {
    callers: 8,
    seconds: Number(option("seconds", "4")),
    rounds: 3,
  });
};

const missed = (sweep, chase, found) => [
  ...(sweep.opened === innovations && sweep.reviews === innovations && sweep.again === 0
    ? []
    : [`of ${innovations} reviews ${sweep.reviews} were opened, ${sweep.again} of them again`]),
  ...(chase.reminded === chase.chased && chase.alerted === chase.told && chase.again === 0
    ? []
    : [
        `${chase.reminded} reminders for ${chase.chased} commitments, ${chase.alerted} for ${chase.told}`,
      ]),
  ...(sweep.shown === innovations ? [] : [`${sweep.shown} stand on the board`]),
  ...Object.entries(found)
    .filter(([name]) => name !== wholeBatch)
    .filter(([, one]) => one.cpuApp + one.cpuDatabase > limits.cpu)
    .map(([name]) => `${name} costs more than ${limits.cpu} ms of CPU`),
];

const found = own().match(/TEST_ADMIN_DATABASE_URL='([^']+)'/);
if (!found?.[1]) throw new Error("no PostgreSQL could be started");
process.env.TEST_ADMIN_DATABASE_URL = found[1];
try {
  const { createWorld } = await import(`${services}/testing/world.ts`);
  const world = await createWorld();
  world.clock.now = new Date();
  console.log(
    `load before: ${loadavg()
      .map((n) => n.toFixed(1))
      .join(" ")}`,
  );
  await register(world);
  const sweep = await sweeps(world);
  console.log(
    `look  ${innovations} innovations, two workers: ${sweep.seconds.toFixed(1)} s, ${sweep.opened} reviews opened; again: ${sweep.idleSeconds.toFixed(1)} s, ${sweep.again} opened`,
  );
  const coach = await world.contextFor("regional-coach", "63");
  const ownerId = randomUUID();
  await insertCoaching(world, { coachId: coach.actor.userId, ownerId, count: commitments });
  const chase = await reminders(world);
  console.log(
    `chase ${commitments} commitments, two workers: ${chase.seconds.toFixed(1)} s, ${chase.changed} changed, ${chase.reminded} reminded, ${chase.alerted} told; again: ${chase.idleSeconds.toFixed(1)} s, ${chase.again} changed`,
  );
  const asked = await pages(world, postmaster(), coach);
  for (const [name, one] of Object.entries(asked))
    console.log(
      `${name.padEnd(16)} ${one.perSecond.toFixed(0)}/s, p50 ${one.p50.toFixed(1)} ms, p95 ${one.p95.toFixed(1)} ms, CPU app ${one.cpuApp.toFixed(2)} + db ${one.cpuDatabase.toFixed(2)} ms`,
    );
  console.log(
    `load after: ${loadavg()
      .map((n) => n.toFixed(1))
      .join(" ")}`,
  );
  await world.drop();
  const file = option("json");
  if (file) writeFileSync(file, JSON.stringify({ sweep, chase, asked }, null, 2));
  const wrong = missed(sweep, chase, asked);
  for (const one of wrong) console.log(`MISSED: ${one}`);
  if (process.argv.includes("--gate") && wrong.length > 0) process.exitCode = 1;
} finally {
  own("--stop");
}

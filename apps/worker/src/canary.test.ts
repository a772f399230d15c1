import { addNote } from "@rembuk/services/cases/add-note";
import { breakGlass } from "@rembuk/services/cases/break-glass";
import { routeCase } from "@rembuk/services/cases/route-case";
import { triageCase } from "@rembuk/services/cases/triage-case";
import { requestCaseTable } from "@rembuk/services/reports/request-paper";
import { Redis } from "ioredis";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createLog } from "./log";
import { until, type WorkerFixture, workerFixture } from "./testing/worker-fixture";

/** A bird in what people tell: person, story, notes, and why a secret case was opened. */
const bird = { name: "Kenarina Belang", nik: "9999014101900077", digits: "8600000177" };
const story = "Kenarina Uraian";
const pattern = /Kenarina|9999014101900077|8600000177|0860-0000-0177/;
const singing = (texts: readonly string[]) => texts.filter((text) => pattern.test(text));

let f: WorkerFixture;
const logged: string[] = [];
const queued: string[] = [];
let stopListening = async () => {};

/** Everything that is sent to Redis, as MONITOR tells it. */
const listenToRedis = async (url: string) => {
  const redis = new Redis(url);
  const monitor = await redis.monitor();
  monitor.on("monitor", (_time: string, args: readonly string[]) => queued.push(args.join(" ")));
  stopListening = async () => {
    monitor.disconnect();
    redis.disconnect();
  };
};

/** Every row that the queue ever holds in PostgreSQL: done jobs are removed from it. */
const listenToPostgres = async (ownerUrl: string) => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  await owner.query(`CREATE TABLE bullmq.seen (row text NOT NULL)`);
  await owner.query(`GRANT INSERT ON bullmq.seen TO PUBLIC`);
  await owner.query(`CREATE FUNCTION bullmq.keep_seen() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN INSERT INTO bullmq.seen VALUES (to_jsonb(NEW)::text); RETURN NULL; END $$`);
  const { rows } = await owner.query<{ name: string }>(
    `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename <> 'seen'`,
  );
  for (const { name } of rows)
    await owner.query(`CREATE TRIGGER keep_seen AFTER INSERT OR UPDATE ON bullmq.${name}
      FOR EACH ROW EXECUTE FUNCTION bullmq.keep_seen()`);
  stopListening = async () => {
    const kept = await owner.query<{ row: string }>("SELECT row FROM bullmq.seen");
    queued.push(...kept.rows.map(({ row }) => row));
    await owner.end();
  };
};

beforeAll(async () => {
  f = await workerFixture();
  if (f.env.REDIS_URL) await listenToRedis(f.env.REDIS_URL);
  else await listenToPostgres(f.ownerUrl);
  await letPapersBeAsked();
});
afterAll(() => f?.drop());

const act = (caseId: string, version: number) => ({ clientActionId: uuidv7(), caseId, version });

/** The acts of people are done here with the worker's database role, which asks for no paper itself. */
const letPapersBeAsked = async () => {
  const owner = new pg.Client({ connectionString: f.ownerUrl });
  await owner.connect();
  await owner.query("GRANT INSERT ON paper TO rembuk_worker");
  await owner.end();
};

/** A case of the village goes to the sector, is noted on, and a secret one is opened by break-glass. */
const live = async () => {
  const desk = f.context(f.people.triage);
  const reporter = { name: bird.name, nik: bird.nik, phone: "0860-0000-0177" };
  const told = { title: story, description: story, reporter };
  const id = await f.open("village", told);
  await triageCase(desk, act(id, 0));
  await routeCase(desk, { ...act(id, 1), target: "DPMD", instruction: story });
  const note = { clientActionId: uuidv7(), caseId: id, body: story };
  await addNote(desk, { ...note, audience: "partner" });
  const secret = await f.open("village", { ...told, privacy: "SECRET" });
  const { rows } = await f.pool.query<{ number: string }>(
    `SELECT number FROM "case" WHERE id = $1::uuid`,
    [secret],
  );
  const why = { clientActionId: uuidv7(), number: rows[0]?.number ?? "" };
  // What is searched for may be a name: it goes along with the table that is asked for.
  const filter = { text: bird.name, order: "due" } as const;
  const asked = { clientActionId: uuidv7(), filter, reason: "Rapat koordinasi" };
  await requestCaseTable(desk, asked);
  await breakGlass(f.context(f.people.camat), { ...why, reason: `${story}, keadaan mendesak` });
  return id;
};

describe("a canary in what people tell", () => {
  it("is in no log, no payload of the queue, no notice and no mail", async () => {
    const log = createLog("trace", { write: (line: string) => void logged.push(line) });
    const worker = await f.start({ log });
    try {
      const id = await live();
      await until(
        "noted, told and mailed",
        async () =>
          (await f.count(
            "domain_event e LEFT JOIN event_dispatch d ON d.event_id = e.id WHERE d.event_id IS NULL",
          )) === 0 &&
          (await f.count(
            "notification WHERE kind = 'case.note-added' AND subject = 'case/' || $1",
            [id],
          )) > 0 &&
          (await f.count("notification WHERE kind = 'case.glass-broken'")) > 0 &&
          (await f.count("mailbox_message")) > 0 &&
          (await f.count("paper WHERE status = 'ready'")) > 0,
      );
    } finally {
      await worker.stop();
      await stopListening();
    }
    expect(queued.filter((text) => text.includes("eventId")).length).toBeGreaterThan(3);
    expect(logged.length).toBeGreaterThan(0);
    expect(singing(queued)).toEqual([]);
    expect(singing(logged)).toEqual([]);
    for (const table of [
      "notification",
      "mailbox_message",
      "domain_event",
      "event_dispatch",
      "dead_letter",
      "client_action",
      "paper",
    ]) {
      const { rows } = await f.pool.query<{ row: string }>(
        `SELECT to_jsonb(t)::text AS row FROM ${table} t`,
      );
      expect([table, singing(rows.map(({ row }) => row))]).toEqual([table, []]);
    }
  }, 90_000);
});

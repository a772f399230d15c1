import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect, connectReads } from "@rembuk/db/client";
import { freshDatabase } from "@rembuk/db/testing/fresh-database";
import type { Actor, Assignment } from "@rembuk/domain/access/actor";
import type { Role } from "@rembuk/domain/access/roles";
import type { OpenCaseCommand } from "@rembuk/domain/cases/commands";
import { openCase } from "@rembuk/services/cases/open-case";
import type { ServiceContext } from "@rembuk/services/context";
import { parseFieldKeys } from "@rembuk/services/system-context";
import { Redis } from "ioredis";
import pg from "pg";
import { uuidv7 } from "uuidv7";
import { type Env, readEnv } from "../env";
import { createLog } from "../log";
import { migrateQueueSchema } from "../queues/migrate";
import { type RunningWorker, startWorker, type WorkerOptions } from "../worker";

const key = () => randomBytes(32).toString("base64");
export const keyFile = JSON.stringify({
  encryption: { current: "k1", keys: { k1: key() } },
  blindIndex: key(),
  links: key(),
});

const subdistrict = "63.11.02";
export const village = "63.11.02.2014";

interface Staff {
  readonly role: Role;
  readonly areaCode: string;
  readonly sectorCode?: string;
  readonly email?: boolean;
}

/** One person for each part of the way of a case. */
const staff = {
  triage: { role: "triage-officer", areaCode: subdistrict, email: true },
  kasi: { role: "section-head", areaCode: subdistrict, sectorCode: "KASI_PMD" },
  secretary: { role: "subdistrict-secretary", areaCode: subdistrict },
  camat: { role: "subdistrict-head", areaCode: subdistrict },
  village: { role: "village-officer", areaCode: village, email: true },
  otherVillage: { role: "village-officer", areaCode: "63.11.02.2001" },
  otherDesk: { role: "triage-officer", areaCode: "63.11.07" },
  dpmd: { role: "sector-partner", areaCode: "63.11", sectorCode: "DPMD" },
  admin: { role: "subdistrict-admin", areaCode: subdistrict },
  inspectorate: { role: "inspectorate", areaCode: "63.11", sectorCode: "INSPEKTORAT" },
} as const satisfies Record<string, Staff>;
export type StaffName = keyof typeof staff;

export type People = Readonly<Record<StaffName, Actor>>;

const insertPerson = async (owner: pg.Client, name: string, s: Staff): Promise<Actor> => {
  const userId = uuidv7();
  const assignment: Assignment = {
    id: uuidv7(),
    role: s.role,
    areaCode: s.areaCode,
    sectorCode: s.sectorCode ?? null,
    organizationId: null,
    clearance: false,
  };
  await owner.query(
    `INSERT INTO "user" (id, username, display_name, email) VALUES ($1, $2, $2, $3)`,
    [userId, `uji.${name.toLowerCase()}`, s.email ? `${name.toLowerCase()}@contoh.invalid` : null],
  );
  await owner.query(
    `INSERT INTO assignment (id, user_id, role, area_code, sector_code, starts_on) VALUES ($1, $2, $3, $4, $5, '2020-01-01')`,
    [assignment.id, userId, s.role, s.areaCode, assignment.sectorCode],
  );
  return { userId, name, assignments: [assignment] };
};

const fill = async (ownerUrl: string): Promise<People> => {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(
      `INSERT INTO office (subdistrict_code, name, letters, desk_name, address, phone, opening_hours)
       VALUES ($1, 'Kecamatan Halong', 'HLG', 'Meja Koordinasi', '-', '-', '-')`,
      [subdistrict],
    );
    const entries: [string, Actor][] = [];
    for (const [name, s] of Object.entries(staff))
      entries.push([name, await insertPerson(owner, name, s)]);
    return Object.fromEntries(entries) as unknown as People;
  } finally {
    await owner.end();
  }
};

export interface WorkerFixture {
  readonly env: Env;
  readonly ownerUrl: string;
  readonly pool: pg.Pool;
  readonly people: People;
  context(actor: Actor, now?: () => Date): ServiceContext;
  open(by: StaffName, changes?: Partial<OpenCaseCommand>, now?: () => Date): Promise<string>;
  start(changes?: Partial<WorkerOptions>): Promise<RunningWorker>;
  /** Empties the queue, as an operator's slip would. */
  emptyQueue(): Promise<void>;
  count(sql: string, values?: readonly unknown[]): Promise<number>;
  /** Ends the connections. */
  close(): Promise<void>;
  /** Ends the connections and removes the database. */
  drop(): Promise<void>;
}

const opening = (changes: Partial<OpenCaseCommand>): OpenCaseCommand => ({
  clientActionId: uuidv7(),
  villageCode: village,
  categoryCode: "VIL-PROG",
  title: "Titian bambu lapuk",
  description: "Titian di RT 2 lapuk dan tidak dapat dilalui.",
  channel: "desk",
  ...changes,
});

const emptyRedis = async (url: string) => {
  const redis = new Redis(url);
  await redis.flushall();
  redis.disconnect();
};

const emptyPostgresQueue = async (pool: pg.Pool) => {
  await pool.query("DELETE FROM bullmq.job");
};

/** A database of its own with one kecamatan, a queue on the backend that REDIS_URL chooses. */
export const workerFixture = async (): Promise<WorkerFixture> => {
  const database = await freshDatabase();
  await migrateQueueSchema(database.ownerUrl);
  const people = await fill(database.ownerUrl);
  const env = readEnv({
    NODE_ENV: "test",
    DATABASE_URL: database.workerUrl,
    REDIS_URL: process.env.REDIS_URL,
    QUEUE_PREFIX: `{uji-${randomBytes(4).toString("hex")}}`,
    AUTH_SECRET: randomBytes(24).toString("hex"),
    FIELD_KEYS_FILE: "unused",
    FILES_DIR: join(tmpdir(), `rembuk-worker-${randomBytes(6).toString("hex")}`),
    PUBLIC_URL: "http://localhost:3000",
    WORKER_PORT: "0",
    LOG_LEVEL: process.env.LOG_LEVEL ?? "silent",
    REMBUK_DEMO: "1",
  });
  const url = database.workerUrl;
  const db = connect({ url, poolSize: 5, name: "test" });
  const reads = connectReads({ url, poolSize: 2, name: "test" });
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on("error", () => undefined);
  const close = async () => {
    await Promise.allSettled([db.$disconnect(), reads.end(), pool.end()]);
  };
  const keys = parseFieldKeys(keyFile);
  const context = (actor: Actor, now: () => Date = () => new Date()): ServiceContext => ({
    db,
    reads,
    actor,
    now,
    newId: uuidv7,
    keys,
    demo: true,
  });
  return {
    env,
    ownerUrl: database.ownerUrl,
    pool,
    people,
    context,
    open: async (by, changes = {}, now) =>
      (await openCase(context(people[by], now), opening(changes))).id,
    start: (changes = {}) =>
      startWorker({ env, readKeys: () => keyFile, log: createLog(env.LOG_LEVEL), ...changes }),
    emptyQueue: () => (env.REDIS_URL ? emptyRedis(env.REDIS_URL) : emptyPostgresQueue(pool)),
    count: async (sql, values = []) => {
      const { rows } = await pool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, [
        ...values,
      ]);
      return rows[0]?.n ?? 0;
    },
    close,
    async drop() {
      await close();
      await database.drop();
    },
  };
};

/** Waits until something holds. @throws after `limitMs` */
export const until = async (
  what: string,
  holds: () => Promise<boolean>,
  limitMs = 45_000,
): Promise<void> => {
  const end = Date.now() + limitMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${limitMs} ms: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

import { randomUUID } from "node:crypto";
import { connect, type Database, type Transaction } from "@rembuk/db/client";
import type { Actor } from "@rembuk/domain/access/actor";
import { defaultPreferences } from "@rembuk/domain/notifications/preferences";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { saveHousehold } from "../beneficiaries/save-household";
import { addNote } from "../cases/add-note";
import { enterCase } from "../cases/enter-case";
import { openCase } from "../cases/open-case";
import { relayCase } from "../cases/relay-case";
import { submitBulk } from "../cases/submit-bulk";
import type { ServiceContext } from "../context";
import { setPreferences } from "../notifications/set-preferences";
import { openCommand } from "../testing/case-journey";
import {
  createWorld,
  halong,
  liyu,
  murungAbuin,
  paringinSelatan,
  paron,
  semen,
  type World,
} from "../testing/world";
import { setContext, setTrackingContext } from "./database-context";
import { inTransaction } from "./in-transaction";

/** Every table that holds content of a tenant. */
const tenantTables = [
  "case",
  "case_note",
  "case_stage",
  "case_reporter",
  "answer_link",
  "person",
  "person_name_key",
  "case_text",
  ...["household", "resident", "resident_pair", "enrollment", "enrollment_step"],
  "domain_event",
  "access_log",
  "client_action",
  "notification",
  "notification_preference",
  "referral",
  "referral_entry",
  "case_task",
  "case_relay",
  "glass_opening",
  "bulk_batch",
  "bulk_item",
  "case_presence",
  "retention_run",
  "destruction_record",
];

/** What hangs on a case and opens with it alone. */
const hanging = [
  ...["case_note", "case_stage", "answer_link"],
  ...["referral", "referral_entry", "case_task", "case_relay", "case_reporter"],
];

let world: World;
let app: Database;

/** A proposal of the kecamatan's administrator, and a record of what went. */
const destroyIn = async (kecamatan: string): Promise<void> => {
  const { actor } = await world.contextFor("subdistrict-admin", kecamatan);
  const run = uuidv7();
  await world.db.$transaction(async (tx) => {
    await setContext(tx, actor);
    await tx.$executeRaw`INSERT INTO retention_run (id, subdistrict_code, status, rules, counted, proposed_by_id, proposed_at)
      VALUES (${run}::uuid, ${kecamatan}, 'proposed', '[]', 1, ${actor.userId}::uuid, now())`;
  });
  await world.everything
    .$executeRaw`INSERT INTO destruction_record (id, run_id, subdistrict_code, is_confidential, rules, cases, persons, files, ids_hash, proposed_by_id, approved_by_id, carried_out_at)
    VALUES (${uuidv7()}::uuid, ${run}::uuid, ${kecamatan}, false, '[]', 1, 1, 0, '\\x00', ${actor.userId}::uuid, ${uuidv7()}::uuid, now())`;
};
/** A family of the village, and what the kecamatan decided about one of it. */
const registerIn = async (kecamatan: string, villageCode: string): Promise<void> => {
  const village = await world.contextFor("village-officer", villageCode);
  const { householdId } = await saveHousehold(village, {
    ...{ clientActionId: randomUUID(), version: 0, villageCode, leaving: [] },
    ...{ hamlet: "", rt: "", rw: "", address: "" },
    members: [
      {
        ...{ name: "Siti", aliases: [], relation: "head", sex: "female" },
        ...{ birthDate: "1980-01-01", nikMissing: "lost" },
      },
    ],
  });
  await world.everything
    .$executeRaw`INSERT INTO resident_pair (id, first_id, second_id, subdistrict_code, decision, reason, decided_by_id, decided_at)
    VALUES (${uuidv7()}::uuid, '00000000-0000-0000-0000-000000000001', ${householdId}::uuid, ${kecamatan}, 'apart', 'x', ${village.actor.userId}::uuid, now())`;
  const enrollment = uuidv7();
  await world.everything
    .$executeRaw`INSERT INTO enrollment (id, regency_code, subdistrict_code, village_code, program_code, program_version, funding_level, household_id, resident_id, status, ground_sealed, nominated_by_id, nominated_at)
    SELECT ${enrollment}::uuid, r.regency_code, r.subdistrict_code, r.village_code, 'PKH', 0, 'ministry', r.household_id, r.id, 'candidate', '\\x00', r.created_by_id, now()
    FROM resident r WHERE r.household_id = ${householdId}::uuid`;
  await world.everything
    .$executeRaw`INSERT INTO enrollment_step (id, enrollment_id, regency_code, subdistrict_code, village_code, act, words_sealed, done_by_id, done_at)
    SELECT ${uuidv7()}::uuid, e.id, e.regency_code, e.subdistrict_code, e.village_code, 'refuse', '\\x00', e.nominated_by_id, now()
    FROM enrollment e WHERE e.id = ${enrollment}::uuid`;
};
const desks: Record<string, ServiceContext> = {};
const caseOf: Record<string, string> = {};
const places = [
  [paringinSelatan, murungAbuin],
  [halong, liyu],
  [paron, semen],
] as const;

beforeAll(async () => {
  world = await createWorld();
  // Fifty at once on a machine that does much else: who waits too long is no question of the fence.
  const patienceMs = 20_000;
  app = connect({ url: world.urls.appUrl, poolSize: 20, name: "test-fence", patienceMs });
  for (const [kecamatan, villageCode] of places) {
    const desk = await world.contextFor("triage-officer", kecamatan);
    desks[kecamatan] = desk;
    for (let i = 0; i < 4; i += 1) {
      const { id } = await openCase(desk, openCommand({ villageCode, reporter: { name: "Siti" } }));
      await world.everything.caseReporter.create({
        data: { caseId: id, sourceCaseId: id, subdistrictCode: kecamatan, since: new Date() },
      });
      caseOf[kecamatan] = id;
      await addNote(desk, {
        clientActionId: randomUUID(),
        caseId: id,
        audience: "internal",
        body: "x",
      });
      await world.everything.notification.create({
        data: {
          id: uuidv7(),
          eventId: uuidv7(),
          recipientId: desk.actor.userId,
          channel: "in-app",
          kind: "x",
          subject: `case/${id}`,
          params: {},
        },
      });
      await setPreferences(desk, {
        clientActionId: randomUUID(),
        ...defaultPreferences,
        muted: [],
        digested: [],
      });
      await relayCase(desk, {
        clientActionId: randomUUID(),
        caseId: id,
        toldBy: "Petugas loket",
        how: "phone",
        toldAt: desk.now(),
      });
      await world.everything
        .$executeRaw`INSERT INTO access_log (id, actor_id, subject, subdistrict_code, act)
        VALUES (${uuidv7()}::uuid, ${desk.actor.userId}::uuid, ${`case/${id}`}, ${kecamatan}, 'read-secret')`;
      await enterCase(desk, { caseId: id });
      await submitBulk(desk, {
        clientActionId: randomUUID(),
        act: { act: "triage" },
        cases: [{ clientActionId: randomUUID(), caseId: id, version: 0 }],
      });
      await world.everything
        .$executeRaw`INSERT INTO answer_link (id, case_id, subdistrict_code, sector_code, token_hash, code_hash, created_by_id, created_at, expires_at)
        VALUES (${uuidv7()}::uuid, ${id}::uuid, ${kecamatan}, 'DPMD', ${Buffer.from(randomUUID())}, 'x', ${desk.actor.userId}::uuid, now(), now() + interval '14 days')`;
      await world.everything
        .$executeRaw`INSERT INTO glass_opening (id, case_id, subdistrict_code, user_id, overseer, reason, opened_at, until)
        VALUES (${uuidv7()}::uuid, ${id}::uuid, ${kecamatan}, ${desk.actor.userId}::uuid, 'subdistrict-head', 'x', now(), now() + interval '24 hours')`;
      const referral = uuidv7();
      await world.everything
        .$executeRaw`INSERT INTO referral (id, case_id, subdistrict_code, kind, party, target_code, asked, is_mandatory, status, sent_by_id, sent_at, limit_days, due_at)
        VALUES (${referral}::uuid, ${id}::uuid, ${kecamatan}, 'referral', '99.99:DINKES', 'DINKES', 'x', true, 'sent', ${desk.actor.userId}::uuid, now(), 2, now())`;
      await world.everything
        .$executeRaw`INSERT INTO referral_entry (id, referral_id, case_id, subdistrict_code, party, kind, body, author_id, created_at)
        VALUES (${uuidv7()}::uuid, ${referral}::uuid, ${id}::uuid, ${kecamatan}, '99.99:DINKES', 'milestone', 'x', ${desk.actor.userId}::uuid, now())`;
      await world.everything
        .$executeRaw`INSERT INTO case_task (id, case_id, subdistrict_code, position, title, is_mandatory, due_at)
        VALUES (${uuidv7()}::uuid, ${id}::uuid, ${kecamatan}, 1, 'x', true, now())`;
    }
    await destroyIn(kecamatan);
    await registerIn(kecamatan, villageCode);
  }
});
afterAll(async () => {
  await app.$disconnect();
  await world.drop();
});

const count = async (client: Database | Transaction, table: string): Promise<number> => {
  const rows = await client.$queryRawUnsafe<{ n: number }[]>(
    `SELECT count(*)::int AS n FROM "${table}"`,
  );
  return rows[0]?.n ?? -1;
};
const refused = (work: Promise<unknown>) =>
  expect(work).rejects.toThrow(/42501|row-level security|permission denied/);
const deskOf = (kecamatan: string): ServiceContext => {
  const desk = desks[kecamatan];
  if (!desk) throw new Error("no such desk");
  return desk;
};

describe("without a context", () => {
  it.each(tenantTables)("%s holds rows and shows none", async (table) => {
    expect(await count(world.everything, table)).toBeGreaterThan(0);
    expect(await count(app, table)).toBe(0);
  });

  it("nothing can be written", async () => {
    const { actor } = deskOf(halong);
    await refused(app.$executeRaw`INSERT INTO access_log (id, actor_id, subject, act)
      VALUES (${uuidv7()}::uuid, ${actor.userId}::uuid, 'x', 'read-secret')`);
    await refused(app.$executeRaw`INSERT INTO domain_event (id, type, subject, actor_id, payload, occurred_at)
      VALUES (${uuidv7()}::uuid, 'x', 'x', ${actor.userId}::uuid, '{}', now())`);
    expect(await app.$executeRaw`UPDATE "case" SET title = 'x'`).toBe(0);
  });
});

describe("with the context of one kecamatan", () => {
  it.each(places)("%s sees its own cases and persons alone", async (kecamatan) => {
    await app.$transaction(async (tx) => {
      await setContext(tx, deskOf(kecamatan).actor);
      for (const table of ["case", "person"]) {
        const rows = await tx.$queryRawUnsafe<{ code: string; n: number }[]>(
          `SELECT subdistrict_code AS code, count(*)::int AS n FROM "${table}" GROUP BY 1`,
        );
        expect(rows).toEqual([{ code: kecamatan, n: 4 }]);
      }
      // What hangs on a case opens only with that one case, after the use case has authorised it.
      for (const table of hanging) expect(await count(tx, table)).toBe(0);
    });
  });

  it("opens what hangs on one case with that case alone", async () => {
    const id = caseOf[halong] ?? "";
    await app.$transaction(async (tx) => {
      await setContext(tx, deskOf(halong).actor, id);
      for (const table of hanging) expect(await count(tx, table)).toBe(1);
    });
  });

  it("refuses a row of another kecamatan: case, person, event and log", async () => {
    const { actor } = deskOf(halong);
    const inHalong = <T>(work: (tx: Transaction) => Promise<T>) =>
      app.$transaction(async (tx) => {
        await setContext(tx, actor);
        return work(tx);
      });
    const foreign = caseOf[paron] ?? "";
    await refused(
      inHalong(
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO person (id, subdistrict_code, village_code, name_sealed, name_index, created_by_id)
        VALUES (${uuidv7()}::uuid, ${paron}, ${semen}, 'x', 'x', ${actor.userId}::uuid)`,
      ),
    );
    const copied = await world.everything.case.findUniqueOrThrow({ where: { id: foreign } });
    const { holds: _, ...row } = copied;
    const another = { ...row, id: uuidv7(), number: "X", trackingHash: Uint8Array.from([1]) };
    await refused(inHalong((tx) => tx.case.createMany({ data: [another] })));
    await refused(
      inHalong(
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO case_note (id, case_id, subdistrict_code, audience, purpose, body, author_id, created_at)
        VALUES (${uuidv7()}::uuid, ${foreign}::uuid, ${paron}, 'internal', 'note', 'x', ${actor.userId}::uuid, now())`,
      ),
    );
    await refused(
      inHalong(
        (
          tx,
        ) => tx.$executeRaw`INSERT INTO domain_event (id, type, subject, actor_id, payload, occurred_at)
        VALUES (${uuidv7()}::uuid, 'x', 'x', ${deskOf(paron).actor.userId}::uuid, '{}', now())`,
      ),
    );
    expect(
      await inHalong(
        (tx) => tx.$executeRaw`UPDATE "case" SET title = 'x' WHERE id = ${foreign}::uuid`,
      ),
    ).toBe(0);
  });

  it("a case cannot be moved to another kecamatan's key by its own", async () => {
    const { actor } = deskOf(halong);
    const moved = app.$transaction(async (tx) => {
      await setContext(tx, actor, caseOf[halong]);
      await tx.$executeRaw`UPDATE "case" SET id = ${uuidv7()}::uuid WHERE id = ${caseOf[halong]}::uuid`;
    });
    await expect(moved).rejects.toThrow();
  });

  it("the refusal reads as forbidden to the caller", async () => {
    const work = inTransaction(
      deskOf(halong),
      (tx) =>
        tx.$executeRaw`INSERT INTO person (id, subdistrict_code, village_code, name_sealed, name_index, created_by_id)
        VALUES (${uuidv7()}::uuid, ${paron}, ${semen}, 'x', 'x', ${uuidv7()}::uuid)`,
    );
    await expect(work).rejects.toMatchObject({ kind: "forbidden", code: "FORBIDDEN" });
  });
});

describe("what must not be mixed", () => {
  it("50 contexts at the same time leak nothing", async () => {
    const looks = Array.from({ length: 50 }, (_, i) => places[i % 3]?.[0] ?? paron);
    const found = await Promise.all(
      looks.map((kecamatan) =>
        app.$transaction(
          async (tx) => {
            await setContext(tx, deskOf(kecamatan).actor);
            await tx.$queryRaw`SELECT pg_sleep(0.01)::text`;
            const rows = await tx.$queryRaw<
              { code: string }[]
            >`SELECT subdistrict_code AS code FROM "case"`;
            return rows.every((r) => r.code === kecamatan) && rows.length === 4;
          },
          { maxWait: 20_000, timeout: 20_000 },
        ),
      ),
    );
    expect(found.filter(Boolean)).toHaveLength(50);
  });

  it.each(places)("%s sees its own families alone", async (kecamatan) => {
    await app.$transaction(async (tx) => {
      await setContext(tx, deskOf(kecamatan).actor);
      for (const table of [
        ...["household", "resident", "resident_meeting", "resident_pair"],
        ...["enrollment", "enrollment_step"],
      ]) {
        const rows = await tx.$queryRawUnsafe<{ code: string }[]>(
          `SELECT DISTINCT subdistrict_code AS code FROM "${table}"`,
        );
        expect([table, rows]).toEqual([table, [{ code: kecamatan }]]);
      }
    });
  });

  it("a context ends with its transaction, also on a connection that is used again", async () => {
    const one = connect({ url: world.urls.appUrl, poolSize: 1, name: "test-one" });
    await one.$transaction(async (tx) => {
      await setContext(tx, deskOf(halong).actor, caseOf[halong]);
      expect(await count(tx, "case")).toBe(4);
    });
    for (const table of tenantTables) expect(await count(one, table)).toBe(0);
    const aborted = one.$transaction(async (tx) => {
      await setContext(tx, deskOf(halong).actor);
      throw new Error("on purpose");
    });
    await expect(aborted).rejects.toThrow("on purpose");
    expect(await count(one, "case")).toBe(0);
    await one.$disconnect();
  });

  it("a comma in a key widens nothing", async () => {
    const sly: Actor = {
      userId: uuidv7(),
      name: "",
      assignments: [
        {
          id: "a",
          role: "sector-partner",
          areaCode: "63.11",
          sectorCode: "X,63.11:DPMD",
          organizationId: null,
          clearance: false,
        },
      ],
    };
    const seen = await app.$transaction(async (tx) => {
      await setContext(tx, sly);
      return count(tx, "case");
    });
    expect(seen).toBe(0);
  });

  it("a public reader sees the one case of its code or number", async () => {
    const kase = await world.everything.case.findUniqueOrThrow({
      where: { id: caseOf[paron] ?? "" },
    });
    const trackingHash = Buffer.from(kase.trackingHash).toString("hex");
    for (const by of [{ trackingHash }, { number: kase.number }]) {
      const rows = await app.$transaction(async (tx) => {
        await setTrackingContext(tx, by);
        expect(await count(tx, "person")).toBe(0);
        expect(await count(tx, "case_note")).toBe(0);
        return tx.$queryRaw<{ id: string }[]>`SELECT id FROM "case"`;
      });
      expect(rows).toEqual([{ id: kase.id }]);
    }
  });
});

describe("the roles of the database", () => {
  it.each(["rembuk_app", "rembuk_worker", "rembuk_owner"])(
    "%s cannot step around it",
    async (name) => {
      const rows = await app.$queryRaw<
        { rolsuper: boolean; rolbypassrls: boolean; rolcreaterole: boolean }[]
      >`
      SELECT rolsuper, rolbypassrls, rolcreaterole FROM pg_roles WHERE rolname = ${name}`;
      expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false }]);
    },
  );

  it("the app owns no table, and is a member of no role that does", async () => {
    const rows = await app.$queryRaw<{ owned: number; memberships: number }[]>`
      SELECT (SELECT count(*)::int FROM pg_class WHERE relowner = 'rembuk_app'::regrole) AS owned,
        (SELECT count(*)::int FROM pg_auth_members WHERE member = 'rembuk_app'::regrole) AS memberships`;
    expect(rows).toEqual([{ owned: 0, memberships: 0 }]);
  });

  it("every tenant table is forced, and every table with a kecamatan is a tenant table", async () => {
    const forced = await app.$queryRaw<{ name: string }[]>`
      SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relkind = 'r'`;
    const names = forced.map((r) => r.name);
    expect(names).toEqual(expect.arrayContaining(tenantTables));
    const placed = await app.$queryRaw<{ name: string }[]>`
      SELECT c.relname AS name FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
      WHERE a.attname = 'subdistrict_code' AND c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace`;
    expect(placed.map((r) => r.name).filter((n) => n !== "office" && !names.includes(n))).toEqual(
      [],
    );
  });

  it("the app neither edits nor deletes what happened, and deletes no content", async () => {
    await refused(app.$executeRaw`UPDATE domain_event SET type = 'x'`);
    for (const table of [...tenantTables, "user", "assignment", "audit_block"]) {
      await refused(app.$executeRawUnsafe(`DELETE FROM "${table}"`));
    }
    await refused(app.$executeRaw`UPDATE access_log SET act = 'x'`);
    await refused(app.$executeRaw`UPDATE case_note SET body = 'x'`);
    await refused(app.$executeRaw`TRUNCATE domain_event`);
    await refused(app.$executeRaw`ALTER TABLE "case" DISABLE ROW LEVEL SECURITY`);
  });

  it("the worker neither edits nor deletes what happened", async () => {
    await refused(world.everything.$executeRaw`UPDATE domain_event SET type = 'x'`);
    await refused(world.everything.$executeRaw`DELETE FROM domain_event`);
    await refused(world.everything.$executeRaw`DELETE FROM access_log`);
  });
});

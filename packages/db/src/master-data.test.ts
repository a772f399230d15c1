import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadMasterData } from "./load-master-data";
import { applyMigrations, listMigrations, pendingMigrations } from "./migrate";
import { type FreshDatabase, freshDatabase } from "./testing/fresh-database";

let database: FreshDatabase;
let owner: pg.Client;

beforeAll(async () => {
  database = await freshDatabase();
  owner = new pg.Client({ connectionString: database.ownerUrl });
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await database.drop();
});

const counts = async (sql: string): Promise<number[]> =>
  (await owner.query<{ n: number }>(sql)).rows.map((row) => row.n);

describe("migrations", () => {
  it("leave nothing pending and change nothing when run again", async () => {
    expect(await pendingMigrations(owner)).toEqual([]);
    expect(await applyMigrations(database.ownerUrl)).toEqual([]);
  });

  it("are recorded as Prisma records them, with their checksums", async () => {
    const { rows } = await owner.query<{
      migration_name: string;
      checksum: string;
      finished_at: Date | null;
    }>(
      'SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" ORDER BY migration_name',
    );
    expect(rows.map((r) => [r.migration_name, r.checksum])).toEqual(
      listMigrations().map((m) => [m.name, m.checksum]),
    );
    expect(rows.every((r) => r.finished_at !== null)).toBe(true);
  });

  it("leave no table of content without forced row-level security", async () => {
    const { rows } = await owner.query<{ relname: string }>(
      `SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace
         AND relname = ANY($1) AND NOT (relrowsecurity AND relforcerowsecurity)`,
      [
        [
          "case",
          "case_note",
          "case_stage",
          "answer_link",
          "person",
          "domain_event",
          "access_log",
          "client_action",
          "notification",
          "notification_preference",
          "case_relay",
          "case_relay_reminder",
        ],
      ],
    );
    expect(rows).toEqual([]);
  });
});

describe("master data", () => {
  it("holds every area of idn-area-data 4.0.1", async () => {
    expect(
      await counts("SELECT count(*)::int AS n FROM area GROUP BY level ORDER BY level"),
    ).toEqual([38, 514, 7285, 83_762]);
  });

  it("gives each area the zone of its province", async () => {
    const { rows } = await owner.query<{ code: string; zone: string }>(
      "SELECT code, zone FROM area WHERE code = ANY($1) ORDER BY code",
      [["35.21", "61", "63.11.02", "94"]],
    );
    expect(rows).toEqual([
      { code: "35.21", zone: "WIB" },
      { code: "61", zone: "WIB" },
      { code: "63.11.02", zone: "WITA" },
      { code: "94", zone: "WIT" },
    ]);
  });

  it("holds 49 categories whose sectors all exist, and the 11 problems of the desk", async () => {
    expect(await counts("SELECT count(*)::int AS n FROM case_category")).toEqual([49]);
    expect(
      await counts(
        `SELECT count(*)::int AS n FROM case_category c WHERE EXISTS (
           SELECT 1 FROM unnest(c.supporting_sector_codes || c.lead_sector_code) AS named(sector)
           WHERE NOT EXISTS (SELECT 1 FROM sector s WHERE s.code = named.sector))`,
      ),
    ).toEqual([0]);
    const { rows } = await owner.query<{ desk_order: number }>(
      "SELECT desk_order FROM case_category WHERE desk_order IS NOT NULL ORDER BY desk_order",
    );
    expect(rows.map((r) => r.desk_order)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  });

  it("keeps what an administrator changed when it is loaded again", async () => {
    await owner.query("UPDATE case_category SET resolution_days = 3 WHERE code = 'VIL-FIN'");
    await loadMasterData(database.ownerUrl);
    expect(
      await counts("SELECT resolution_days AS n FROM case_category WHERE code = 'VIL-FIN'"),
    ).toEqual([3]);
  });

  it("finds a village by a part of its name by the trigram index", async () => {
    const { rows } = await owner.query<{ "QUERY PLAN": string }>(
      "EXPLAIN SELECT code FROM area WHERE search_name LIKE '%murung abuin%'",
    );
    expect(rows.map((r) => r["QUERY PLAN"]).join("\n")).toContain("area_search_name_idx");
  });
});

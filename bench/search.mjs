/**
 * What a search costs, by class of term and by reader, at many cases:
 *
 *   npm run search -w bench -- [--cases 1000000] [--persons 100000] [--rounds 40] [--json FILE]
 *
 * It asks the use case as the web process does (role of the application, row-level security on), one
 * caller after the other, and prints p50 and p95 of a page with facets and highlights and of a queue by
 * words. It makes its own PostgreSQL with default durability. The first 20 rounds warm up the plans.
 */

import { randomUUID } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { clusterDatabase } from "../scripts/launch/app-environment.mjs";
import { withConnection } from "../scripts/launch/database-connection.mjs";
import { ensureDatabase, ensureRoles } from "../scripts/launch/database-roles.mjs";
import { startCluster, stopCluster } from "../scripts/launch/embedded-postgres.mjs";
import { prepareDatabase } from "../scripts/launch/preparation.mjs";
import { newFieldKeys } from "../scripts/launch/secrets.mjs";
import { stateDirectory } from "../scripts/launch/state-directory.mjs";

const { connect, connectReads } = await import("../packages/db/src/client.ts");
const { liveFieldKeys } = await import("../packages/services/src/kernel/field-keys.ts");
const { personRow } = await import("../packages/services/src/beneficiaries/store.ts");
const { searchCases } = await import("../packages/services/src/cases/search-cases.ts");
const { listCases } = await import("../packages/services/src/cases/queries.ts");

const option = (name, fallback) => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? fallback : process.argv[at + 1];
};
const cases = Number(option("cases", "1000000"));
const persons = Number(option("persons", "100000"));
const rounds = Number(option("rounds", "40"));
const warm = 20;
const directory = join(stateDirectory(), "bench-search");
const keyText = newFieldKeys();
const keys = liveFieldKeys(() => keyText);

const firstNames = "Siti Muhammad Ahmad Nur Abdul Sri Dewi Rahmat Fitri Hasan Aminah Yusuf".split(
  " ",
);
const secondNames =
  "Rahmah Noor Hidayat Salasiah Kartini Wahyudi Maulana Syarif Fauzi Lestari".split(" ");
const nik = "9999014101900077";

const readers = {
  desk: { role: "triage-officer", areaCode: "63.11.07" },
  village: { role: "village-officer", areaCode: "63.11.07.2009" },
  "sector, 8 areas": { role: "sector-partner", areaCode: "63.11", sectorCode: "DPMD" },
  "auditor, 8 areas": { role: "auditor", areaCode: "63.11" },
};

const terms = {
  rare: "ketonggeng",
  absent: "tidakadadimanapun",
  "of another kecamatan": "elangbondol",
  common: "RT",
  "two words": "desa belum",
  phrase: '"tidak aktif"',
  "name fragment": "Salas",
  "two names": "Siti Salasiah",
  "name with a typo": "Rusmaiti",
  number: "BCH-2026-1177",
  serial: "1177",
  village: "Murung Abuin",
  NIK: nik,
};

const contextOf = (db, reads, assignment) => ({
  ...{ db, reads, keys, demo: true, now: () => new Date(), newId: randomUUID },
  actor: {
    ...{ userId: "00000000-0000-7000-8000-0000000000aa", name: "Bench" },
    assignments: [
      { id: randomUUID(), sectorCode: null, clearance: false, organizationId: null, ...assignment },
    ],
  },
});

/** Persons of the newest cases: names of few words, as real ones are. */
const nameReporters = async (client, ctx) => {
  const { rows } = await client.query(
    'SELECT id, subdistrict_code AS "subdistrictCode", village_code AS "villageCode" FROM "case" ORDER BY received_at DESC LIMIT $1',
    [persons],
  );
  for (let from = 0; from < rows.length; from += 2_000) {
    const made = rows.slice(from, from + 2_000).map((row, i) => {
      const n = from + i;
      const name =
        n % 5_000 === 0
          ? "Rusmiati"
          : `${firstNames[n % firstNames.length]} ${secondNames[(n * 7) % secondNames.length]}`;
      const person = personRow(ctx, { name, nik: n === 0 ? nik : null }, row);
      return { ...person, case_id: row.id };
    });
    await client.query(
      `WITH r AS (SELECT e FROM jsonb_array_elements($1::jsonb) e),
       p AS (INSERT INTO person SELECT p.* FROM jsonb_populate_recordset(NULL::person, $1::jsonb) p),
       k AS (INSERT INTO person_name_key SELECT k.* FROM jsonb_populate_recordset(NULL::person_name_key, $1::jsonb) k)
       UPDATE "case" c SET reporter_person_id = (e->>'id')::uuid FROM r WHERE c.id = (e->>'case_id')::uuid`,
      [JSON.stringify(made)],
    );
  }
};

const load = async (admin, ctx) => {
  await withConnection(admin, async (client) => {
    await client.query("SET statement_timeout = 0");
    const [sql] = readFileSync(new URL("load-cases.sql", import.meta.url), "utf8").split(
      "INSERT INTO domain_event",
    );
    await client.query(sql.replaceAll(":cases", String(cases)));
    await client.query(
      `UPDATE "case" SET title = title || ' ketonggeng' WHERE number LIKE 'BCH-2026-%7777'`,
    );
    await client.query(
      `UPDATE "case" SET title = title || ' elangbondol' WHERE subdistrict_code = '63.11.02' AND number LIKE '%7'`,
    );
    await nameReporters(client, ctx);
    await client.query("VACUUM ANALYZE");
  });
};

const percentile = (times, p) =>
  [...times].sort((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * p))];

const measure = async (work) => {
  const times = [];
  for (let i = 0; i < warm + rounds; i += 1) {
    const from = performance.now();
    await work();
    if (i >= warm) times.push(performance.now() - from);
  }
  return { p50: percentile(times, 0.5), p95: percentile(times, 0.95) };
};

const main = async () => {
  const cluster = await startCluster({ directory, settings: {} });
  try {
    await ensureRoles(cluster);
    const admin = (name) => cluster.url("rembuk_admin", name);
    await withConnection(admin("postgres"), (c) =>
      c.query("DROP DATABASE IF EXISTS bench_search WITH (FORCE)"),
    );
    await ensureDatabase(cluster, "bench_search");
    await prepareDatabase(
      clusterDatabase(cluster, "bench_search"),
      { REDIS_URL: "none" },
      { demo: false },
    );
    const url = cluster.url("rembuk_app", "bench_search");
    const db = connect({ url, poolSize: 4, name: "bench" });
    const reads = connectReads({ url, poolSize: 8, name: "bench-reads" });
    const begun = performance.now();
    await load(admin("bench_search"), contextOf(db, reads, readers.desk));
    console.log(`${cases} cases loaded in ${Math.round((performance.now() - begun) / 1000)} s`);
    const results = {};
    for (const [reader, assignment] of Object.entries(readers)) {
      const ctx = contextOf(db, reads, assignment);
      for (const [name, text] of Object.entries(terms)) {
        const page = await measure(() => searchCases(ctx, { text, limit: 20 }));
        const list = await measure(() => listCases(ctx, { text, order: "due", limit: 50 }));
        const { total } = await searchCases(ctx, { text, limit: 20 });
        results[`${reader}: ${name}`] = { total, page, list };
        const show = ({ p50, p95 }) => `p50 ${p50.toFixed(1)} p95 ${p95.toFixed(1)} ms`;
        console.log(
          `${reader.padEnd(16)} ${name.padEnd(20)} ${String(total).padStart(5)}  page ${show(page)}  list ${show(list)}`,
        );
      }
    }
    const file = option("json");
    if (file) writeFileSync(file, JSON.stringify({ cases, persons, rounds, results }, null, 2));
    await Promise.all([db.$disconnect(), reads.end()]);
  } finally {
    await stopCluster(directory);
  }
};

await main();

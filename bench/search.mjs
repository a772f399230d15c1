/**
 * What a search costs, by class of term and by reader, at many cases:
 *
 *   npm run bench:search -- [--cases 1000000] [--persons 100000] [--rounds 40] [--json FILE]
 *
 * It asks the use case as the web process does (role of the application, row-level security on), one
 * caller after the other, and prints p50 and p95 of a page with facets and highlights and of a queue by
 * words. The database is that of `run.mjs`. The first 20 rounds warm up the plans.
 */
import { randomUUID } from "node:crypto";
import { writeFileSync } from "node:fs";
import { stopCluster } from "../scripts/launch/embedded-postgres.mjs";
import { directory, keyText, loadedDatabase, openCluster } from "./installation.mjs";
import { percentile } from "./measure.mjs";
import { terms as classes } from "./workloads.mjs";

const { connect, connectReads } = await import("../packages/db/src/client.ts");
const { liveFieldKeys } = await import("../packages/services/src/kernel/field-keys.ts");
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

const readers = {
  desk: { role: "triage-officer", areaCode: "63.11.07" },
  village: { role: "village-officer", areaCode: "63.11.07.2009" },
  "sector, 8 areas": { role: "sector-partner", areaCode: "63.11", sectorCode: "DPMD" },
  "auditor, 8 areas": { role: "auditor", areaCode: "63.11" },
};

const terms = {
  ...classes,
  "of another kecamatan": "elangbondol",
  "two names": "Siti Salasiah",
  serial: "1177",
  village: "Murung Abuin",
};

const contextOf = ({ db, reads, keys }, assignment) => ({
  ...{ db, reads, keys, demo: true, now: () => new Date(), newId: randomUUID },
  actor: {
    ...{ userId: "00000000-0000-7000-8000-0000000000aa", name: "Bench" },
    assignments: [
      { id: randomUUID(), sectorCode: null, clearance: false, organizationId: null, ...assignment },
    ],
  },
});

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
  const cluster = await openCluster();
  try {
    const { app: url } = await loadedDatabase(cluster, { cases, persons });
    const db = connect({ url, poolSize: 4, name: "bench" });
    const reads = connectReads({ url, poolSize: 8, name: "bench-reads" });
    const keys = liveFieldKeys(keyText);
    const results = {};
    for (const [reader, assignment] of Object.entries(readers)) {
      const ctx = contextOf({ db, reads, keys }, assignment);
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

/**
 * The plans of the hottest queries where there is much to read: each use case is asked as its process asks
 * it (role of the application, row-level security on), by every kind of reader. It fails where a big table
 * is read from end to end, where pages are counted off (OFFSET), or where a page of a list sorts more rows
 * than a village has.
 *
 * What was read is counted by the database itself, so that a plan which is only taken on the sixth call is
 * found too; the statements of the read pool are also explained one by one, to say which one it was.
 */
import { randomUUID } from "node:crypto";
import { withConnection } from "../scripts/launch/database-connection.mjs";
import { keyText, people } from "./installation.mjs";
import { terms } from "./workloads.mjs";

const { connect, connectReads } = await import("../packages/db/src/client.ts");
const { caseOrders } = await import("../packages/domain/src/cases/list-filters.ts");
const { caseStatuses } = await import("../packages/domain/src/cases/model.ts");
const { systemActor } = await import("../packages/services/src/kernel/system-actor.ts");
const { liveFieldKeys } = await import("../packages/services/src/kernel/field-keys.ts");
const { countGroups } = await import("../packages/services/src/cases/group-queries.ts");
const { countCases, listCases } = await import("../packages/services/src/cases/queries.ts");
const { searchCases } = await import("../packages/services/src/cases/search-cases.ts");
const { showCase } = await import("../packages/services/src/cases/show-case.ts");
const { lockDueCases } = await import("../packages/services/src/cases/sweep-store.ts");
const { readBoard } = await import("../packages/services/src/reports/queries.ts");

/** Tables that grow with the cases; those that are small here may be read whole. */
const growingTables = [
  ...["case", "case_text", "case_stage", "case_note", "case_task", "case_relay", "case_reporter"],
  ...["person", "person_name_key", "referral", "referral_entry", "domain_event", "access_log"],
];
const leastRows = 10_000;
/** The cases of a village, which have no index of their own for each order, are sorted. */
const mostSorted = 8_000;
/** Below it PostgreSQL may rightly read a whole table. */
export const leastCases = 50_000;
/** A prepared statement gets a plan for all values after five for the values at hand. */
const calls = 7;

const readers = {
  desk: { role: "triage-officer", areaCode: "63.11.07" },
  camat: { role: "subdistrict-head", areaCode: "63.11.07" },
  village: { role: "village-officer", areaCode: "63.11.07.2009" },
  sector: { role: "sector-partner", areaCode: "63.11", sectorCode: "DPMD" },
  section: { role: "section-head", areaCode: "63.11.07", sectorCode: "KASI_PMD" },
  auditor: { role: "auditor", areaCode: "63.11" },
  kabupaten: { role: "regency-officer", areaCode: "63.11" },
};
const withBoard = ["desk", "camat", "village", "sector", "section", "kabupaten"];

const ended = ["closed", "resolved", "redirected", "cancelled", "archived"];
const everyStatus = caseStatuses.filter((status) => status !== "draft");
/** One state, several, all that are open, all; several villages and kecamatan. */
const filters = {
  open: {},
  "one state": { statuses: ["received"] },
  "several states": { statuses: ["assigned", "in_progress", "closed"] },
  ended: { statuses: ended },
  all: { statuses: everyStatus },
  villages: { villages: ["63.11.07.2009", "63.11.07.2015"], statuses: everyStatus },
  "several areas": { subdistricts: ["63.11.02", "63.11.07"], statuses: everyStatus },
  mine: { holder: "mine" },
  late: { lateness: "late" },
};

const nodesOf = (plan) => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

/** What a node hands on: an index that only says where rows lie hands on none. */
const rowsOf = (node) =>
  node["Node Type"].startsWith("Bitmap") && node["Node Type"] !== "Bitmap Heap Scan"
    ? 0
    : (node["Actual Rows"] ?? 0) * (node["Actual Loops"] ?? 1);

/** What is wrong with a plan, in words. */
const faultsOf = (plan, { isPage, bigTables }) => {
  const nodes = nodesOf(plan);
  const scans = nodes
    .filter((node) => node["Node Type"] === "Seq Scan" && bigTables.includes(node["Relation Name"]))
    .map((node) => `reads ${node["Relation Name"]} from end to end`);
  const sorts = nodes
    .filter((node) => isPage && node["Node Type"].endsWith("Sort"))
    .map((node) => Math.max(...nodesOf(node).map(rowsOf)))
    .filter((rows) => rows > mostSorted)
    .map((rows) => `sorts ${rows} rows for a page`);
  return [...scans, ...sorts];
};

/** Reads as the pool does, and tells of each statement what its plan is wrong with. */
const explaining = (reads, bigTables, tell) => {
  const explain = async (context, { text, values }, isPage) => {
    if (/\bOFFSET\b/i.test(text)) tell("counts its pages off (OFFSET)");
    for (const how of ["ANALYZE, FORMAT JSON", "GENERIC_PLAN, FORMAT JSON"]) {
      const explained = {
        name: "",
        text: `EXPLAIN (${how}) ${text}`,
        values: how.startsWith("G") ? [] : values,
      };
      const [row] = await reads.read(context, explained);
      for (const { Plan: plan } of row["QUERY PLAN"])
        faultsOf(plan, { isPage, bigTables }).forEach(tell);
    }
  };
  return {
    ...reads,
    read: async (context, query) => {
      await explain(context, query, /ORDER BY[^)]*LIMIT/i.test(query.text));
      return reads.read(context, query);
    },
  };
};

/** How often each big table was read from end to end until now. */
const scanCounts = (admin) =>
  withConnection(admin, async (client) => {
    const { rows } = await client.query(
      `SELECT s.relname, s.seq_scan::int AS n FROM pg_stat_user_tables s JOIN pg_class c ON c.oid = s.relid
       WHERE s.relname = ANY($1) AND c.reltuples >= $2`,
      [growingTables, leastRows],
    );
    return new Map(rows.map((row) => [row.relname, row.n]));
  });

const actorOf = (assignment) => ({
  ...{ userId: people.desk.id, name: "Bench" },
  assignments: [
    { id: randomUUID(), sectorCode: null, clearance: false, organizationId: null, ...assignment },
  ],
});

/** Everything that is asked, by a name that says which. */
const asked = (readerName, caseId) => [
  ...caseOrders.flatMap((order) =>
    Object.entries(filters)
      // By deadline only what is open is ordered.
      .filter(([, filter]) => order !== "due" || !filter.statuses?.includes("closed"))
      .flatMap(([filterName, filter]) => [
        [
          `list ${order}, ${filterName}`,
          async (ctx) => {
            const input = { order, ...filter, limit: 50 };
            const { nextCursor } = await listCases(ctx, input);
            if (nextCursor) await listCases(ctx, { ...input, cursor: nextCursor });
          },
        ],
      ]),
  ),
  ["counts", (ctx) => countCases(ctx, filters)],
  ["groups", (ctx) => countGroups(ctx, { by: "village" })],
  ...Object.entries(terms).map(([name, text]) => [
    `search ${name}`,
    (ctx) => searchCases(ctx, { text, limit: 20 }),
  ]),
  ...(readerName === "desk" ? [["show", (ctx) => showCase(ctx, { caseId })]] : []),
  ...(withBoard.includes(readerName) ? [["board", (ctx) => readBoard(ctx)]] : []),
];

/** Work on connections of its own: what they counted is written down when they end. */
const onConnections = async (urls, work) => {
  const db = connect({ url: urls.db, poolSize: 2, name: "plans" });
  const reads = connectReads({ url: urls.reads, poolSize: 4, name: "plans-reads" });
  try {
    return await work({ db, reads });
  } finally {
    await Promise.all([db.$disconnect(), reads.end()]);
  }
};

/**
 * @param {{app: string, worker: string, admin: string}} database
 * @returns {Promise<readonly string[]>} what is wrong, each fault once; none where all is well
 */
export const checkPlans = async (database) => {
  const keys = liveFieldKeys(keyText);
  const faults = new Set();
  const parts = { demo: true, keys, now: () => new Date(), newId: randomUUID };
  const caseId = await withConnection(database.admin, async (client) => {
    const { rows } = await client.query(
      `SELECT id FROM "case" WHERE subdistrict_code = '63.11.07' AND is_open AND NOT is_supervisory AND NOT is_secret LIMIT 1`,
    );
    return rows[0].id;
  });
  for (const [readerName, assignment] of Object.entries(readers)) {
    const before = await scanCounts(database.admin);
    await onConnections({ db: database.app, reads: database.app }, async ({ db, reads }) => {
      const ctx = { ...parts, db, reads, actor: actorOf(assignment) };
      for (const [name, ask] of asked(readerName, caseId)) {
        const tell = (fault) => faults.add(`${readerName}, ${name}: ${fault}`);
        await ask({ ...ctx, reads: explaining(reads, [...before.keys()], tell) });
        for (let call = 0; call < calls; call += 1) await ask(ctx);
      }
    });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    for (const [table, n] of await scanCounts(database.admin))
      if (n > (before.get(table) ?? 0))
        faults.add(
          `${readerName}: ${table} was read from end to end ${n - (before.get(table) ?? 0)} times`,
        );
  }
  for (const fault of await sweepFaults(database, parts)) faults.add(fault);
  return [...faults];
};

/** Indexes of the cases that nothing above was answered from: each act writes them all the same. */
export const unusedIndexes = (admin) =>
  withConnection(admin, async (client) => {
    const { rows } = await client.query(
      `SELECT indexrelname AS name FROM pg_stat_user_indexes WHERE relname = 'case' AND idx_scan = 0 ORDER BY 1`,
    );
    return rows.map((row) => row.name);
  });

/** The sweep as the worker asks it; what it locks is let go again. */
const sweepFaults = async (database, parts) => {
  const before = await scanCounts(database.admin);
  await onConnections({ db: database.worker, reads: database.worker }, async ({ db }) => {
    const ctx = { ...parts, actor: systemActor };
    for (let call = 0; call < calls; call += 1)
      await db.$transaction((tx) => lockDueCases(tx, ctx.now(), 500), { timeout: 60_000 });
  });
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return [...(await scanCounts(database.admin))]
    .filter(([table, n]) => n > (before.get(table) ?? 0))
    .map(([table]) => `sweep: ${table} was read from end to end`);
};

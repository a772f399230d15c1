import { readFileSync } from "node:fs";
import { connect, connectReads } from "@rembuk/db/client";
import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import { type CaseOrder, caseOrders } from "@rembuk/domain/cases/list-filters";
import { caseStatuses } from "@rembuk/domain/cases/model";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { openCommand } from "../testing/case-journey";
import { createWorld, halong, murungAbuin, paringinSelatan, type World } from "../testing/world";
import { openCase } from "./open-case";
import { listCases } from "./queries";
import { searchCases } from "./search-cases";

/** The bench's cases, in the spread of real offices, fewer of them. */
const cases = 50_000;
const loadFile = new URL("../../../../bench/load-cases.sql", import.meta.url);

let world: World;
const nik = "9999014101900077";

const load = async () => {
  const [rows = ""] = readFileSync(loadFile, "utf8").split("INSERT INTO domain_event");
  const statements = rows.replaceAll(":cases", String(cases)).split(/;\s*\n/);
  await world.everything.$transaction(
    async (tx) => {
      await tx.$executeRawUnsafe("SET LOCAL statement_timeout = 0");
      for (const statement of statements.filter((text) => /^\s*[A-Z]/m.test(text)))
        await tx.$executeRawUnsafe(statement);
      // A word of a hundred cases here, one of the neighbour alone, one of five in a hundred.
      await tx.$executeRawUnsafe(
        `UPDATE "case" SET title = title || ' ketonggeng' WHERE number LIKE 'BCH-2026-%77'`,
      );
      await tx.$executeRawUnsafe(
        `UPDATE "case" SET title = title || ' elangbondol' WHERE subdistrict_code = '${halong}'`,
      );
    },
    { timeout: 300_000 },
  );
};

beforeAll(async () => {
  world = await createWorld();
  const desk = await world.contextFor("triage-officer", paringinSelatan);
  await openCase(desk, openCommand({ reporter: { name: "Rusmiati (fiktif)", nik } }));
  await load();
}, 400_000);
afterAll(() => world.drop());

const readers = [
  ["triage-officer", paringinSelatan, null],
  ["village-officer", murungAbuin, null],
  ["sector-partner", "63.11", "DPMD"],
  ["auditor", "63.11", null],
] as const;

/** Every class of term. */
const terms = {
  rare: "ketonggeng",
  absent: "tidakadadimanapun",
  forbidden: "elangbondol",
  common: "RT",
  "two words": "desa belum",
  phrase: '"tidak aktif"',
  "name fragment": "Rusm",
  "name with a typo": "Rusmaiti",
  village: "Murung Abuin",
  number: "BCH-2026-1177",
  serial: "1177",
  nik,
  phone: "0860-0000-0177",
};

const scanned = ["case", "case_text", "person_name_key"];
const seqScans = async (): Promise<number> => {
  const [row] = await world.everything.$queryRawUnsafe<{ n: number }[]>(
    `SELECT coalesce(sum(seq_scan), 0)::int AS n FROM pg_stat_user_tables WHERE relname = ANY($1::text[])`,
    scanned,
  );
  return row?.n ?? 0;
};

describe(`a search among ${cases} cases`, () => {
  it("reads no table from end to end, whatever is looked for and by whom", async () => {
    const before = await seqScans();
    for (const [role, area, sectorCode] of readers) {
      const known = await world.contextFor(role, area, { sectorCode });
      // Connections of their own: what they counted is written down when they end.
      const db = connect({ url: world.urls.appUrl, poolSize: 2, name: "plans" });
      const reads = connectReads({ url: world.urls.appUrl, poolSize: 2, name: "plans-reads" });
      const ctx = { ...known, db, reads };
      for (const [name, text] of Object.entries(terms)) {
        const start = performance.now();
        await searchCases(ctx, { text, limit: 20 });
        await listCases(ctx, { text, order: "due", limit: 50 });
        if (process.env.SHOW_PLAN)
          process.stdout.write(`${role} ${name}: ${Math.round(performance.now() - start)} ms\n`);
      }
      await Promise.all([db.$disconnect(), reads.end()]);
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect((await seqScans()) - before).toBe(0);
  }, 120_000);

  it("reads as many pages for a word of another kecamatan as for one of nobody", async () => {
    const { actor } = await world.contextFor("triage-officer", paringinSelatan);
    const pages = async (word: string): Promise<number> => {
      const plan = await world.reads.read<Record<string, string>>(contextStatement(actor), {
        name: "",
        text: `EXPLAIN (ANALYZE, BUFFERS, FORMAT TEXT) SELECT find_case_words('${word}'::tsquery, 1001)`,
        values: [],
      });
      const line = plan
        .map((row) => String(Object.values(row)[0]))
        .find((l) => l.includes("Buffers"));
      return [...(line ?? "").matchAll(/(?:hit|read)=(\d+)/g)].reduce(
        (sum, m) => sum + Number(m[1]),
        0,
      );
    };
    for (const word of ["elangbondol", "elangbondox"]) await pages(word);
    const forbidden = await pages("elangbondol");
    expect(forbidden).toBeGreaterThan(0);
    expect(Math.abs(forbidden - (await pages("elangbondox")))).toBeLessThanOrEqual(2);
    expect(await pages("rt")).toBeGreaterThan(forbidden);
  });

  it("pages through many matches by their order, none twice", async () => {
    const desk = await world.contextFor("triage-officer", paringinSelatan);
    const seen: string[] = [];
    let cursor: Awaited<ReturnType<typeof searchCases>>["nextCursor"] = null;
    for (let page = 0; page < 4; page += 1) {
      const result = await searchCases(desk, { text: "RT", limit: 50, cursor });
      expect(result.isCapped).toBe(true);
      seen.push(...result.items.map((item) => item.id));
      cursor = result.nextCursor;
    }
    expect(new Set(seen).size).toBe(200);
  });
});

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly Plans?: readonly Plan[];
}

/**
 * The plan of a list's page where sorting is dear, as it is among a million: what an index gives in order
 * is then taken from it.
 */
const planOf = async (
  ctx: ServiceContext,
  input: ListCasesInput,
  areSortsDear = true,
): Promise<readonly Plan[]> => {
  const plans: Plan[] = [];
  const read: typeof ctx.reads.read = async (context, { text, values }) => {
    const dear = {
      name: "dear_sorts",
      text: `${context.text}, set_config('enable_sort', 'off', true), set_config('enable_bitmapscan', 'off', true)`,
      values: context.values,
    };
    const explained = { name: "", text: `EXPLAIN (FORMAT JSON) ${text}`, values };
    const [row] = await ctx.reads.read<{ "QUERY PLAN": { Plan: Plan }[] }>(
      areSortsDear ? dear : context,
      explained,
    );
    plans.push(...(row?.["QUERY PLAN"].map(({ Plan: plan }) => plan) ?? []));
    return [];
  };
  await listCases({ ...ctx, reads: { ...ctx.reads, read } }, input);
  const nodesOf = (plan: Plan): readonly Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];
  return plans
    .flatMap(nodesOf)
    .filter((node) => node["Relation Name"] === "case" || node["Index Name"]?.startsWith("case_"));
};

const everyStatus = caseStatuses.filter((status) => status !== "draft");
const indexesOf = (scans: readonly Plan[]) => scans.flatMap((scan) => scan["Index Name"] ?? []);

const of = (key: string): Readonly<Record<CaseOrder, RegExp>> => ({
  due: new RegExp(`case_open_${key}`),
  newest: new RegExp(`case_(newest|waiting)_${key}`),
  oldest: new RegExp(`case_(newest|waiting)_${key}`),
  updated: new RegExp(`case_updated_${key}`),
  number: new RegExp(`case_number_${key}`),
});

/** By whom and in which order: the index that gives it, of open cases and of all. */
const inOrder: readonly Readonly<Record<CaseOrder, RegExp>>[] = [
  of("subdistrict"),
  { due: /village/, newest: /village/, oldest: /village/, updated: /village/, number: /village/ },
  of("party"),
  { ...of("regency"), number: /^case_number_key$/ },
];

describe(`a page of the queue among ${cases} cases`, () => {
  it.each(readers)("comes from an index in every order: %s", async (role, area, sectorCode) => {
    const ctx = await world.contextFor(role, area, { sectorCode });
    const wanted = inOrder[readers.findIndex(([one]) => one === role)];
    for (const order of caseOrders) {
      for (const statuses of order === "due" ? [undefined] : [undefined, everyStatus]) {
        const first = await listCases(ctx, { order, statuses, limit: 10 });
        expect(first.nextCursor).not.toBeNull();
        for (const cursor of [null, first.nextCursor]) {
          const input = { order, statuses, cursor, limit: 10 };
          // Of a village there are few enough to be sorted.
          const scans = await planOf(ctx, input, role !== "village-officer");
          const which = `${role}, ${order}, ${statuses ? "all" : "open"}`;
          expect(
            scans.map((node) => node["Node Type"]),
            which,
          ).not.toContain("Seq Scan");
          expect(indexesOf(scans).join(" "), which).toMatch(wanted?.[order] ?? /none/);
        }
      }
    }
  });

  it("asks the index of open cases also where statuses are chosen", async () => {
    const ctx = await world.contextFor("triage-officer", paringinSelatan);
    const scans = await planOf(ctx, { order: "due", statuses: ["received", "triaged"], limit: 50 });
    expect(indexesOf(scans)).toContain("case_open_subdistrict");
  });
});

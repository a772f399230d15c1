import { listCasesInput } from "@rembuk/domain/cases/commands";
import { type CaseStatus, caseStatuses } from "@rembuk/domain/cases/model";
import type { SearchTerm } from "@rembuk/domain/cases/search-term";
import { z } from "zod";
import { listVillages } from "../areas/queries";
import type { ServiceContext } from "../context";
import { named } from "../kernel/named-statement";
import { mintReadScope } from "../kernel/read-scope";
import { filterConditions } from "./filter-queries";
import { type CaseListItem, type CasePage, pageOfCases, pagesOf } from "./queries";
import { highlightCases, type Passage } from "./search-highlights";
import { areNone, contextOfMatches, findMatches, type Matches, probeCap } from "./search-matches";

export const searchCasesInput = listCasesInput
  .pick({ statuses: true, villages: true, categories: true, years: true, cursor: true })
  .extend({
    text: z.string().trim().min(1).max(120),
    limit: z.int().min(1).max(50).default(20),
  });
export type SearchCasesInput = z.infer<typeof searchCasesInput>;

export interface FoundCase extends CaseListItem {
  readonly titlePassage: Passage;
  /** Where the story says it; null where it does not, or where reading the story is logged. */
  readonly storyPassage: Passage | null;
  /** By the name of who reported it. */
  readonly isByName: boolean;
}

/** How many of the cases found have a value, the most first; what is chosen in it does not narrow it. */
export interface Facet {
  readonly value: string;
  readonly name: string;
  readonly count: number;
}
export interface Facets {
  readonly statuses: readonly Facet[];
  readonly categories: readonly Facet[];
  readonly villages: readonly Facet[];
  readonly years: readonly Facet[];
}

export interface SearchResult {
  readonly kind: SearchTerm["kind"];
  readonly failsCheck: boolean;
  /** Nothing is spelled so; these are near it. */
  readonly isNear: boolean;
  readonly items: readonly FoundCase[];
  readonly nextCursor: CasePage["nextCursor"];
  readonly total: number;
  /** There are more than were counted: facets are of the newest. */
  readonly isCapped: boolean;
  readonly facets: Facets;
}

interface Traits {
  readonly statuses: string;
  readonly categories: string;
  readonly villages: string;
  readonly years: string;
}
const facetNames = ["statuses", "categories", "villages", "years"] as const;
const mostFacetValues = 30;

/** Every status that a search may meet. */
const everyStatus = caseStatuses.filter((status) => status !== "draft");

/** The newest of all cases found, with what facets count. */
const listTraits = async (ctx: ServiceContext, matches: Matches): Promise<readonly Traits[]> => {
  if (areNone(matches)) return [];
  const scope = mintReadScope(ctx.actor);
  const input = { statuses: everyStatus };
  const { conditions, values } = filterConditions(ctx, input, scope, { matches, spans: null });
  const newest = `ORDER BY c.received_at DESC, c.id DESC LIMIT ${probeCap + 1}`;
  const parts = pagesOf(scope, conditions).map(
    (where) => `(SELECT c.id, c.received_at, c.status AS statuses, c.category_code AS categories,
      c.village_code AS villages, split_part(c.number, '-', 2) AS years
      FROM "case" c WHERE ${where} ${newest})`,
  );
  const text = `SELECT * FROM (${parts.join(" UNION ALL ")}) c ${newest}`;
  return ctx.reads.read<Traits>(contextOfMatches(ctx, matches), named(text, values));
};

const fits = (row: Traits, input: SearchCasesInput, except: keyof Traits | null = null): boolean =>
  facetNames.every((name) => {
    const chosen = input[name]?.map(String) ?? [];
    return name === except || chosen.length === 0 || chosen.includes(row[name]);
  });

type Names = (name: keyof Traits, value: string) => string;

const facetsOf = (rows: readonly Traits[], input: SearchCasesInput, nameOf: Names): Facets => {
  const count = (name: keyof Traits): readonly Facet[] => {
    const counts = new Map<string, number>();
    for (const value of input[name] ?? []) counts.set(String(value), 0);
    for (const row of rows)
      if (fits(row, input, name)) counts.set(row[name], (counts.get(row[name]) ?? 0) + 1);
    return [...counts]
      .map(([value, n]) => ({ value, name: nameOf(name, value), count: n }))
      .sort((a, b) => b.count - a.count || a.value.localeCompare(b.value))
      .slice(0, mostFacetValues);
  };
  return {
    statuses: count("statuses"),
    categories: count("categories"),
    villages: count("villages"),
    years: count("years"),
  };
};

/** Names of villages and categories that the facets show. */
const loadFacetNames = async (ctx: ServiceContext, rows: readonly Traits[]): Promise<Names> => {
  const offices = [...new Set(rows.map((row) => row.villages.slice(0, 8)))];
  const [villages, categories] = await Promise.all([
    Promise.all(offices.map((code) => listVillages(ctx.db, code))),
    rows.length === 0 ? [] : ctx.db.caseCategory.findMany({ select: { code: true, name: true } }),
  ]);
  const names = new Map([...villages.flat(), ...categories].map((one) => [one.code, one.name]));
  return (name, value) =>
    name === "villages" || name === "categories" ? (names.get(value) ?? value) : value;
};

/** Statuses as they are known; others are left out. */
const knownStatuses = (given: readonly string[] | undefined): CaseStatus[] => {
  const known = everyStatus.filter((status) => given?.includes(status));
  return known.length > 0 ? known : everyStatus;
};

/**
 * Cases that a term finds, the newest first, with what they can be narrowed by and where they say it.
 * Everything under the read scope: what the reader may not open is neither found nor counted.
 */
export const searchCases = async (
  ctx: ServiceContext,
  input: SearchCasesInput,
): Promise<SearchResult> => {
  const matches = await findMatches(ctx, input.text, input.villages);
  const wide = input.villages?.length ? await findMatches(ctx, input.text) : matches;
  const { text: _, ...filters } = input;
  const wanted = { ...filters, statuses: knownStatuses(input.statuses), order: "newest" as const };
  const [page, rows] = await Promise.all([
    pageOfCases(ctx, wanted, { matches, spans: null }),
    listTraits(ctx, wide),
  ]);
  const [passages, nameOf] = await Promise.all([
    highlightCases(ctx, page.items, matches.query),
    loadFacetNames(ctx, rows),
  ]);
  const items = page.items.map((item) => ({
    ...item,
    titlePassage: passages.get(item.id)?.title ?? [{ text: item.title, isHit: false }],
    storyPassage: passages.get(item.id)?.story ?? null,
    isByName: matches.named.has(item.id),
  }));
  const counted = rows.slice(0, probeCap);
  return {
    ...{ kind: matches.term.kind, failsCheck: matches.term.failsCheck, isNear: matches.isNear },
    ...{ items, nextCursor: page.nextCursor },
    total: counted.filter((row) => fits(row, input)).length,
    isCapped: rows.length > probeCap,
    facets: facetsOf(counted, input, nameOf),
  };
};

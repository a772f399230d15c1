import { readSearchTerm, type SearchTerm } from "@rembuk/domain/cases/search-term";
import type { ServiceContext } from "../context";
import { contextStatement, plannedOnce } from "../kernel/database-context";
import { named } from "../kernel/named-statement";
import { mintReadScope, type ReadScope } from "../kernel/read-scope";
import { findNamedCases, findNumberedCases } from "./find-person-cases";
import { queryExpression } from "./search-statement";

/** So many matches are counted; of more a total says "1.000+". */
export const probeCap = 1_000;
/**
 * So many matches are sorted; of more, the cases are walked in their order. Among the 40,000 cases of an office a walk
 * then finds one in ten or oftener, and so it does among those of a kabupaten: below that it would meet more cases than
 * there are matches to sort.
 */
const sortCapOf = ({ actor }: ServiceContext): number =>
  actor.assignments.some(({ areaCode, sectorCode }) => sectorCode === null && areaCode.length === 5)
    ? 16_000
    : 4_000;

/** The cases that a term finds, for every list that asks by words. */
export interface Matches {
  readonly term: SearchTerm;
  /** All of them, or, when there are too many, those that the words alone would not find. */
  readonly ids: readonly string[];
  /** What to look for in each case while walking; null when `ids` are all. */
  readonly walked: string | null;
  /** For highlights; null when no text was asked for. */
  readonly query: string | null;
  /** Found by the name of who reported it. */
  readonly named: ReadonlySet<string>;
  /** The name is spelled otherwise: a letter lost, wrong or swapped. */
  readonly isNear: boolean;
}

interface Probe {
  readonly query: string;
  readonly fenced: string | null;
  readonly ids: readonly string[];
}

/** Matches that are listed by id: no plan of theirs depends on what was asked for. */
export const contextOfMatches = (ctx: ServiceContext, { walked }: Pick<Matches, "walked">) => {
  const context = contextStatement(ctx.actor);
  return walked === null ? plannedOnce(context) : context;
};

/** Nothing was found: no list need be asked. */
export const areNone = ({ ids, walked }: Pick<Matches, "ids" | "walked">): boolean =>
  ids.length === 0 && walked === null;

/** One look into the index of words, within the fence, capped. */
const probe = async (
  ctx: ServiceContext,
  term: SearchTerm,
  villages: readonly string[],
): Promise<Probe | null> => {
  const values: unknown[] = [];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const expression = queryExpression(term, villages, bind);
  if (expression === null) return null;
  const text = `WITH q AS MATERIALIZED (SELECT ${expression} AS query)
    SELECT q.query::text AS query, query_within_fence(q.query)::text AS fenced,
      find_case_words(q.query, ${sortCapOf(ctx) + 1}) AS ids FROM q`;
  const [row] = await ctx.reads.read<Probe>(
    plannedOnce(contextStatement(ctx.actor)),
    named(text, values),
  );
  return row ?? null;
};

/** Whoever reads what they reported themselves, wherever it lies. */
const readsOwn = (ctx: ServiceContext): boolean =>
  ctx.actor.assignments.some(({ role }) =>
    ["reporter", "village-council", "volunteer"].includes(role),
  );

/** Cases that lie outside the reader's places: own ones, and those that a referral opens. Few. */
const findOutside = async (
  ctx: ServiceContext,
  scope: ReadScope,
  query: string,
): Promise<readonly string[]> => {
  const referred = scope.parts(1)?.referred;
  const values: unknown[] = [...scope.values];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const me = bind(ctx.actor.userId, "uuid");
  const ways = [
    ...(referred ? [referred] : []),
    ...(readsOwn(ctx) ? [`(c.created_by_id = ${me} OR c.reporter_user_id = ${me})`] : []),
  ];
  if (ways.length === 0) return [];
  const may = scope.predicate(1);
  const asked = bind(query, "tsquery");
  const text = `SELECT c.id FROM (${ways
    .map((way) => `(SELECT c.id FROM "case" c WHERE ${way} AND ${may} AND ${me} IS NOT NULL)`)
    .join(" UNION ")}) c
    WHERE (SELECT t.words @@ query_of_office(${asked}, t.subdistrict_code) FROM case_text t WHERE t.case_id = c.id)
    LIMIT ${probeCap}`;
  const rows = await ctx.reads.read<{ id: string }>(
    plannedOnce(contextStatement(ctx.actor)),
    named(text, values),
  );
  return rows.map((row) => row.id);
};

const none: Omit<Matches, "term"> = {
  ...{ ids: [], walked: null, query: null, named: new Set<string>(), isNear: false },
};

/**
 * Finds what a term means to this reader: by words, number and village in the index of words, by name, NIK
 * and phone in blind indexes where the reader may know the reporter. What the reader may not open is
 * behind the fence of the index itself; lists put their scope over the rest.
 */
export const findMatches = async (
  ctx: ServiceContext,
  text: string,
  villages: readonly string[] = [],
): Promise<Matches> => {
  const term = readSearchTerm(text);
  if (term.kind === "empty" || term.kind === "digits") return { ...none, term };
  if (term.nik !== null || term.phone !== null)
    return { ...none, term, ids: await findNumberedCases(ctx, term) };
  const scope = mintReadScope(ctx.actor);
  const [found, exact] = await Promise.all([
    probe(ctx, term, villages),
    findNamedCases(ctx, term.name, "exact"),
  ]);
  const words = found?.ids ?? [];
  const outside = found ? await findOutside(ctx, scope, found.query) : [];
  const isFound = words.length + exact.length + outside.length > 0;
  const near = isFound ? [] : await findNamedCases(ctx, term.name, "near");
  const isMany = words.length > sortCapOf(ctx);
  const byName = [...exact, ...near];
  return {
    term,
    ids: [...new Set([...(isMany ? [] : words), ...outside, ...byName])],
    walked: isMany ? (found?.fenced ?? null) : null,
    query: found?.query ?? null,
    named: new Set(byName),
    isNear: near.length > 0,
  };
};

/** The matches as a condition over the alias `c`, beside the scope. */
export const matchCondition = (
  matches: Pick<Matches, "ids" | "walked">,
  bind: (value: unknown, type: string) => string,
): string => {
  const listed = `c.id = ANY(${bind(matches.ids, "uuid[]")})`;
  if (matches.walked === null) return listed;
  // Asked of one case after the other: as a join it could be answered by reading every case.
  return `(${listed} OR (SELECT t.words @@ ${bind(matches.walked, "tsquery")} FROM case_text t WHERE t.case_id = c.id))`;
};

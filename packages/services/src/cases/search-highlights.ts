import { hasRole } from "@rembuk/domain/access/actor";
import type { ServiceContext } from "../context";
import { contextStatement, plannedOnce } from "../kernel/database-context";
import { named } from "../kernel/named-statement";
import { mintReadScope } from "../kernel/read-scope";

/** A text in pieces; those that were looked for are hits. The screen writes them as text, never as markup. */
export type Passage = readonly { readonly text: string; readonly isHit: boolean }[];

// Characters for private use: no keyboard writes them, and what is stored is freed of them first.
const [start, stop] = ["\u{e000}", "\u{e001}"];

const piecesOf = (marked: string): Passage =>
  marked
    .split(start)
    .flatMap((part, at) => {
      if (at === 0) return [{ text: part, isHit: false }];
      const [hit = "", rest = ""] = part.split(stop);
      return [
        { text: hit, isHit: true },
        { text: rest, isHit: false },
      ];
    })
    .filter((piece) => piece.text !== "");

interface Shown {
  readonly id: string;
  readonly isSecret: boolean;
}

/** A story is shown in part only where reading the whole of it is not logged. */
const readsFreely = (ctx: ServiceContext, item: Shown): boolean =>
  !item.isSecret &&
  !hasRole(ctx.actor, "auditor") &&
  !hasRole(ctx.actor, "inspectorate") &&
  !(ctx.actor.glassCases ?? []).includes(item.id);

/** Title and story of the cases of one page with what was looked for marked. */
export const highlightCases = async (
  ctx: ServiceContext,
  items: readonly Shown[],
  query: string | null,
): Promise<ReadonlyMap<string, { readonly title: Passage; readonly story: Passage | null }>> => {
  if (query === null || items.length === 0) return new Map();
  const scope = mintReadScope(ctx.actor);
  const values: unknown[] = [...scope.values];
  const bind = (value: unknown, type: string) => `$${values.push(value)}::${type}`;
  const asked = bind(query, "tsquery");
  const marks = `StartSel=${start}, StopSel=${stop}`;
  const clean = (column: string) => `translate(${column}, '${start}${stop}', '')`;
  const told = bind(
    items.filter((item) => readsFreely(ctx, item)).map((item) => item.id),
    "uuid[]",
  );
  const text = `SELECT c.id,
      ts_headline('indonesian', ${clean("c.title")}, ${asked}, '${marks}, HighlightAll=true') AS title,
      CASE WHEN c.id = ANY(${told}) AND NOT c.is_supervisory THEN
        ts_headline('indonesian', ${clean("c.description")}, ${asked}, '${marks}, MaxFragments=2, MaxWords=16, MinWords=5, FragmentDelimiter=" … "') END AS story
    FROM "case" c WHERE c.id = ANY(${bind(
      items.map((item) => item.id),
      "uuid[]",
    )}) AND ${scope.predicate(1)}`;
  const rows = await ctx.reads.read<{ id: string; title: string; story: string | null }>(
    plannedOnce(contextStatement(ctx.actor)),
    named(text, values),
  );
  const passages = rows.map(({ id, title, story }) => ({
    id,
    title: piecesOf(title),
    story: story?.includes(start) ? piecesOf(story) : null,
  }));
  return new Map(passages.map((passage) => [passage.id, passage]));
};

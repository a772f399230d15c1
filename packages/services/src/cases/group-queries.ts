import type { GroupCasesInput } from "@rembuk/domain/cases/commands";
import type { CaseGrouping } from "@rembuk/domain/cases/list-filters";
import { listVillages } from "../areas/queries";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { mintReadScope } from "../kernel/read-scope";
import { loadSectors } from "./category-queries";
import { filterConditions } from "./filter-queries";
import { matchesOf, named } from "./queries";

export interface CaseGroup {
  /** Village or sector; "": no sector leads these yet. */
  readonly code: string;
  readonly name: string;
  readonly count: number;
  /** Of these, beyond the nearer deadline and not on hold. */
  readonly late: number;
}

export interface CaseGroups {
  readonly groups: readonly CaseGroup[];
  /** More cases than are counted one by one: there are no groups then. */
  readonly isTooMany: boolean;
}

/** So many are put under headings; whoever sees more narrows first. */
export const groupCap = 50_000;

const columns: Readonly<Record<CaseGrouping, string>> = {
  village: "c.village_code",
  sector: "coalesce(c.lead_sector_code, '')",
};

type Row = Pick<CaseGroup, "code" | "count" | "late">;

const countRows = async (
  ctx: ServiceContext,
  { by, ...filter }: GroupCasesInput,
): Promise<readonly Row[]> => {
  const scope = mintReadScope(ctx.actor);
  const matches = await matchesOf(ctx, filter);
  const { conditions, values, bind } = filterConditions(ctx, filter, scope, matches);
  const now = bind(ctx.now(), "timestamptz");
  const text = `SELECT code, count(*)::int AS count, (count(*) FILTER (WHERE is_late))::int AS late
    FROM (SELECT ${columns[by]} AS code, c.is_open AND c.due_at <= ${now} AND c.status <> 'on_hold' AS is_late
      FROM "case" c WHERE ${conditions.join(" AND ")} LIMIT ${groupCap + 1}) x GROUP BY code`;
  return ctx.reads.read<Row>(contextStatement(ctx.actor), named(text, values));
};

const namesOf = async (
  ctx: ServiceContext,
  by: CaseGrouping,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (by === "sector") {
    const sectors = await loadSectors(ctx.db, "");
    return new Map([...sectors].map(([code, sector]) => [code, sector.name]));
  }
  const places = [...new Set(codes.map((code) => code.slice(0, 8)))];
  const villages = await Promise.all(places.map((code) => listVillages(ctx.db, code)));
  return new Map(villages.flat().map(({ code, name }) => [code, name]));
};

/** How many cases of a list stand under each village or sector, by name; counts what the reader may open. */
export const countGroups = async (
  ctx: ServiceContext,
  input: GroupCasesInput,
): Promise<CaseGroups> => {
  const rows = await countRows(ctx, input);
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  if (all > groupCap) return { groups: [], isTooMany: true };
  const names = await namesOf(
    ctx,
    input.by,
    rows.map(({ code }) => code),
  );
  const groups = rows
    .map((row) => ({ ...row, name: names.get(row.code) ?? row.code }))
    .sort((a, b) => a.name.localeCompare(b.name, "id") || (a.code < b.code ? -1 : 1));
  return { groups, isTooMany: false };
};

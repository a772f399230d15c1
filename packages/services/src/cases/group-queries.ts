import { addDays, type LocalDate } from "@rembuk/domain/calendars/local-date";
import { instantAt, toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { GroupCasesInput } from "@rembuk/domain/cases/commands";
import { type CaseGrouping, endOfWeek } from "@rembuk/domain/cases/list-filters";
import { listVillages } from "../areas/queries";
import { readerCalendar } from "../calendars/reader-queries";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { named } from "../kernel/named-statement";
import { mintReadScope } from "../kernel/read-scope";
import { loadSectors } from "./category-queries";
import { filterConditions, knownOf } from "./filter-queries";

export interface CaseGroup {
  /** Village, sector ("": none leads these yet) or one of `dueGroups`. */
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

type By = GroupCasesInput["by"];
type Bind = (value: unknown, type: string) => string;

const columns: Readonly<Record<CaseGrouping, string>> = {
  village: "c.village_code",
  sector: "coalesce(c.lead_sector_code, '')",
};

/** Under which heading of deadlines a case stands, on the wall of the reader's office. */
const dueColumn = async (ctx: ServiceContext, now: string, bind: Bind): Promise<string> => {
  const { zone } = await readerCalendar(ctx);
  const today = toLocalDate(ctx.now(), zone);
  const after = (date: LocalDate) => bind(instantAt(addDays(date, 1), 0, zone), "timestamptz");
  return `CASE WHEN c.status = 'on_hold' THEN 'held' WHEN c.due_at <= ${now} THEN 'late'
    WHEN c.due_at < ${after(today)} THEN 'today' WHEN c.due_at < ${after(endOfWeek(today))} THEN 'week' ELSE 'later' END`;
};

type Row = Pick<CaseGroup, "code" | "count" | "late">;

const countRows = async (
  ctx: ServiceContext,
  { by, ...filter }: GroupCasesInput,
): Promise<readonly Row[]> => {
  const scope = mintReadScope(ctx.actor);
  const { conditions, values, bind } = filterConditions(
    ctx,
    filter,
    scope,
    await knownOf(ctx, filter),
  );
  const now = bind(ctx.now(), "timestamptz");
  const column = by === "due" ? await dueColumn(ctx, now, bind) : columns[by];
  const text = `SELECT code, count(*)::int AS count, (count(*) FILTER (WHERE is_late))::int AS late
    FROM (SELECT ${column} AS code, c.is_open AND c.due_at <= ${now} AND c.status <> 'on_hold' AS is_late
      FROM "case" c WHERE ${conditions.join(" AND ")} LIMIT ${groupCap + 1}) x GROUP BY code`;
  return ctx.reads.read<Row>(contextStatement(ctx.actor), named(text, values));
};

const namesOf = async (
  ctx: ServiceContext,
  by: By,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> => {
  if (by === "due") return new Map();
  if (by === "sector") {
    const sectors = await loadSectors(ctx.db, "");
    return new Map([...sectors].map(([code, sector]) => [code, sector.name]));
  }
  const places = [...new Set(codes.map((code) => code.slice(0, 8)))];
  const villages = await Promise.all(places.map((code) => listVillages(ctx.db, code)));
  return new Map(villages.flat().map(({ code, name }) => [code, name]));
};

/** How many cases of a list stand under each village, sector (by name) or deadline; counts what the reader may open. */
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

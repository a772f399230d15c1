import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { ListCasesInput } from "@rembuk/domain/cases/commands";
import { isTurnOf } from "@rembuk/domain/cases/lifecycle";
import { type CaseOrder, orderFor } from "@rembuk/domain/cases/list-filters";
import type { Case } from "@rembuk/domain/cases/model";
import { type ClockReading, clockReading } from "@rembuk/domain/cases/sla";
import { listVillages } from "../areas/queries";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { byIndex, contextStatement } from "../kernel/database-context";
import { named } from "../kernel/named-statement";
import { mintReadScope, type ReadScope } from "../kernel/read-scope";
import { loadSectors } from "./category-queries";
import { filterConditions, type Known, knownOf } from "./filter-queries";
import { toCase } from "./row-store";
import { rulesIn } from "./rule-queries";
import { areNone, contextOfMatches, probeCap } from "./search-matches";
import { toWaiting, type WaitingReferral, waitingJoin } from "./waiting-referral-queries";

export interface ClockDto extends ClockReading {
  readonly dueAt: Date;
}

export interface CaseListItem {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly villageCode: string;
  readonly villageName: string;
  readonly subdistrictCode: string;
  readonly status: Case["status"];
  readonly kind: Case["kind"];
  readonly priority: Case["priority"];
  readonly isSecret: boolean;
  readonly isEmergency: boolean;
  readonly holderKind: Case["holder"]["kind"];
  readonly holderCode: string | null;
  readonly holderName: string | null;
  readonly responsibleName: string | null;
  /** The sector that leads it; null: none does yet. */
  readonly leadSectorCode: string | null;
  readonly leadSectorName: string | null;
  readonly isMyTurn: boolean;
  /** The soonest referral that waits for the reader; null: none does. */
  readonly waitingReferral: WaitingReferral | null;
  readonly receivedAt: Date;
  /** When an act last changed the case itself; a note is none. */
  readonly updatedAt: Date;
  readonly dueAt: Date;
  readonly dueIsEstimate: boolean;
  readonly escalationLevel: number;
  readonly total: ClockDto;
  readonly stage: ClockDto;
}

/** Both clocks of a case, read now. */
export const readClocks = (
  kase: Case,
  calendar: WorkingCalendar,
  now: Date,
  stageCalendar: WorkingCalendar = calendar,
): { total: ClockDto; stage: ClockDto } => {
  const shared = { now, calendar, holds: kase.holds, endedAt: kase.resolvedAt ?? kase.closedAt };
  const total = clockReading({
    ...shared,
    startedAt: kase.receivedAt,
    dueAt: kase.totalDueAt,
    limitDays: kase.totalLimitDays,
  });
  const stage = clockReading({
    ...shared,
    calendar: stageCalendar,
    endedAt: kase.closedAt,
    startedAt: kase.stageStartedAt,
    dueAt: kase.stageDueAt,
    limitDays: kase.stageLimitDays,
  });
  return {
    total: { ...total, dueAt: kase.totalDueAt },
    stage: { ...stage, dueAt: kase.stageDueAt },
  };
};

type Row = Record<string, unknown> & { responsible_name: string | null };

/** What a row of the queue needs: the story and the answer stay in the database. */
const listColumns = [
  ...[
    "id",
    "number",
    "version",
    "title",
    "category_code",
    "village_code",
    "subdistrict_code",
    "regency_code",
  ],
  ...[
    "status",
    "kind",
    "priority",
    "is_secret",
    "is_supervisory",
    "is_emergency",
    "holder_kind",
    "holder_code",
  ],
  ...[
    "holder_user_id",
    "section_code",
    "lead_party",
    "reported_party",
    "lead_sector_code",
    "responsible_id",
    "created_by_id",
  ],
  ...[
    "reporter_user_id",
    "received_at",
    "due_at",
    "due_is_estimate",
    "total_limit_days",
    "total_due_at",
  ],
  ...[
    "stage_started_at",
    "stage_limit_days",
    "stage_due_at",
    "holds",
    "resolved_at",
    "closed_at",
    "escalation_level",
    "is_open",
    "updated_at",
  ],
]
  .map((column) => `c.${column}`)
  .join(", ");

/** Names and calendars of a page, loaded once for all its rows. */
const loadNames = async (ctx: ServiceContext, rows: readonly Row[]) => {
  const districts = [...new Set(rows.map((row) => row.subdistrict_code as string))];
  // A case that was transferred keeps the village of its matter.
  const places = [...new Set(rows.map((row) => (row.village_code as string).slice(0, 8)))];
  const [rules, sectors, villages, calendars] = await Promise.all([
    Promise.all(districts.map(async (code) => [code, await rulesIn(ctx, code)] as const)),
    loadSectors(ctx.db, ""),
    Promise.all(places.map((code) => listVillages(ctx.db, code))),
    Promise.all(districts.map(async (code) => [code, await officeCalendar(ctx.db, code)] as const)),
  ]);
  const villageNames = new Map(villages.flat().map((v) => [v.code, v.name]));
  return { rules: new Map(rules), sectors, villageNames, calendars: new Map(calendars) };
};

type Names = Awaited<ReturnType<typeof loadNames>>;

const listItem = (ctx: ServiceContext, row: Row, names: Names, now: Date): CaseListItem => {
  const kase = toCase(row);
  const calendar = names.calendars.get(kase.subdistrictCode);
  if (!calendar) throw new Error(`no calendar for ${kase.subdistrictCode}`);
  const holderCode = kase.holder.code;
  const rule = names.rules.get(kase.subdistrictCode)?.get(kase.categoryCode);
  return {
    id: kase.id,
    number: kase.number,
    version: kase.version,
    title: kase.title,
    categoryCode: kase.categoryCode,
    categoryName: rule?.category.name ?? kase.categoryCode,
    villageCode: kase.villageCode,
    villageName: names.villageNames.get(kase.villageCode) ?? kase.villageCode,
    subdistrictCode: kase.subdistrictCode,
    status: kase.status,
    kind: kase.kind,
    priority: kase.priority,
    isSecret: kase.isSecret,
    isEmergency: kase.isEmergency,
    holderKind: kase.holder.kind,
    holderCode,
    holderName: holderCode === null ? null : (names.sectors.get(holderCode)?.name ?? holderCode),
    responsibleName: row.responsible_name,
    leadSectorCode: kase.leadSectorCode,
    leadSectorName: names.sectors.get(kase.leadSectorCode ?? "")?.name ?? kase.leadSectorCode,
    isMyTurn: isTurnOf(ctx.actor, kase),
    waitingReferral: toWaiting(row),
    receivedAt: kase.receivedAt,
    updatedAt: row.updated_at as Date,
    dueAt: row.due_at as Date,
    dueIsEstimate: kase.dueIsEstimate,
    escalationLevel: kase.escalationLevel,
    ...readClocks(kase, calendar, now),
  };
};

export interface CasePage {
  readonly items: readonly CaseListItem[];
  readonly nextCursor: { readonly key: string; readonly id: string } | null;
}

interface ListOrder {
  readonly column: "due_at" | "received_at" | "updated_at" | "number";
  readonly type: "timestamptz" | "text";
  readonly direction: "ASC" | "DESC";
  /** Where the next page begins. */
  readonly keyOf: (last: CaseListItem) => string;
}

const received = {
  column: "received_at",
  type: "timestamptz",
  keyOf: (last: CaseListItem) => last.receivedAt.toISOString(),
} as const;

/** Every order has indexes by kecamatan, party and kabupaten; of a village there are few cases. */
const orders: Readonly<Record<CaseOrder, ListOrder>> = {
  due: {
    column: "due_at",
    type: "timestamptz",
    direction: "ASC",
    keyOf: (last) => last.dueAt.toISOString(),
  },
  newest: { ...received, direction: "DESC" },
  oldest: { ...received, direction: "ASC" },
  updated: {
    column: "updated_at",
    type: "timestamptz",
    direction: "DESC",
    keyOf: (last) => last.updatedAt.toISOString(),
  },
  number: { column: "number", type: "text", direction: "DESC", keyOf: (last) => last.number },
};

/**
 * A page asked for in two: the reader's own cases in the order of an index, and those that a referral
 * opens, which are few. As one condition they would have to be sorted whole.
 */
export const pagesOf = (scope: ReadScope, [whole = "false", ...filters]: readonly string[]) => {
  const parts = scope.parts(1);
  if (parts === null) return [[whole, ...filters].join(" AND ")];
  const isOther = `(${parts.own}) IS NOT TRUE`;
  return [
    [parts.own, ...filters].join(" AND "),
    [parts.referred, isOther, ...filters].join(" AND "),
  ];
};

/** A page of the queue by keyset; one round trip to the database, and one before it where words are asked for. */
export const listCases = async (ctx: ServiceContext, input: ListCasesInput): Promise<CasePage> =>
  pageOfCases(ctx, input, await knownOf(ctx, input));

/** The same of what was looked up already. */
export const pageOfCases = async (
  ctx: ServiceContext,
  input: ListCasesInput,
  known: Known,
): Promise<CasePage> => {
  if (known.matches && areNone(known.matches)) return { items: [], nextCursor: null };
  const scope = mintReadScope(ctx.actor);
  const { conditions, values, bind } = filterConditions(ctx, input, scope, known);
  const { column, type, direction, keyOf } = orders[orderFor(input.statuses ?? [], input.order)];
  const key = `c.${column}`;
  if (input.cursor) {
    const [at, id] = [bind(input.cursor.key, type), bind(input.cursor.id, "uuid")];
    conditions.push(`(${key}, c.id) ${direction === "ASC" ? ">" : "<"} (${at}, ${id})`);
  }
  const limit = bind(input.limit + 1, "int");
  const page = pagesOf(scope, conditions)
    .map(
      (where) => `(SELECT ${listColumns} FROM "case" c WHERE ${where}
        ORDER BY ${key} ${direction}, c.id ${direction} LIMIT ${limit})`,
    )
    .join(" UNION ALL ");
  const text = `SELECT c.*, w.*, u.display_name AS responsible_name FROM (
      SELECT * FROM (${page}) c ORDER BY ${key} ${direction}, c.id ${direction} LIMIT ${limit}) c
    LEFT JOIN "user" u ON u.id = c.responsible_id ${waitingJoin(ctx.actor, bind)} ORDER BY ${key} ${direction}, c.id ${direction}`;
  const context = known.matches
    ? contextOfMatches(ctx, known.matches)
    : contextStatement(ctx.actor);
  const rows = await ctx.reads.read<Row>(context, named(text, values));
  const shown = rows.slice(0, input.limit);
  const names = await loadNames(ctx, shown);
  const now = ctx.now();
  const items = shown.map((row) => listItem(ctx, row, names, now));
  const last = rows.length > input.limit ? items.at(-1) : undefined;
  return { items, nextCursor: last ? { key: keyOf(last), id: last.id } : null };
};

/** Counts stop here: beyond it the screen says "10.000+". */
export const countCap = 10_000;
/** Of words so many are counted: each match is looked at. */
const wordsCap = probeCap;

/** How many cases of the actor match each filter; only what the actor may open is counted. */
export const countCases = async (
  ctx: ServiceContext,
  views: Readonly<Record<string, Partial<ListCasesInput>>>,
): Promise<Readonly<Record<string, number>>> => {
  const scope = mintReadScope(ctx.actor);
  const counts = await Promise.all(
    Object.entries(views).map(async ([name, input]) => {
      const known = await knownOf(ctx, input);
      const { matches } = known;
      const { conditions, values } = filterConditions(ctx, input, scope, known);
      const most = (matches ? wordsCap : countCap) + 1;
      const parts = matches ? pagesOf(scope, conditions) : [conditions.join(" AND ")];
      const each = parts.map((where) => `(SELECT 1 FROM "case" c WHERE ${where} LIMIT ${most})`);
      const text = `SELECT count(*)::int AS n FROM (SELECT 1 FROM (${each.join(" UNION ALL ")}) p LIMIT ${most}) x`;
      const rows = await ctx.reads.read<{ n: number }>(
        byIndex(contextStatement(ctx.actor)),
        named(text, values),
      );
      return [name, rows[0]?.n ?? 0] as const;
    }),
  );
  return Object.fromEntries(counts);
};

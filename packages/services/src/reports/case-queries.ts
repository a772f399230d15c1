import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import type { Zone } from "@rembuk/domain/calendars/zone";
import { type CaseStatus, caseStatuses, type HolderKind } from "@rembuk/domain/cases/model";
import { z } from "zod";
import { listVillages, loadSectorNames } from "../areas/queries";
import { officeCalendar } from "../calendars/queries";
import { readerCalendar } from "../calendars/reader-queries";
import { filterConditions } from "../cases/filter-queries";
import { type ClockDto, readClocks } from "../cases/queries";
import { toCase } from "../cases/row-store";
import type { ServiceContext } from "../context";
import { contextStatement, plannedOnce } from "../kernel/database-context";
import { named } from "../kernel/named-statement";
import { mintReadScope } from "../kernel/read-scope";
import { requireHeld } from "../kernel/require-permission";
import { settledAt } from "./aggregate-queries";
import { type BoardPeriods, computeBoardPeriods } from "./compute-board-periods";

/** Which figure of a board is opened; empty: every open case. */
export const boardFigure = z.object({
  villages: z.array(z.string().max(13)).max(60).optional(),
  /** Prefix of area codes: "63.11.07". */
  subdistrict: z.string().max(8).optional(),
  categories: z.array(z.string().max(24)).max(200).optional(),
  holderKind: z.enum(["desk", "leaders", "section", "sector", "village"]).optional(),
  holderCode: z.string().max(40).optional(),
  /** near: due within two working days of the reader's office. */
  lateness: z.enum(["late", "near", "today", "week"]).optional(),
  unowned: z.boolean().optional(),
  escalated: z.boolean().optional(),
  /** Place in `ageStarts` of the board. */
  age: z.int().min(0).max(4).optional(),
  /** What came in or was settled, open or not: in the week that runs, or `since` says when. */
  moved: z.enum(["received", "settled"]).optional(),
  /** A Monday of the board's twelve weeks, for that week; "today" for the office's day. */
  since: z.union([z.literal("today"), z.iso.date()]).optional(),
});
export type BoardFigure = z.infer<typeof boardFigure>;

/** A case as boards show it. */
export interface BoardCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly isSecret: boolean;
  readonly villageCode: string;
  readonly villageName: string;
  readonly subdistrictCode: string;
  /** `name` is null for desk, village and sections of the kecamatan, which the screen names. */
  readonly holder: {
    readonly kind: HolderKind;
    readonly code: string | null;
    readonly name: string | null;
  };
  readonly responsibleName: string | null;
  readonly escalationLevel: number;
  readonly receivedAt: Date;
  readonly total: ClockDto;
  readonly stage: ClockDto;
}

type Bind = (value: unknown, type: string) => string;

/** From when (inclusive) until when (exclusive); null: no such time stands on the board. */
const movedSpan = (
  since: BoardFigure["since"],
  { weekStarts, todayStart }: BoardPeriods,
  zone: Zone,
): { readonly from: Date; readonly before: Date | null } | null => {
  if (since === "today") return { from: todayStart, before: null };
  const dates: readonly string[] = weekStarts.map((start) => toLocalDate(start, zone));
  const at = since === undefined ? weekStarts.length - 1 : dates.indexOf(since);
  const from = weekStarts[at];
  return from ? { from, before: weekStarts[at + 1] ?? null } : null;
};

const movedConditions = (
  { moved, since }: BoardFigure,
  periods: BoardPeriods,
  zone: Zone,
  bind: Bind,
): readonly string[] => {
  if (!moved) return [];
  const span = movedSpan(since, periods, zone);
  if (!span) return ["false"];
  const column = moved === "received" ? "c.received_at" : settledAt;
  const from = `${column} >= ${bind(span.from, "timestamptz")}`;
  return span.before ? [from, `${column} < ${bind(span.before, "timestamptz")}`] : [from];
};

const figureConditions = async (ctx: ServiceContext, figure: BoardFigure) => {
  const { villages, categories, lateness, age, moved } = figure;
  const calendar = await readerCalendar(ctx);
  const periods = computeBoardPeriods(calendar, ctx.now());
  const { conditions, values, bind } = filterConditions(
    ctx,
    {
      villages,
      categories,
      lateness,
      age,
      holder: figure.unowned ? "unowned" : undefined,
      statuses: moved ? [...caseStatuses] : undefined,
    },
    mintReadScope(ctx.actor),
    { matches: null, spans: periods },
  );
  if (figure.subdistrict)
    conditions.push(`c.subdistrict_code = ${bind(figure.subdistrict, "text")}`);
  if (figure.holderKind) conditions.push(`c.holder_kind = ${bind(figure.holderKind, "text")}`);
  if (figure.holderCode) conditions.push(`c.holder_code = ${bind(figure.holderCode, "text")}`);
  if (figure.escalated) conditions.push("c.escalation_level > 0");
  conditions.push(...movedConditions(figure, periods, calendar.zone, bind));
  return { conditions, values, bind };
};

type Row = Record<string, unknown> & { readonly responsible_name: string | null };

const toBoardCase = async (ctx: ServiceContext, row: Row): Promise<BoardCase> => {
  const kase = toCase(row);
  const [sectors, villages, calendar] = await Promise.all([
    loadSectorNames(ctx.db, ""),
    listVillages(ctx.db, kase.subdistrictCode),
    officeCalendar(ctx.db, kase.subdistrictCode),
  ]);
  const { id, number, title, status, isSecret, villageCode, subdistrictCode, receivedAt } = kase;
  return {
    id,
    number,
    title,
    status,
    isSecret,
    villageCode,
    subdistrictCode,
    receivedAt,
    villageName: villages.find((v) => v.code === villageCode)?.name ?? villageCode,
    holder: {
      kind: kase.holder.kind,
      code: kase.holder.code,
      name: sectors.get(kase.holder.code ?? "") ?? null,
    },
    responsibleName: row.responsible_name,
    escalationLevel: kase.escalationLevel,
    ...readClocks(kase, calendar, ctx.now()),
  };
};

/** These cases as far as the reader may open them, in the order of the ids. */
export const loadBoardCases = async (
  ctx: ServiceContext,
  ids: readonly string[],
): Promise<readonly BoardCase[]> => {
  if (ids.length === 0) return [];
  const scope = mintReadScope(ctx.actor);
  const text = `SELECT c.*, u.display_name AS responsible_name FROM "case" c
    LEFT JOIN "user" u ON u.id = c.responsible_id
    WHERE c.id = ANY($${scope.values.length + 1}::uuid[]) AND ${scope.predicate(1)}`;
  const statement = named(text, [...scope.values, ids]);
  const context = plannedOnce(contextStatement(ctx.actor));
  const rows = await ctx.reads.read<Row>(context, statement);
  const found = new Map(rows.map((row) => [row.id as string, row]));
  return Promise.all(ids.flatMap((id) => found.get(id) ?? []).map((row) => toBoardCase(ctx, row)));
};

export interface BoardCaseList {
  readonly total: number;
  readonly items: readonly BoardCase[];
}

/** The cases behind one figure of the board, most urgent first: exactly those it counts. @throws forbidden */
export const listBoardCases = async (
  ctx: ServiceContext,
  figure: BoardFigure,
  limit: number,
  order: "due" | "oldest" = "due",
): Promise<BoardCaseList> => {
  requireHeld(ctx, "board.read");
  const { conditions, values, bind } = await figureConditions(ctx, figure);
  const key = order === "due" ? "c.due_at" : "c.received_at";
  const text = `SELECT c.*, u.display_name AS responsible_name FROM (
      SELECT c.*, count(*) OVER ()::int AS n FROM "case" c WHERE ${conditions.join(" AND ")}
      ORDER BY ${key}, c.id LIMIT ${bind(limit, "int")}) c
    LEFT JOIN "user" u ON u.id = c.responsible_id ORDER BY ${key}, c.id`;
  const statement = named(text, values);
  const rows = await ctx.reads.read<Row & { n: number }>(contextStatement(ctx.actor), statement);
  return {
    total: rows[0]?.n ?? 0,
    items: await Promise.all(rows.map((row) => toBoardCase(ctx, row))),
  };
};

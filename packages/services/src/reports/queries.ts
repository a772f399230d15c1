import { listVillages, loadSectorNames } from "../areas/queries";
import type { ServiceContext } from "../context";
import { contextStatement } from "../kernel/database-context";
import { mintReadScope } from "../kernel/read-scope";
import { requireHeld } from "../kernel/require-permission";

export interface BoardRow {
  readonly code: string;
  readonly name: string;
  readonly open: number;
  readonly late: number;
}

export interface Board {
  readonly open: number;
  readonly late: number;
  readonly dueToday: number;
  readonly unowned: number;
  readonly escalated: number;
  readonly waitingForVillage: number;
  readonly receivedThisWeek: number;
  readonly closedThisWeek: number;
  readonly villages: readonly BoardRow[];
  readonly holders: readonly BoardRow[];
  /** Open cases by age in calendar days. */
  readonly ages: readonly { readonly from: number; readonly open: number }[];
  /** Received and closed for each of the last twelve weeks, oldest first. */
  readonly weeks: readonly {
    readonly startsOn: Date;
    readonly received: number;
    readonly closed: number;
  }[];
}

interface Aggregate {
  readonly part: string;
  readonly code: string | null;
  readonly n: number;
  readonly late: number;
}

/** One statement for the whole board; it counts what the actor may open and nothing else. */
const boardSql = (scope: string, now: string) => `
  WITH o AS MATERIALIZED (
    SELECT c.village_code, c.holder_kind, c.holder_code, c.due_at, c.received_at, c.responsible_id, c.escalation_level, c.status,
      c.due_at <= ${now} AND c.status <> 'on_hold' AS late
    FROM "case" c WHERE c.is_open AND ${scope}),
  w AS MATERIALIZED (
    SELECT c.received_at, c.closed_at FROM "case" c
    WHERE (c.received_at > ${now} - interval '84 days' OR c.closed_at > ${now} - interval '84 days') AND ${scope})
  SELECT 'total' AS part, NULL AS code, count(*)::int AS n, count(*) FILTER (WHERE late)::int AS late FROM o
  UNION ALL SELECT 'today', NULL, count(*)::int, 0 FROM o WHERE due_at > ${now} AND due_at <= ${now} + interval '1 day'
  UNION ALL SELECT 'unowned', NULL, count(*)::int, 0 FROM o WHERE responsible_id IS NULL AND holder_kind <> 'sector'
  UNION ALL SELECT 'escalated', NULL, count(*)::int, 0 FROM o WHERE escalation_level > 0
  UNION ALL SELECT 'waiting', NULL, count(*)::int, 0 FROM o WHERE holder_kind = 'village'
  UNION ALL SELECT 'village', village_code, count(*)::int, count(*) FILTER (WHERE late)::int FROM o GROUP BY village_code
  UNION ALL SELECT 'holder', coalesce(holder_code, holder_kind), count(*)::int, count(*) FILTER (WHERE late)::int FROM o GROUP BY 2
  UNION ALL SELECT 'age', width_bucket(extract(epoch FROM ${now} - received_at) / 86400, ARRAY[0, 8, 15, 31, 61]::float8[])::text, count(*)::int, 0 FROM o GROUP BY 2
  UNION ALL SELECT 'received', floor(extract(epoch FROM ${now} - received_at) / 604800)::text, count(*)::int, 0 FROM w WHERE received_at > ${now} - interval '84 days' GROUP BY 2
  UNION ALL SELECT 'closed', floor(extract(epoch FROM ${now} - closed_at) / 604800)::text, count(*)::int, 0 FROM w WHERE closed_at > ${now} - interval '84 days' GROUP BY 2`;

const ageStarts = [0, 8, 15, 31, 61];
const weekMs = 604_800_000;

/** The board of a section, sekcam, camat or sector partner. @throws forbidden */
export const readBoard = async (ctx: ServiceContext): Promise<Board> => {
  requireHeld(ctx, "board.read");
  const scope = mintReadScope(ctx.actor);
  const nowAt = `$${scope.values.length + 1}::timestamptz`;
  const rows = await ctx.reads.read<Aggregate>(contextStatement(ctx.actor), {
    name: "",
    text: boardSql(scope.predicate(1), nowAt),
    values: [...scope.values, ctx.now()],
  });
  const one = (part: string) => rows.find((r) => r.part === part)?.n ?? 0;
  const byCode = (part: string, code: string) =>
    rows.find((r) => r.part === part && r.code === code)?.n ?? 0;
  const total = rows.find((r) => r.part === "total");
  return {
    open: total?.n ?? 0,
    late: total?.late ?? 0,
    dueToday: one("today"),
    unowned: one("unowned"),
    escalated: one("escalated"),
    waitingForVillage: one("waiting"),
    receivedThisWeek: byCode("received", "0"),
    closedThisWeek: byCode("closed", "0"),
    villages: await villageRows(ctx, rows),
    holders: await holderRows(ctx, rows),
    ages: ageStarts.map((from, i) => ({ from, open: byCode("age", String(i + 1)) })),
    weeks: Array.from({ length: 12 }, (_, i) => ({
      startsOn: new Date(ctx.now().getTime() - (12 - i) * weekMs),
      received: byCode("received", String(11 - i)),
      closed: byCode("closed", String(11 - i)),
    })),
  };
};

/** Every village of the actor's kecamatan, those without cases too: a zero is a fact. */
const villageRows = async (
  ctx: ServiceContext,
  rows: readonly Aggregate[],
): Promise<readonly BoardRow[]> => {
  const counted = rows.filter((r) => r.part === "village");
  const own = ctx.actor.assignments.map((a) => a.areaCode).filter((code) => code.length === 8);
  const districts = new Set([...own, ...counted.map((r) => (r.code ?? "").slice(0, 8))]);
  const lists = await Promise.all([...districts].map((code) => listVillages(ctx.db, code)));
  return lists.flat().map((v) => {
    const found = counted.find((r) => r.code === v.code);
    return { code: v.code, name: v.name, open: found?.n ?? 0, late: found?.late ?? 0 };
  });
};

const holderRows = async (
  ctx: ServiceContext,
  rows: readonly Aggregate[],
): Promise<readonly BoardRow[]> => {
  const names = await loadSectorNames(ctx.db, "");
  return rows
    .filter((r) => r.part === "holder")
    .map((r) => ({
      code: r.code ?? "",
      name: names.get(r.code ?? "") ?? r.code ?? "",
      open: r.n,
      late: r.late,
    }))
    .sort((a, b) => b.open - a.open);
};

import { toLocalDate, workingDaysBetween } from "@rembuk/domain/calendars/working-days";
import { loadSectorNames } from "../areas/queries";
import { officeCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { mintReadScope } from "../kernel/read-scope";
import { requireHeld } from "../kernel/require-permission";

/** Stages that began within so many days are counted. */
export const lateWindowDays = 90;
const mostCases = 5;

export interface LateCase {
  readonly id: string;
  readonly number: string;
  readonly dueAt: Date;
  /** When the stage passed on; null while the holder still has it. */
  readonly endedAt: Date | null;
  /** Working days of the kecamatan's office past the stage's deadline; 0 within the same day. */
  readonly daysLate: number;
}

export interface LateHolder {
  readonly kind: string;
  /** Section (KASI_PMD) or sector (DPMD); null for the desk. */
  readonly code: string | null;
  readonly name: string | null;
  readonly stages: number;
  readonly late: number;
  /** Of the late ones, those that the holder still has. */
  readonly running: number;
  /** The latest late stages of this holder. */
  readonly cases: readonly LateCase[];
}

interface Row {
  readonly kind: string;
  readonly code: string | null;
  readonly stages: number;
  readonly late: number;
  readonly running: number;
  readonly list:
    | readonly {
        readonly id: string;
        readonly number: string;
        readonly subdistrict: string;
        readonly dueAt: string;
        readonly endedAt: string | null;
      }[]
    | null;
}

/** The village's window to confirm is no duty of an office; work stands still while a case is held. */
const lateSql = (scope: string, at: { now: string; since: string }) => `
  WITH s AS (
    SELECT c.id, c.number, c.subdistrict_code, s.holder_kind, s.holder_code, s.due_at, s.ended_at,
      coalesce(s.ended_at, ${at.now}) > s.due_at
        AND (s.ended_at IS NOT NULL OR (c.is_open AND c.status NOT IN ('on_hold', 'resolved'))) AS late
    FROM case_stage s JOIN "case" c ON c.id = s.case_id
    WHERE s.started_at >= ${at.since} AND s.holder_kind NOT IN ('village', 'none') AND ${scope}),
  ranked AS (SELECT s.*, row_number() OVER (PARTITION BY holder_kind, holder_code ORDER BY due_at DESC, id) AS place
    FROM s WHERE late)
  SELECT s.holder_kind AS kind, s.holder_code AS code, count(*)::int AS stages,
    count(*) FILTER (WHERE late)::int AS late,
    count(*) FILTER (WHERE late AND ended_at IS NULL)::int AS running,
    (SELECT json_agg(json_build_object('id', r.id, 'number', r.number, 'subdistrict', r.subdistrict_code,
        'dueAt', r.due_at, 'endedAt', r.ended_at) ORDER BY r.place)
      FROM ranked r WHERE r.place <= ${mostCases} AND r.holder_kind = s.holder_kind
        AND r.holder_code IS NOT DISTINCT FROM s.holder_code) AS list
  FROM s GROUP BY s.holder_kind, s.holder_code HAVING count(*) FILTER (WHERE late) > 0
  ORDER BY late DESC, stages, kind, code`;

/**
 * Who was late, from the stage clock of each holder in turn: every number holds only stages of cases
 * that the reader may open. The holder who had it is answerable, not the one who has it now.
 * @throws forbidden
 */
export const readLateHolders = async (ctx: ServiceContext): Promise<readonly LateHolder[]> => {
  requireHeld(ctx, "board.read");
  const scope = mintReadScope(ctx.actor);
  const now = ctx.now();
  const since = new Date(now.getTime() - lateWindowDays * 86_400_000);
  const first = scope.values.length;
  const text = lateSql(scope.predicate(1), {
    now: `$${first + 1}::timestamptz`,
    since: `$${first + 2}::timestamptz`,
  });
  const rows = await inTransaction(ctx, async (tx) => {
    await tx.$queryRaw`SELECT set_config('rembuk.stages', 'on', true)`;
    return tx.$queryRawUnsafe<Row[]>(text, ...scope.values, now, since);
  });
  const names = await loadSectorNames(ctx.db, "");
  return Promise.all(rows.map((row) => toHolder(ctx, row, names)));
};

const toHolder = async (
  ctx: ServiceContext,
  row: Row,
  names: ReadonlyMap<string, string>,
): Promise<LateHolder> => {
  const cases = await Promise.all(
    (row.list ?? []).map(async ({ id, number, subdistrict, ...times }): Promise<LateCase> => {
      const calendar = await officeCalendar(ctx.db, subdistrict);
      const dueAt = new Date(times.dueAt);
      const endedAt = times.endedAt === null ? null : new Date(times.endedAt);
      const from = toLocalDate(dueAt, calendar.zone);
      const to = toLocalDate(endedAt ?? ctx.now(), calendar.zone);
      return { id, number, dueAt, endedAt, daysLate: workingDaysBetween(from, to, calendar) };
    }),
  );
  const { kind, code, stages, late, running } = row;
  return { kind, code, name: names.get(code ?? "") ?? null, stages, late, running, cases };
};

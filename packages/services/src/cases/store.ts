import type { PreparedRead, Transaction } from "@rembuk/db/client";
import type { CaseEvent } from "@rembuk/domain/cases/events";
import type { Case } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import type { RememberedAct } from "../kernel/database-context";
import { actionRow, eventRows } from "../kernel/record-events";
import { fixedColumns, type Row, toCase, toRow } from "./row-store";

/** The case first, for it opens what hangs on it; then its referrals and tasks, in the same round trip. */
const findSql = `
  WITH k AS MATERIALIZED (
    SELECT c.*, set_config('rembuk.case', c.id::text, true) AS opened FROM "case" c WHERE c.id = $1::uuid)
  SELECT k.*,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'kind', r.kind, 'party', r.party,
        'targetCode', r.target_code, 'isMandatory', r.is_mandatory, 'status', r.status,
        'decision', r.decision, 'assigneeId', r.assignee_id) ORDER BY r.sent_at, r.id), '[]')
      FROM referral r WHERE r.case_id = k.id) AS referrals,
    (SELECT count(*)::int FROM case_task t
      WHERE t.case_id = k.id AND t.is_mandatory AND t.done_at IS NULL) AS open_mandatory_tasks
  FROM k`;

/** The statement of `findCase`, for who reads by statements of their own. */
export const findCaseStatement = (id: string): PreparedRead => ({
  name: "find_case",
  text: findSql,
  values: [id],
});

/**
 * One case inside the reader's fence. The same statement opens what hangs on it (notes, stages,
 * events, referrals) for the rest of the transaction, and only if the row was visible.
 */
export const findCase = async (tx: Transaction, id: string): Promise<Case | null> => {
  const rows = await tx.$queryRawUnsafe<Row[]>(findSql, id);
  return rows[0] ? toCase(rows[0]) : null;
};

export interface NewNote {
  readonly id: string;
  readonly audience: "internal" | "partner" | "reporter";
  /** proposal: what the desk would have the sector do, before the leaders' disposisi. */
  readonly purpose: "note" | "instruction" | "proposal" | "reason" | "on-behalf";
  readonly body: string;
}

const noteRows = (ctx: ServiceContext, kase: Case, notes: readonly NewNote[]): Row[] =>
  notes.map((n) => ({
    ...n,
    case_id: kase.id,
    subdistrict_code: kase.subdistrictCode,
    author_id: ctx.actor.userId,
    created_at: ctx.now(),
  }));

const stageRow = (kase: Case): Row => ({
  case_id: kase.id,
  started_at: kase.stageStartedAt,
  holder_kind: kase.holder.kind,
  holder_code: kase.holder.code,
  limit_days: kase.stageLimitDays,
  due_at: kase.stageDueAt,
});

export interface NewCaseRows {
  readonly kase: Case;
  readonly secrets: { readonly trackingHash: Uint8Array; readonly pinHash: string };
  readonly person: Row | null;
  readonly events: readonly CaseEvent[];
  readonly command: { readonly clientActionId: string } | null;
  readonly result: object;
}

const insertSql = `
  WITH p AS (INSERT INTO person SELECT * FROM jsonb_populate_recordset(NULL::person, $2::jsonb)),
  k AS (INSERT INTO person_name_key SELECT * FROM jsonb_populate_recordset(NULL::person_name_key, $2::jsonb)),
  c AS (INSERT INTO "case" SELECT * FROM jsonb_populate_record(NULL::"case", $1::jsonb)),
  s AS (INSERT INTO case_stage SELECT * FROM jsonb_populate_record(NULL::case_stage, $3::jsonb)),
  a AS (INSERT INTO client_action SELECT * FROM jsonb_populate_recordset(NULL::client_action, $5::jsonb))
  INSERT INTO domain_event SELECT * FROM jsonb_populate_recordset(NULL::domain_event, $4::jsonb)`;

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString("hex")}`;

/** Case, reporter, first stage, events and the remembered answer: one statement. */
export const insertCaseStatement = (ctx: ServiceContext, rows: NewCaseRows): PreparedRead => {
  const { kase, secrets, person, events, command, result } = rows;
  const action = actionRow(ctx, command, result);
  return {
    name: "insert_case",
    text: insertSql,
    values: [
      JSON.stringify({
        ...toRow(kase),
        version: 0,
        updated_at: ctx.now(),
        tracking_hash: hex(secrets.trackingHash),
        pin_hash: secrets.pinHash,
      }),
      JSON.stringify(person ? [person] : []),
      JSON.stringify(stageRow(kase)),
      JSON.stringify(eventRows(ctx, events, command?.clientActionId ?? null)),
      JSON.stringify(action ? [action] : []),
    ],
  };
};

export const insertCase = async (
  tx: Transaction,
  ctx: ServiceContext,
  rows: NewCaseRows,
): Promise<void> => {
  const { text, values } = insertCaseStatement(ctx, rows);
  await tx.$executeRawUnsafe(text, ...values);
};

export interface CaseChange {
  readonly before: Case;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly notes?: readonly NewNote[];
  readonly command: { readonly clientActionId: string } | null;
  /** Ids that the act made beside the case: part of its remembered answer. */
  readonly made?: Readonly<Record<string, string>>;
}

const changeable = Object.keys(toRow({ holder: {}, holds: [] } as unknown as Case)).filter(
  (c) => !fixedColumns.has(c),
);
const updateSql = `
  WITH u AS (
    UPDATE "case" c SET version = c.version + 1, updated_at = $7::timestamptz, ${changeable.map((k) => `${k} = n.${k}`).join(", ")},
      total_overdue_at = CASE WHEN n.total_due_at > c.total_due_at THEN NULL ELSE c.total_overdue_at END,
      stage_overdue_at = CASE WHEN n.stage_due_at <> c.stage_due_at OR n.stage_started_at <> c.stage_started_at THEN NULL ELSE c.stage_overdue_at END
    FROM jsonb_populate_record(NULL::"case", $1::jsonb) n
    WHERE c.id = n.id AND c.version = $2::int RETURNING c.id),
  ended AS (UPDATE case_stage s SET ended_at = $7::timestamptz FROM u, jsonb_populate_record(NULL::case_stage, $3::jsonb) n
    WHERE s.case_id = u.id AND s.ended_at IS NULL AND $6::boolean AND (NOT $8::boolean OR s.started_at <> n.started_at)),
  st AS (INSERT INTO case_stage (case_id, started_at, holder_kind, holder_code, limit_days, due_at)
    SELECT n.case_id, n.started_at, n.holder_kind, n.holder_code, n.limit_days, n.due_at
    FROM jsonb_populate_record(NULL::case_stage, $3::jsonb) n, u WHERE $6::boolean AND $8::boolean
    ON CONFLICT (case_id, started_at) DO UPDATE SET holder_kind = excluded.holder_kind, holder_code = excluded.holder_code,
      limit_days = excluded.limit_days, due_at = excluded.due_at, ended_at = NULL),
  no AS (INSERT INTO case_note SELECT n.* FROM jsonb_populate_recordset(NULL::case_note, $4::jsonb) n, u),
  a AS (INSERT INTO client_action SELECT n.* FROM jsonb_populate_recordset(NULL::client_action, $9::jsonb) n, u),
  ev AS (INSERT INTO domain_event SELECT n.* FROM jsonb_populate_recordset(NULL::domain_event, $5::jsonb) n, u)
  SELECT count(*)::int AS changed FROM u`;

/**
 * The change of one case with its notes, stage, events and remembered answer: one statement, on the
 * version that was read. @throws conflict CASE_CHANGED_MEANWHILE when another change came first.
 */
export const saveCase = async (
  tx: Transaction,
  ctx: ServiceContext,
  change: CaseChange,
): Promise<{ id: string; version: number }> => {
  const { before, after, events, command } = change;
  const result = { id: after.id, version: before.version + 1, ...change.made };
  const action = actionRow(ctx, command, result);
  const stageMoved =
    after.stageDueAt.getTime() !== before.stageDueAt.getTime() ||
    after.stageStartedAt.getTime() !== before.stageStartedAt.getTime() ||
    after.holder.kind !== before.holder.kind;
  const rows = await tx.$queryRawUnsafe<{ changed: number }[]>(
    updateSql,
    JSON.stringify(toRow(after)),
    before.version,
    JSON.stringify(stageRow(after)),
    JSON.stringify(noteRows(ctx, after, change.notes ?? [])),
    JSON.stringify(eventRows(ctx, events, command?.clientActionId ?? null)),
    stageMoved,
    ctx.now().toISOString(),
    after.holder.kind !== "none",
    JSON.stringify(action ? [action] : []),
  );
  if (rows[0]?.changed !== 1)
    throw new DomainError("conflict", "CASE_CHANGED_MEANWHILE", {
      version: await versionNow(tx, before),
    });
  return result;
};

/** The version that somebody else made meanwhile; one more at least where it may not be read now. */
const versionNow = async (tx: Transaction, { id, version }: Case): Promise<number> => {
  const row = await tx.case.findUnique({ where: { id }, select: { version: true } });
  return row?.version ?? version + 1;
};

/** Never two creates wait for one another: a sequence for each kecamatan and year. */
export const nextSerial = async (
  tx: Transaction,
  subdistrictCode: string,
  year: number,
): Promise<number> => {
  const rows = await tx.$queryRaw<
    { serial: bigint }[]
  >`SELECT next_case_serial(${subdistrictCode}, ${year}::int) AS serial`;
  return Number(rows[0]?.serial);
};

/** What opening a case asks first: was it done before, and if not, the number of the new one. */
export interface OpeningRow {
  readonly act: RememberedAct | null;
  /** Null exactly when it was done before. */
  readonly serial: string | null;
}

export const openingStatement = (
  ctx: ServiceContext,
  { clientActionId }: { readonly clientActionId: string },
  place: { readonly subdistrictCode: string; readonly year: number },
): PreparedRead => ({
  name: "open_case",
  text: `SELECT k.act, CASE WHEN k.act IS NULL THEN next_case_serial($3, $4::int) END AS serial FROM (
    SELECT (SELECT jsonb_build_object('body_hash', encode(a.body_hash, 'hex'), 'result', a.result)
      FROM client_action a WHERE a.actor_id = $1::uuid AND a.id = $2::uuid) AS act OFFSET 0) k`,
  values: [ctx.actor.userId, clientActionId, place.subdistrictCode, place.year],
});

/** A note and its event, without touching the case. */
export const insertNote = async (
  tx: Transaction,
  ctx: ServiceContext,
  {
    kase,
    note,
    events,
    command,
    made,
  }: {
    kase: Case;
    note: NewNote;
    events: readonly CaseEvent[];
    command: { readonly clientActionId: string };
    made: { readonly noteId: string };
  },
): Promise<{ id: string; version: number; noteId: string }> => {
  const result = { id: kase.id, version: kase.version, ...made };
  await tx.$executeRawUnsafe(
    `WITH no AS (INSERT INTO case_note SELECT * FROM jsonb_populate_recordset(NULL::case_note, $1::jsonb)),
     a AS (INSERT INTO client_action SELECT * FROM jsonb_populate_recordset(NULL::client_action, $3::jsonb))
     INSERT INTO domain_event SELECT * FROM jsonb_populate_recordset(NULL::domain_event, $2::jsonb)`,
    JSON.stringify(noteRows(ctx, kase, [note])),
    JSON.stringify(eventRows(ctx, events, command.clientActionId)),
    JSON.stringify([actionRow(ctx, command, result)]),
  );
  return result;
};

/** The case of a number, within the fence; null: none. */
export const findCaseId = async (tx: Transaction, number: string): Promise<string | null> => {
  const row = await tx.case.findUnique({ where: { number }, select: { id: true } });
  return row?.id ?? null;
};

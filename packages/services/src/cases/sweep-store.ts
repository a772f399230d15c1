import type { Database, Transaction } from "@rembuk/db/client";
import type { CaseEvent } from "@rembuk/domain/cases/events";
import type { Case } from "@rembuk/domain/cases/model";
import type { ServiceContext } from "../context";
import { eventRows } from "../kernel/record-events";
import { officeToday } from "../staff/running-queries";
import { ownedSql } from "./owner-queries";
import { toCase } from "./row-store";

export type ClockName = "total" | "stage" | "response";

/** A case that the sweep looks at, with what it knew of its clocks. */
export interface SweptCase {
  readonly kase: Case;
  readonly knownOverdue: Readonly<Record<ClockName, boolean>>;
  /** Since when nobody answers for it, as an earlier sweep found. */
  readonly unownedSince: Date | null;
  /** The reporter was told where else to turn. */
  readonly isResortTold: boolean;
}

type Row = Record<string, unknown>;

/** Work stands still while a case waits for somebody outside; a settled one has no clock to miss. */
const running = "is_open AND status NOT IN ('on_hold', 'needs_info', 'resolved')";

/**
 * Cases whose clock has run out or whose level must be looked at, locked for this transaction. Two
 * sweeps at once share the work: what one has locked the other skips. Unowned cases come first.
 */
export const lockDueCases = async (
  tx: Transaction,
  now: Date,
  limit: number,
): Promise<readonly SweptCase[]> => {
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `SELECT c.* FROM "case" c WHERE ${running} AND c.id IN (
       (SELECT id FROM "case" WHERE ${running} AND total_overdue_at IS NULL AND total_due_at <= $1::timestamptz ORDER BY total_due_at LIMIT $2::int)
       UNION (SELECT id FROM "case" WHERE ${running} AND stage_overdue_at IS NULL AND stage_due_at <= $1::timestamptz ORDER BY stage_due_at LIMIT $2::int)
       UNION (SELECT id FROM "case" WHERE ${running} AND response_overdue_at IS NULL AND response_due_at <= $1::timestamptz
         AND first_follow_up_at IS NULL ORDER BY response_due_at LIMIT $2::int)
       UNION (SELECT id FROM "case" WHERE ${running} AND escalation_check_at <= $1::timestamptz ORDER BY escalation_check_at LIMIT $2::int)
       UNION (SELECT id FROM "case" WHERE ${running} AND is_emergency AND first_follow_up_at IS NULL
         AND escalation_level < 2 AND received_at <= $1::timestamptz ORDER BY received_at LIMIT $2::int)
       UNION (SELECT c.id FROM "case" c WHERE ${running} AND c.unowned_since IS NULL
         AND c.received_at <= $1::timestamptz AND NOT ${ownedSql("$3")} ORDER BY c.received_at LIMIT $2::int))
     ORDER BY c.unowned_since IS NULL AND c.responsible_id IS NOT NULL, c.due_at, c.id
     LIMIT $2::int FOR UPDATE SKIP LOCKED`,
    now,
    limit,
    officeToday(now),
  );
  return rows.map((row) => ({
    kase: toCase(row),
    knownOverdue: {
      total: row.total_overdue_at !== null,
      stage: row.stage_overdue_at !== null,
      response: row.response_overdue_at !== null,
    },
    unownedSince: row.unowned_since as Date | null,
    isResortTold: row.resort_told_at !== null,
  }));
};

export interface SweepChange {
  readonly id: string;
  /** Clocks found to have run out now. */
  readonly overdue: readonly ClockName[];
  readonly level: number;
  readonly checkAt: Date | null;
  readonly unownedSince: Date | null;
  readonly tellsResort: boolean;
}

/**
 * Marks and events of one batch in one statement. The version stays: whoever fills in a form
 * meanwhile is not disturbed by a clock.
 */
export const saveSweep = async (
  tx: Transaction,
  ctx: ServiceContext,
  changes: readonly SweepChange[],
  events: readonly CaseEvent[],
): Promise<void> => {
  const at = (change: SweepChange, clock: ClockName) =>
    change.overdue.includes(clock) ? ctx.now() : null;
  const rows = changes.map((change) => ({
    id: change.id,
    total_overdue_at: at(change, "total"),
    stage_overdue_at: at(change, "stage"),
    response_overdue_at: at(change, "response"),
    escalation_level: change.level,
    escalation_check_at: change.checkAt,
    unowned_since: change.unownedSince,
    resort_told_at: change.tellsResort ? ctx.now() : null,
  }));
  await tx.$executeRawUnsafe(
    `WITH u AS (
       UPDATE "case" c SET
         total_overdue_at = coalesce(c.total_overdue_at, n.total_overdue_at),
         stage_overdue_at = coalesce(c.stage_overdue_at, n.stage_overdue_at),
         response_overdue_at = coalesce(c.response_overdue_at, n.response_overdue_at),
         escalation_level = n.escalation_level, escalation_check_at = n.escalation_check_at,
         unowned_since = n.unowned_since,
         resort_told_at = coalesce(c.resort_told_at, n.resort_told_at)
       FROM jsonb_populate_recordset(NULL::"case", $1::jsonb) n WHERE c.id = n.id)
     INSERT INTO domain_event SELECT * FROM jsonb_populate_recordset(NULL::domain_event, $2::jsonb)`,
    JSON.stringify(rows),
    JSON.stringify(eventRows(ctx, events, null)),
  );
};

/** Holds whose agreed end has come. */
export const listLapsedHolds = async (
  db: Database,
  now: Date,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "case" WHERE status = 'on_hold' AND hold_until <= ${now} ORDER BY hold_until LIMIT ${limit}`;
  return rows.map((row) => row.id);
};

/** Questions to the reporter whose days have ended without an answer. */
export const listUnansweredCases = async (
  db: Database,
  now: Date,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "case" WHERE status = 'needs_info' AND stage_due_at <= ${now} ORDER BY stage_due_at LIMIT ${limit}`;
  return rows.map((row) => row.id);
};

/** Resolved cases whose window to answer has ended without a word. */
export const listSilentCases = async (
  db: Database,
  now: Date,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "case" WHERE status = 'resolved' AND confirm_by <= ${now} ORDER BY confirm_by LIMIT ${limit}`;
  return rows.map((row) => row.id);
};

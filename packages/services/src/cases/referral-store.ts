import type { Transaction } from "@rembuk/db/client";
import type { CaseEvent } from "@rembuk/domain/cases/events";
import type { Case } from "@rembuk/domain/cases/model";
import type { EntryKind, Referral } from "@rembuk/domain/cases/referral-model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { actionRow, eventRows } from "../kernel/record-events";
import type { Row } from "./row-store";

/** A row of `referral` as raw SQL gives it, to the model. */
export const toReferral = (r: Row): Referral => {
  const read = <T>(column: string): T => r[column] as T;
  return {
    id: read("id"),
    kind: read("kind"),
    caseId: read("case_id"),
    party: read("party"),
    targetCode: read("target_code"),
    asked: read("asked"),
    isMandatory: read("is_mandatory"),
    status: read("status"),
    decision: read("decision"),
    version: read("version"),
    assigneeId: read("assignee_id"),
    sentById: read("sent_by_id"),
    sentAt: read("sent_at"),
    limitDays: read("limit_days"),
    dueAt: read("due_at"),
    answeredAt: read("answered_at"),
    endedAt: read("ended_at"),
  };
};

const toRow = (r: Referral, kase: Pick<Case, "subdistrictCode">): Row => ({
  id: r.id,
  case_id: r.caseId,
  subdistrict_code: kase.subdistrictCode,
  kind: r.kind,
  party: r.party,
  target_code: r.targetCode,
  asked: r.asked,
  is_mandatory: r.isMandatory,
  status: r.status,
  decision: r.decision,
  version: r.version,
  assignee_id: r.assigneeId,
  sent_by_id: r.sentById,
  sent_at: r.sentAt,
  limit_days: r.limitDays,
  due_at: r.dueAt,
  answered_at: r.answeredAt,
  ended_at: r.endedAt,
});

/** One referral of the opened case, locked. @throws not-found REFERRAL_NOT_FOUND */
export const getReferral = async (
  tx: Transaction,
  kase: Pick<Case, "id">,
  id: string,
): Promise<Referral> => {
  const rows = await tx.$queryRawUnsafe<Row[]>(
    "SELECT r.* FROM referral r WHERE r.id = $1::uuid AND r.case_id = $2::uuid FOR UPDATE",
    id,
    kase.id,
  );
  if (!rows[0]) throw new DomainError("not-found", "REFERRAL_NOT_FOUND");
  return toReferral(rows[0]);
};

/** New ones; their events are saved with the case, whose version they raise. */
export const insertReferrals = async (
  tx: Transaction,
  kase: Case,
  referrals: readonly Referral[],
): Promise<void> => {
  await tx.$executeRawUnsafe(
    "INSERT INTO referral SELECT * FROM jsonb_populate_recordset(NULL::referral, $1::jsonb)",
    JSON.stringify(referrals.map((r) => toRow(r, kase))),
  );
};

export interface NewEntry {
  readonly id: string;
  readonly kind: EntryKind;
  readonly body: string;
  /** "2026-11-20": the day of a milestone. */
  readonly happenedOn?: string | null;
}

const entryRows = (ctx: ServiceContext, kase: Case, r: Referral, entries: readonly NewEntry[]) =>
  entries.map((e) => ({
    id: e.id,
    referral_id: r.id,
    case_id: kase.id,
    subdistrict_code: kase.subdistrictCode,
    party: r.party,
    kind: e.kind,
    body: e.body,
    happened_on: e.happenedOn ?? null,
    author_id: ctx.actor.userId,
    created_at: ctx.now(),
  }));

export interface ReferralChange {
  readonly kase: Case;
  readonly before: Referral;
  readonly after: Referral;
  readonly events: readonly CaseEvent[];
  readonly entries?: readonly NewEntry[];
  /** Null where the act is remembered with the case, or has no client. */
  readonly command: { readonly clientActionId: string } | null;
}

const saveSql = `
  WITH u AS (
    UPDATE referral r SET version = r.version + 1, status = n.status, decision = n.decision,
      assignee_id = n.assignee_id, answered_at = n.answered_at, ended_at = n.ended_at
    FROM jsonb_populate_record(NULL::referral, $1::jsonb) n
    WHERE r.id = n.id AND r.version = $2::int RETURNING r.id),
  en AS (INSERT INTO referral_entry SELECT n.* FROM jsonb_populate_recordset(NULL::referral_entry, $3::jsonb) n, u),
  a AS (INSERT INTO client_action SELECT n.* FROM jsonb_populate_recordset(NULL::client_action, $4::jsonb) n, u),
  ev AS (INSERT INTO domain_event SELECT n.* FROM jsonb_populate_recordset(NULL::domain_event, $5::jsonb) n, u)
  SELECT count(*)::int AS changed FROM u`;

/**
 * The change of one referral with its words, events and remembered answer: one statement, on the
 * version that was read. The case's own version stays: whoever fills in a form there is not disturbed.
 * @throws conflict REFERRAL_CHANGED_MEANWHILE when another change came first
 */
export const saveReferral = async (
  tx: Transaction,
  ctx: ServiceContext,
  change: ReferralChange,
): Promise<{ id: string; version: number }> => {
  const { kase, before, after, events, command } = change;
  const result = { id: after.id, version: before.version + 1 };
  const action = actionRow(ctx, command, result);
  const rows = await tx.$queryRawUnsafe<{ changed: number }[]>(
    saveSql,
    JSON.stringify(toRow(after, kase)),
    before.version,
    JSON.stringify(entryRows(ctx, kase, after, change.entries ?? [])),
    JSON.stringify(action ? [action] : []),
    JSON.stringify(eventRows(ctx, events, command?.clientActionId ?? null)),
  );
  if (rows[0]?.changed !== 1)
    throw new DomainError("conflict", "REFERRAL_CHANGED_MEANWHILE", { version: before.version });
  return result;
};

/** Referrals that nobody answered in time, oldest first. */
export const listUnanswered = async (
  tx: Pick<Transaction, "$queryRaw">,
  now: Date,
  limit: number,
): Promise<readonly { readonly id: string; readonly caseId: string }[]> =>
  tx.$queryRaw<{ id: string; caseId: string }[]>`
    SELECT id, case_id AS "caseId" FROM referral
    WHERE kind = 'referral' AND status = 'sent' AND due_at <= ${now} ORDER BY due_at LIMIT ${limit}`;

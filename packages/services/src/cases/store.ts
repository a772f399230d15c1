import type { Database, Transaction } from "@rembuk/db/client";
import type { CaseEvent } from "@rembuk/domain/cases/events";
import type { Case, CaseCategory, Hold, SectorLevel } from "@rembuk/domain/cases/model";
import { isOpen } from "@rembuk/domain/cases/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { actionRow, eventRows } from "../kernel/record-events";
import { remembered } from "../kernel/remembered";

type Row = Record<string, unknown>;
interface StoredHold {
  readonly startedAt: string;
  readonly endedAt: string | null;
  readonly waitingFor: Hold["waitingFor"];
  readonly until: string;
}

/** snake_case columns that an act may change, in one place: insert and update use the same list. */
const toRow = (c: Case): Row => ({
  id: c.id,
  number: c.number,
  regency_code: c.regencyCode,
  subdistrict_code: c.subdistrictCode,
  village_code: c.villageCode,
  kind: c.kind,
  classification: c.classification,
  category_code: c.categoryCode,
  channel: c.channel,
  title: c.title,
  description: c.description,
  status: c.status,
  privacy: c.privacy,
  is_secret: c.isSecret,
  is_supervisory: c.isSupervisory,
  priority: c.priority,
  is_emergency: c.isEmergency,
  section_code: c.sectionCode,
  responsible_id: c.responsibleId,
  holder_kind: c.holder.kind,
  holder_code: c.holder.code,
  holder_user_id: c.holder.userId,
  lead_sector_code: c.leadSectorCode,
  lead_party: c.leadParty,
  reporter_person_id: c.reporterPersonId,
  reporter_user_id: c.reporterUserId,
  created_by_id: c.createdById,
  received_at: c.receivedAt,
  total_limit_days: c.totalLimitDays,
  total_due_at: c.totalDueAt,
  stage_started_at: c.stageStartedAt,
  stage_limit_days: c.stageLimitDays,
  stage_due_at: c.stageDueAt,
  // Once resolved, the total clock stands still and only the village's window to confirm runs.
  due_at: c.resolvedAt !== null || c.stageDueAt < c.totalDueAt ? c.stageDueAt : c.totalDueAt,
  due_is_estimate: c.dueIsEstimate,
  response_due_at: c.responseDueAt,
  first_follow_up_at: c.firstFollowUpAt,
  escalation_level: c.escalationLevel,
  holds: c.holds,
  hold_until: c.holds.find((h) => h.endedAt === null)?.until ?? null,
  outcome: c.outcome,
  answer_response: c.answer?.response ?? null,
  answer_solution: c.answer?.solution ?? null,
  answer_follow_up: c.answer?.followUp ?? null,
  resolved_at: c.resolvedAt,
  confirm_by: c.confirmBy,
  closed_at: c.closedAt,
  is_open: isOpen(c.status),
});

const fixedColumns = new Set([
  "id",
  "number",
  "regency_code",
  "created_by_id",
  "received_at",
  "channel",
  // The sweep's own: an act must not write back what it read before.
  "escalation_level",
]);

/** A row of `case` as raw SQL gives it, to the model. */
export const toCase = (r: Row): Case => {
  const read = <T>(column: string): T => r[column] as T;
  const holder = {
    kind: read<Case["holder"]["kind"]>("holder_kind"),
    code: read<string | null>("holder_code"),
    userId: read<string | null>("holder_user_id"),
  };
  return {
    id: read("id"),
    number: read("number"),
    regencyCode: read("regency_code"),
    subdistrictCode: read("subdistrict_code"),
    villageCode: read("village_code"),
    kind: read("kind"),
    classification: read("classification"),
    categoryCode: read("category_code"),
    channel: read("channel"),
    title: read("title"),
    description: read("description"),
    status: read("status"),
    privacy: read("privacy"),
    isSecret: read("is_secret"),
    isSupervisory: read("is_supervisory"),
    priority: read("priority"),
    isEmergency: read("is_emergency"),
    version: read("version"),
    sectionCode: read("section_code"),
    responsibleId: read("responsible_id"),
    holder,
    holderKind: holder.kind,
    holderUserId: holder.userId,
    leadSectorCode: read("lead_sector_code"),
    leadParty: read("lead_party"),
    reporterPersonId: read("reporter_person_id"),
    reporterUserId: read("reporter_user_id"),
    createdById: read("created_by_id"),
    receivedAt: read("received_at"),
    totalLimitDays: read("total_limit_days"),
    totalDueAt: read("total_due_at"),
    stageStartedAt: read("stage_started_at"),
    stageLimitDays: read("stage_limit_days"),
    stageDueAt: read("stage_due_at"),
    dueIsEstimate: read("due_is_estimate"),
    responseDueAt: read("response_due_at"),
    firstFollowUpAt: read("first_follow_up_at"),
    escalationLevel: read("escalation_level"),
    holds: read<StoredHold[]>("holds").map((h) => ({
      startedAt: new Date(h.startedAt),
      endedAt: h.endedAt === null ? null : new Date(h.endedAt),
      waitingFor: h.waitingFor,
      until: new Date(h.until),
    })),
    outcome: read("outcome"),
    answer:
      (r.answer_response ?? null) === null
        ? null
        : {
            response: read("answer_response"),
            solution: read("answer_solution"),
            followUp: read("answer_follow_up"),
          },
    resolvedAt: read("resolved_at"),
    confirmBy: read("confirm_by"),
    closedAt: read("closed_at"),
  };
};

/**
 * One case inside the reader's fence. The same statement opens what hangs on it (notes, stages,
 * events) for the rest of the transaction, and only if the row was visible.
 */
export const findCase = async (tx: Transaction, id: string): Promise<Case | null> => {
  const rows = await tx.$queryRawUnsafe<Row[]>(
    `SELECT c.*, set_config('rembuk.case', c.id::text, true) AS opened FROM "case" c WHERE c.id = $1::uuid`,
    id,
  );
  return rows[0] ? toCase(rows[0]) : null;
};

export interface NewNote {
  readonly id: string;
  readonly audience: "internal" | "partner" | "reporter";
  readonly purpose: "note" | "instruction" | "reason" | "on-behalf";
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
  c AS (INSERT INTO "case" SELECT * FROM jsonb_populate_record(NULL::"case", $1::jsonb)),
  s AS (INSERT INTO case_stage SELECT * FROM jsonb_populate_record(NULL::case_stage, $3::jsonb)),
  a AS (INSERT INTO client_action SELECT * FROM jsonb_populate_recordset(NULL::client_action, $5::jsonb))
  INSERT INTO domain_event SELECT * FROM jsonb_populate_recordset(NULL::domain_event, $4::jsonb)`;

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString("hex")}`;

/** Case, reporter, first stage, events and the remembered answer: one statement. */
export const insertCase = async (
  tx: Transaction,
  ctx: ServiceContext,
  rows: NewCaseRows,
): Promise<void> => {
  const { kase, secrets, person, events, command, result } = rows;
  const action = actionRow(ctx, command, result);
  await tx.$executeRawUnsafe(
    insertSql,
    JSON.stringify({
      ...toRow(kase),
      version: 0,
      tracking_hash: hex(secrets.trackingHash),
      pin_hash: secrets.pinHash,
    }),
    JSON.stringify(person ? [person] : []),
    JSON.stringify(stageRow(kase)),
    JSON.stringify(eventRows(ctx, events, command?.clientActionId ?? null)),
    JSON.stringify(action ? [action] : []),
  );
};

export interface CaseChange {
  readonly before: Case;
  readonly after: Case;
  readonly events: readonly CaseEvent[];
  readonly notes?: readonly NewNote[];
  readonly command: { readonly clientActionId: string } | null;
}

const changeable = Object.keys(toRow({ holder: {}, holds: [] } as unknown as Case)).filter(
  (c) => !fixedColumns.has(c),
);
const updateSql = `
  WITH u AS (
    UPDATE "case" c SET version = c.version + 1, ${changeable.map((k) => `${k} = n.${k}`).join(", ")},
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
  const result = { id: after.id, version: before.version + 1 };
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
    throw new DomainError("conflict", "CASE_CHANGED_MEANWHILE", { version: before.version });
  return result;
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

/** The routing table, by code. */
export const loadCategories: (db: Database, key: "") => Promise<ReadonlyMap<string, CaseCategory>> =
  remembered(async (db: Database) => {
    const rows = await db.caseCategory.findMany();
    return new Map(
      rows.map((r) => [
        r.code,
        {
          ...r,
          kind: r.kind as CaseCategory["kind"],
          priority: r.priority as CaseCategory["priority"],
          privacy: r.privacy as CaseCategory["privacy"],
          isAlwaysEmergency: r.emergencyWhen === "selalu",
          isSupervisory: r.classification === "COMPLAINT_SUPERVISORY",
        },
      ]),
    );
  });

/** The sectors and the level that each works at, by code. */
export const loadSectors: (
  db: Database,
  key: "",
) => Promise<ReadonlyMap<string, SectorLevel & { name: string }>> = remembered(
  async (db: Database) => {
    const rows = await db.sector.findMany();
    return new Map(
      rows.map((r) => [
        r.code,
        { code: r.code, name: r.name, level: r.level as SectorLevel["level"] },
      ]),
    );
  },
);

/** A note and its event, without touching the case. */
export const insertNote = async (
  tx: Transaction,
  ctx: ServiceContext,
  {
    kase,
    note,
    events,
    command,
  }: {
    kase: Case;
    note: NewNote;
    events: readonly CaseEvent[];
    command: { readonly clientActionId: string };
  },
): Promise<{ id: string; version: number }> => {
  const result = { id: kase.id, version: kase.version };
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

/** The old code and PIN stop working. */
export const replaceReceiptSecrets = async (
  tx: Transaction,
  id: string,
  secrets: { readonly trackingHash: Uint8Array<ArrayBuffer>; readonly pinHash: string },
): Promise<void> => {
  await tx.case.update({
    where: { id },
    data: { trackingHash: secrets.trackingHash, pinHash: secrets.pinHash },
    select: { id: true },
  });
};

interface NewAnswerLink {
  readonly caseId: string;
  readonly subdistrictCode: string;
  readonly sectorCode: string;
  readonly tokenHash: Uint8Array<ArrayBuffer>;
  readonly codeHash: string;
  readonly expiresAt: Date;
}

/** One link at a time: the earlier ones of the case are revoked. */
export const insertAnswerLink = async (
  tx: Transaction,
  ctx: ServiceContext,
  link: NewAnswerLink,
): Promise<void> => {
  await tx.answerLink.updateMany({
    where: { caseId: link.caseId, revokedAt: null },
    data: { revokedAt: ctx.now() },
  });
  await tx.answerLink.create({
    data: { ...link, id: ctx.newId(), createdById: ctx.actor.userId, createdAt: ctx.now() },
    select: { id: true },
  });
};

export interface AnswerLinkRow {
  readonly id: string;
  readonly caseId: string;
  readonly sectorCode: string;
  readonly codeHash: string;
  readonly failedAttempts: number;
  readonly expiresAt: Date;
  readonly usedAt: Date | null;
  readonly revokedAt: Date | null;
}

/** A link by its token, in a context of its own: the row and what it opens, nothing else. */
export const findAnswerLink = async (
  tx: Transaction,
  tokenHash: Uint8Array<ArrayBuffer>,
): Promise<AnswerLinkRow | null> => {
  await tx.$queryRaw`SELECT set_config('rembuk.link', ${Buffer.from(tokenHash).toString("hex")}, true)`;
  return tx.answerLink.findUnique({ where: { tokenHash } });
};

/** Locks a link while its code is compared, so that guesses side by side cannot outrun the limit. */
export const lockFailedAttempts = async (tx: Transaction, id: string): Promise<number> => {
  const rows = await tx.$queryRaw<{ failed: number }[]>`
    SELECT failed_attempts AS failed FROM answer_link WHERE id = ${id}::uuid FOR UPDATE`;
  return rows[0]?.failed ?? Number.MAX_SAFE_INTEGER;
};

export const countFailedAttempt = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$executeRaw`UPDATE answer_link SET failed_attempts = failed_attempts + 1 WHERE id = ${id}::uuid`;
};

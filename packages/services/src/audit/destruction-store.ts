import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Database, Transaction } from "@rembuk/db/client";
import type { Case, CaseStatus } from "@rembuk/domain/cases/model";
import { destroyableStatuses, isSupervised } from "@rembuk/domain/cases/retention";
import type { ServiceContext } from "../context";
import { seal } from "../kernel/field-keys";
import { citizenActorId } from "../kernel/system-actor";
import { hashCode, hashPin } from "../kernel/tracking-secrets";
import type { RetentionRun } from "./retention-store";

/** Destruction is the one act that reaches into the tables of every slice, so it stands in one file. */
const emptyTitle = "Data dihapus sesuai masa simpan";

/** Supervisory complaints of a kabupaten, by the run of its inspectorate. */
const listSupervised = async (
  db: Database,
  run: RetentionRun,
  limit: number,
): Promise<readonly string[]> => {
  const [term] = run.rules;
  if (!term) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "case" c
    WHERE c.regency_code = ${run.subdistrictCode} AND c.is_supervisory AND NOT c.is_open
      AND c.closed_at < ${term.endedBefore} AND c.anonymised_at IS NULL
      AND c.status = ANY(${destroyableStatuses as string[]}::text[])
    ORDER BY c.id LIMIT ${limit}`;
  return rows.map((row) => row.id);
};

/** The next ended cases of a run whose content is still there; supervisory ones by their own run alone. */
export const listDestroyable = async (
  db: Database,
  run: RetentionRun,
  limit: number,
): Promise<readonly string[]> => {
  if (isSupervised(run.subdistrictCode)) return listSupervised(db, run, limit);
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT c.id FROM "case" c
    JOIN jsonb_to_recordset(${JSON.stringify(run.rules)}::jsonb) AS t(classification text, "endedBefore" timestamptz)
      ON t.classification = c.classification AND c.closed_at < t."endedBefore"
    WHERE c.subdistrict_code = ${run.subdistrictCode} AND NOT c.is_open AND NOT c.is_supervisory
      AND c.anonymised_at IS NULL AND c.status = ANY(${destroyableStatuses as string[]}::text[])
    ORDER BY c.id LIMIT ${limit}`;
  return rows.map((row) => row.id);
};

/** Reports that a case carries: they go with it. */
export const listCarried = async (db: Database, caseId: string): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "case" WHERE merged_into_id = ${caseId}::uuid AND anonymised_at IS NULL`;
  return rows.map((row) => row.id);
};

/** Store keys of the files of a case whose bytes are still there. */
export const listStoredFiles = async (
  db: Database,
  caseId: string,
): Promise<readonly { readonly id: string; readonly storeKey: string }[]> =>
  db.attachment.findMany({
    where: { caseId, wipedAt: null },
    select: { id: true, storeKey: true },
  });

const personsOf = async (tx: Transaction, caseId: string): Promise<readonly string[]> => {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT reporter_person_id AS id FROM "case" WHERE id = ${caseId}::uuid AND reporter_person_id IS NOT NULL
    UNION SELECT person_id FROM case_reporter
      WHERE (case_id = ${caseId}::uuid OR source_case_id = ${caseId}::uuid) AND person_id IS NOT NULL`;
  return rows.map((row) => row.id);
};

/** Those of the persons that no case names any more lose name, phone and NIK. @returns how many */
const emptyPersons = async (
  tx: Transaction,
  ctx: ServiceContext,
  ids: readonly string[],
): Promise<number> => {
  const free = await tx.$queryRaw<{ id: string }[]>`
    SELECT p.id FROM person p WHERE p.id = ANY(${ids as string[]}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM "case" c WHERE c.reporter_person_id = p.id)
      AND NOT EXISTS (SELECT 1 FROM case_reporter r WHERE r.person_id = p.id)`;
  for (const { id } of free) {
    await tx.person.update({
      where: { id },
      data: {
        ...{ nameSealed: seal(ctx.keys, `person:name:${id}`, "-"), nameIndex: randomBytes(32) },
        ...{ phoneSealed: null, phoneIndex: null, nikSealed: null, nikIndex: null, capacity: null },
      },
      select: { id: true },
    });
    await tx.personNameKey.updateMany({ where: { personId: id }, data: { keys: [] } });
  }
  return free.length;
};

/** Words of people on a case; that something was said, by whom and when, stays. */
const emptyWords = async (tx: Transaction, id: string, now: Date): Promise<void> => {
  await tx.$executeRaw`UPDATE case_note SET body = '' WHERE case_id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE referral SET asked = '' WHERE case_id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE referral_entry SET body = '' WHERE case_id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE case_relay SET told_by = '' WHERE case_id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE case_task SET title = '' WHERE case_id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE glass_opening SET reason = '' WHERE case_id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE letter SET void_reason = CASE WHEN void_reason IS NULL THEN NULL ELSE '' END,
    content = content || '{"subject":"-","body":"-","addressee":"-","place":"","enclosure":"","instruction":"","copies":[]}'
    WHERE case_id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE attachment SET name = '', sha256 = '', wiped_at = coalesce(wiped_at, ${now}),
    removed_at = coalesce(removed_at, ${now}), removal_reason = '' WHERE case_id = ${id}::uuid`;
  // A photo that a phone still holds finds no case to belong to any more.
  await tx.$executeRaw`DELETE FROM told_photo WHERE case_id = ${id}::uuid`;
  await tx.$executeRaw`UPDATE case_reporter SET person_id = NULL, user_id = NULL
    WHERE case_id = ${id}::uuid OR source_case_id = ${id}::uuid`;
};

/**
 * Empties one case in its transaction. Its receipt opens nothing any more.
 * @returns persons emptied; null when somebody changed the case meanwhile
 */
export const emptyCase = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
  { runId, status }: { readonly runId: string; readonly status: CaseStatus },
): Promise<number | null> => {
  const persons = await personsOf(tx, kase.id);
  const now = ctx.now();
  const changed = await tx.$executeRaw`
    UPDATE "case" SET version = version + 1, status = ${status}, title = ${emptyTitle}, description = '',
      answer_response = NULL, answer_solution = NULL, answer_follow_up = NULL, reporter_person_id = NULL,
      created_by_id = CASE WHEN created_by_id = reporter_user_id THEN ${citizenActorId}::uuid ELSE created_by_id END,
      reporter_user_id = NULL, tracking_hash = ${hashCode(ctx.keys, randomUUID())},
      pin_hash = ${hashPin(ctx.keys, randomUUID(), randomUUID())},
      anonymised_at = ${now}, retention_run_id = ${runId}::uuid
    WHERE id = ${kase.id}::uuid AND version = ${kase.version} AND anonymised_at IS NULL`;
  if (changed !== 1) return null;
  await emptyWords(tx, kase.id, now);
  return emptyPersons(tx, ctx, persons);
};

interface Sum {
  readonly isConfidential: boolean;
  readonly ids: readonly string[];
  readonly persons: number;
  readonly files: number;
}

/** What a run has emptied so far, from the cases and their events: a crash in between loses nothing. */
const sumOf = (tx: Transaction, runId: string): Promise<Sum[]> =>
  tx.$queryRaw<Sum[]>`
    SELECT c.is_secret AS "isConfidential", array_agg(c.id::text ORDER BY c.id) AS ids,
      sum((e.payload->>'persons')::int)::int AS persons, sum((e.payload->>'files')::int)::int AS files
    FROM "case" c JOIN domain_event e ON e.subject = 'case/' || c.id AND e.type = 'case.anonymised'
    WHERE c.retention_run_id = ${runId}::uuid GROUP BY 1`;

/** Writes the records of a run, one for what was confidential, and ends it. @returns cases emptied */
export const recordDestruction = async (
  tx: Transaction,
  ctx: ServiceContext,
  run: RetentionRun,
): Promise<number> => {
  if (run.answeredById === null) throw new Error(`run ${run.id} was not agreed to`);
  const sums = await sumOf(tx, run.id);
  const shared = {
    ...{ runId: run.id, subdistrictCode: run.subdistrictCode, carriedOutAt: ctx.now() },
    ...{ proposedById: run.proposedById, approvedById: run.answeredById },
    rules: JSON.parse(JSON.stringify(run.rules)),
  };
  await tx.destructionRecord.createMany({
    data: sums.map(({ isConfidential, ids, persons, files }) => ({
      ...{ ...shared, id: ctx.newId(), isConfidential, cases: ids.length, persons, files },
      idsHash: Uint8Array.from(createHash("sha256").update(ids.join("\n")).digest()),
    })),
  });
  await tx.retentionRun.updateMany({
    where: { id: run.id, status: "approved" },
    data: { status: "done", finishedAt: ctx.now() },
  });
  return sums.reduce((sum, one) => sum + one.ids.length, 0);
};

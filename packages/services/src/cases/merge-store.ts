import type { Transaction } from "@rembuk/db/client";
import type { Case } from "@rembuk/domain/cases/model";
import { type Row, toCase } from "./row-store";

/**
 * Merges of one office wait for one another: two that would point two cases at each other cannot
 * both see them open.
 */
export const lockMerges = async (tx: Transaction, subdistrictCode: string): Promise<void> => {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`merge:${subdistrictCode}`}, 0))`;
};

/** The fence opens for one case at a time; only for a case that was loaded inside the reader's own. */
export const enterCase = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$queryRaw`SELECT set_config('rembuk.case', ${id}, true)`;
};

/** Id of the case with this number inside the reader's fence. */
export const findIdByNumber = async (tx: Transaction, number: string): Promise<string | null> => {
  const rows = await tx.$queryRaw<
    { id: string }[]
  >`SELECT c.id FROM "case" c WHERE c.number = ${number}`;
  return rows[0]?.id ?? null;
};

/** Reports that a case carries. */
export const listFollowers = async (tx: Transaction, intoId: string): Promise<readonly Case[]> =>
  (
    await tx.$queryRaw<
      Row[]
    >`SELECT c.* FROM "case" c WHERE c.merged_into_id = ${intoId}::uuid ORDER BY c.id`
  ).map(toCase);

/** Reports that `intoId` carries because they had been merged into `viaId`. */
export const listFollowersVia = async (
  tx: Transaction,
  intoId: string,
  viaId: string,
): Promise<readonly Case[]> =>
  (
    await tx.$queryRaw<Row[]>`SELECT c.* FROM "case" c
    WHERE c.merged_into_id = ${intoId}::uuid AND ${viaId}::uuid = ANY(c.merged_path) ORDER BY c.id`
  ).map(toCase);

/** Writes down who else reported the case that is entered, each by a report of their own. */
export const keepReporters = async (
  tx: Transaction,
  survivorId: string,
  sources: readonly Case[],
): Promise<void> => {
  const rows = sources.map((source) => ({
    case_id: survivorId,
    source_case_id: source.id,
    subdistrict_code: source.subdistrictCode,
    person_id: source.reporterPersonId,
    user_id: source.reporterUserId,
    since: source.receivedAt,
    left_at: null,
  }));
  await tx.$executeRawUnsafe(
    `INSERT INTO case_reporter SELECT * FROM jsonb_populate_recordset(NULL::case_reporter, $1::jsonb)
     ON CONFLICT (case_id, source_case_id) DO UPDATE SET left_at = NULL`,
    JSON.stringify(rows),
  );
};

/** They are carried no more; that they were stays known. */
export const releaseReporters = async (
  tx: Transaction,
  survivorId: string,
  sourceIds: readonly string[],
  now: Date,
): Promise<void> => {
  await tx.$executeRaw`UPDATE case_reporter SET left_at = ${now}
    WHERE case_id = ${survivorId}::uuid AND source_case_id = ANY(${sourceIds as string[]}::uuid[]) AND left_at IS NULL`;
};

/** That the answer settles one report of the entered case, by who made it. */
export const settleReport = async (
  tx: Transaction,
  survivorId: string,
  sourceId: string,
  now: Date,
): Promise<void> => {
  await tx.$executeRaw`UPDATE case_reporter SET settled_at = ${now}
    WHERE case_id = ${survivorId}::uuid AND source_case_id = ${sourceId}::uuid AND left_at IS NULL`;
};

export interface ReporterRow {
  readonly source_case_id: string;
  readonly settled_at: Date | null;
  readonly [column: string]: unknown;
}

/** Reports that the entered case carries now. */
export const listReporters = (tx: Transaction, caseId: string): Promise<readonly ReporterRow[]> =>
  tx.$queryRaw<ReporterRow[]>`SELECT * FROM case_reporter
    WHERE case_id = ${caseId}::uuid AND left_at IS NULL ORDER BY since, source_case_id`;

/** The same reports for the case that was split off and is entered. */
export const copyReporters = async (
  tx: Transaction,
  childId: string,
  rows: readonly ReporterRow[],
): Promise<void> => {
  await tx.$executeRawUnsafe(
    `INSERT INTO case_reporter SELECT * FROM jsonb_populate_recordset(NULL::case_reporter, $1::jsonb)`,
    JSON.stringify(rows.map((row) => ({ ...row, case_id: childId }))),
  );
};

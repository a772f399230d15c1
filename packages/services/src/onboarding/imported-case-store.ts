import type { Transaction } from "@rembuk/db/client";
import type { ImportedCase } from "@rembuk/domain/onboarding/importing";
import { type Row, toRow } from "../cases/row-store";
import type { ServiceContext } from "../context";
import { eventRows } from "../kernel/record-events";

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString("hex")}`;

export interface CaseOfRow {
  readonly imported: ImportedCase;
  readonly row: number;
  readonly fingerprint: Uint8Array;
  readonly person: Row | null;
  readonly secrets: { readonly trackingHash: Uint8Array; readonly pinHash: string };
}

const insertSql = `
  WITH p AS (INSERT INTO person SELECT * FROM jsonb_populate_recordset(NULL::person, $2::jsonb)),
  k AS (INSERT INTO person_name_key SELECT * FROM jsonb_populate_recordset(NULL::person_name_key, $2::jsonb)),
  c AS (INSERT INTO "case" SELECT * FROM jsonb_populate_recordset(NULL::"case", $1::jsonb)),
  s AS (INSERT INTO case_stage SELECT * FROM jsonb_populate_recordset(NULL::case_stage, $3::jsonb)),
  r AS (INSERT INTO case_import_row SELECT * FROM jsonb_populate_recordset(NULL::case_import_row, $5::jsonb))
  INSERT INTO domain_event SELECT * FROM jsonb_populate_recordset(NULL::domain_event, $4::jsonb)`;

/** An open case begins a stage now; of a settled one no stage was ours. */
const stageRows = (cases: readonly CaseOfRow[]): Row[] =>
  cases
    .map(({ imported }) => imported.kase)
    .filter((kase) => kase.holder.kind !== "none")
    .map((kase) => ({
      case_id: kase.id,
      started_at: kase.stageStartedAt,
      holder_kind: kase.holder.kind,
      holder_code: kase.holder.code,
      limit_days: kase.stageLimitDays,
      due_at: kase.stageDueAt,
    }));

/** Cases, their reporters, stages, events and rows: one statement. */
export const insertImportedCases = async (
  tx: Transaction,
  ctx: ServiceContext,
  importId: string,
  cases: readonly CaseOfRow[],
): Promise<void> => {
  if (cases.length === 0) return;
  const now = ctx.now();
  await tx.$executeRawUnsafe(
    insertSql,
    JSON.stringify(
      cases.map(({ imported: { kase, isPastResort }, secrets }) => ({
        ...toRow(kase),
        version: 0,
        tracking_hash: hex(secrets.trackingHash),
        pin_hash: secrets.pinHash,
        import_id: importId,
        updated_at: kase.closedAt ?? now,
        // What became due before Rembuk is nobody's news.
        resort_told_at: isPastResort ? now : null,
      })),
    ),
    JSON.stringify(cases.flatMap(({ person }) => person ?? [])),
    JSON.stringify(stageRows(cases)),
    JSON.stringify(
      eventRows(
        ctx,
        cases.map(({ imported }) => imported.event),
        null,
      ),
    ),
    JSON.stringify(
      cases.map(({ imported: { kase }, row, fingerprint }) => ({
        ...{ import_id: importId, row_number: row, case_id: kase.id },
        ...{ subdistrict_code: kase.subdistrictCode, fingerprint: hex(fingerprint) },
      })),
    ),
  );
};

/** Serials of one year, in one round trip. */
export const nextSerials = async (
  tx: Transaction,
  subdistrictCode: string,
  year: number,
  count: number,
): Promise<readonly number[]> => {
  const rows = await tx.$queryRaw<{ serial: bigint }[]>`
    SELECT next_case_serial(${subdistrictCode}, ${year}::int) AS serial
    FROM generate_series(1, ${count}::int)`;
  return rows.map(({ serial }) => Number(serial));
};

/** Those of the fingerprints that a row of this kecamatan has already. */
export const findKnownRows = async (
  tx: Transaction,
  subdistrictCode: string,
  fingerprints: readonly Uint8Array[],
): Promise<ReadonlySet<string>> => {
  const rows = await tx.$queryRaw<{ known: string }[]>`
    SELECT encode(fingerprint, 'hex') AS known FROM case_import_row
    WHERE subdistrict_code = ${subdistrictCode}
      AND fingerprint IN (SELECT decode(f, 'hex') FROM unnest(${fingerprints.map((f) =>
        Buffer.from(f).toString("hex"),
      )}::text[]) AS f)`;
  return new Set(rows.map(({ known }) => known));
};

export interface NearCase {
  readonly number: string;
  readonly villageCode: string;
  readonly day: string;
  readonly title: string;
}

/** Cases of the same villages and days that are not confidential and not of this import. */
export const findNearCases = async (
  tx: Transaction,
  about: {
    readonly importId: string;
    readonly subdistrictCode: string;
    readonly offsetHours: number;
  },
  wanted: readonly { readonly villageCode: string; readonly day: string }[],
): Promise<readonly NearCase[]> => {
  if (wanted.length === 0) return [];
  const shift = `${about.offsetHours} hours`;
  // Village by village and day by day, each from the index of its village: an office's years are not read.
  return tx.$queryRaw<NearCase[]>`
    SELECT c.number, c.village_code AS "villageCode", c.title, to_char(w.day, 'YYYY-MM-DD') AS day
    FROM (SELECT DISTINCT e->>'villageCode' AS village, (e->>'day')::timestamp AS day
      FROM jsonb_array_elements(${JSON.stringify(wanted)}::jsonb) e) w
    CROSS JOIN LATERAL (SELECT c.number, c.village_code, c.title FROM "case" c
      WHERE c.village_code = w.village
        AND c.received_at >= w.day AT TIME ZONE 'UTC' - ${shift}::interval
        AND c.received_at < w.day AT TIME ZONE 'UTC' - ${shift}::interval + interval '1 day'
        AND c.subdistrict_code = ${about.subdistrictCode} AND NOT c.is_secret AND NOT c.is_supervisory
        AND c.import_id IS DISTINCT FROM ${about.importId}::uuid) c`;
};

/** Whether anybody or anything went on with a case of this import. */
export const isWorkedOn = async (tx: Transaction, importId: string): Promise<boolean> => {
  const rows = await tx.$queryRaw<{ found: boolean }[]>`
    SELECT EXISTS (SELECT 1 FROM "case" c WHERE c.import_id = ${importId}::uuid
        AND (c.version <> 0 OR c.escalation_level <> 0
          OR EXISTS (SELECT 1 FROM domain_event e
            WHERE e.subject = 'case/' || c.id::text AND e.type <> 'case.imported'))) AS found`;
  return rows[0]?.found ?? false;
};

/** Removes what an import brought, all or nothing. @returns how many cases */
export const deleteImportedCases = async (tx: Transaction, importId: string): Promise<number> => {
  const persons = await tx.$queryRaw<{ id: string }[]>`
    SELECT reporter_person_id::text AS id FROM "case"
    WHERE import_id = ${importId}::uuid AND reporter_person_id IS NOT NULL`;
  await tx.$executeRaw`DELETE FROM case_import_row WHERE import_id = ${importId}::uuid`;
  await tx.$executeRaw`DELETE FROM case_stage s USING "case" c WHERE c.id = s.case_id AND c.import_id = ${importId}::uuid`;
  await tx.$executeRaw`DELETE FROM case_text t USING "case" c WHERE c.id = t.case_id AND c.import_id = ${importId}::uuid`;
  const cases = await tx.$executeRaw`DELETE FROM "case" WHERE import_id = ${importId}::uuid`;
  const ids = persons.map(({ id }) => id);
  await tx.$executeRaw`DELETE FROM person_name_key WHERE person_id = ANY (${ids}::uuid[])`;
  await tx.$executeRaw`DELETE FROM person WHERE id = ANY (${ids}::uuid[])`;
  return cases;
};

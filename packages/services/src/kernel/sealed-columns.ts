import type { Database, Transaction } from "@rembuk/db/client";

/** A column under the envelope. Its place is `table:field:id`, with the row's `id`. */
export interface SealedColumn {
  readonly table: string;
  readonly field: string;
  readonly column: string;
}

const column = (table: string, field: string): SealedColumn => ({
  table,
  field,
  column: `${field}_sealed`,
});

/** Every sealed column of the database: a test compares this list with the catalogue. */
export const sealedColumns: readonly SealedColumn[] = [
  column("person", "name"),
  column("person", "phone"),
  column("person", "nik"),
  column("household", "card"),
  column("household", "address"),
  column("enrollment", "ground"),
  column("enrollment_step", "words"),
  column("entitlement", "cancel"),
  column("resident", "name"),
  column("resident", "aliases"),
  column("resident", "nik"),
  column("resident", "birth"),
  column("resident", "phone"),
  column("handover", "people"),
  column("handover", "place"),
  column("handover_ruling", "words"),
  column("handover_evidence", "content"),
  column("quarantined_record", "reason"),
  column("device", "reason"),
  column("subject_request", "words"),
  column("subject_request", "answer"),
  column("meeting", "minutes"),
  column("paper", "filter"),
  column("case_import", "plan"),
  column("case_import", "findings"),
];

export const sealedTables: readonly string[] = [...new Set(sealedColumns.map((c) => c.table))];
export const sealedColumnsOf = (table: string): readonly SealedColumn[] =>
  sealedColumns.filter((c) => c.table === table);

/** One row with those of its sealed columns that are filled, by column. */
export interface SealedRow {
  readonly id: string;
  readonly sealed: Readonly<Record<string, Uint8Array>>;
}

export interface KeyUse extends SealedColumn {
  readonly keyId: string;
  readonly rows: number;
  /** False where a rotation leaves the old key in use. */
  readonly isRotated: boolean;
}

// Names come from the list above, never from outside; a key's id is read from the sealed text itself.
const keyIdOf = (name: string): string =>
  `convert_from(substring(${name} FROM 2 FOR get_byte(${name}, 0)), 'UTF8')`;

/**
 * Files keep the key that they were sealed with: their bytes lie in the file store and are not sealed
 * anew, so a key stays as long as one of them names it.
 */
const countFilesByKey = async (db: Database): Promise<readonly KeyUse[]> => {
  const rows = await db.$queryRaw<{ table: string; keyId: string; rows: number }[]>`
    SELECT 'attachment' AS "table", sealed_with AS "keyId", count(*)::int AS rows FROM attachment
    WHERE sealed_with IS NOT NULL AND wiped_at IS NULL GROUP BY 2
    UNION ALL SELECT 'document', sealed_with, count(*)::int FROM document
    WHERE sealed_with IS NOT NULL AND wiped_at IS NULL GROUP BY 2
    UNION ALL SELECT 'paper', sealed_with, count(*)::int FROM paper
    WHERE sealed_with IS NOT NULL AND status = 'ready' GROUP BY 2 ORDER BY 1, 2`;
  return rows.map((row) => ({
    field: "content",
    column: "sealed_with",
    isRotated: false,
    ...row,
  }));
};

/** How many fields and files each key seals. */
export const countByKey = async (db: Database): Promise<readonly KeyUse[]> => {
  const uses: KeyUse[] = [];
  for (const c of sealedColumns) {
    const rows = await db.$queryRawUnsafe<{ keyId: string; rows: number }[]>(
      `SELECT ${keyIdOf(c.column)} AS "keyId", count(*)::int AS rows
       FROM "${c.table}" WHERE ${c.column} IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    uses.push(...rows.map((row) => ({ ...c, ...row, isRotated: true })));
  }
  return [...uses, ...(await countFilesByKey(db))];
};

const toRow = (found: Record<string, unknown>): SealedRow => {
  const { id, ...rest } = found;
  const filled = Object.entries(rest).filter(([, value]) => value !== null);
  return { id: String(id), sealed: Object.fromEntries(filled) as Record<string, Uint8Array> };
};

const listOf = (columns: readonly SealedColumn[]) => columns.map((c) => c.column).join(", ");

/** The next rows behind `after` of which some column is not under this key, locked. */
export const lockStaleRows = async (
  tx: Transaction,
  table: string,
  mark: Uint8Array,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly SealedRow[]> => {
  const columns = sealedColumnsOf(table);
  const stale = columns
    .map((c) => `(${c.column} IS NOT NULL AND substring(${c.column} FROM 1 FOR $2) <> $1)`)
    .join(" OR ");
  const rows = await tx.$queryRawUnsafe<Record<string, unknown>[]>(
    `SELECT id::text, ${listOf(columns)} FROM "${table}"
     WHERE id > $3::uuid AND (${stale}) ORDER BY id LIMIT $4 FOR UPDATE`,
    mark,
    mark.length,
    after,
    limit,
  );
  return rows.map(toRow);
};

const hex = (bytes: Uint8Array): string => `\\x${Buffer.from(bytes).toString("hex")}`;

/** Writes sealed columns anew; one that a row does not give stays as it is. */
export const saveSealedRows = async (
  tx: Transaction,
  table: string,
  rows: readonly SealedRow[],
): Promise<number> => {
  const columns = sealedColumnsOf(table);
  const set = columns.map((c) => `${c.column} = coalesce(r.${c.column}, t.${c.column})`).join(", ");
  const records = rows.map(({ id, sealed }) => ({
    id,
    ...Object.fromEntries(Object.entries(sealed).map(([name, bytes]) => [name, hex(bytes)])),
  }));
  return tx.$executeRawUnsafe(
    `UPDATE "${table}" t SET ${set}
     FROM jsonb_populate_recordset(NULL::"${table}", $1::jsonb) r WHERE t.id = r.id`,
    JSON.stringify(records),
  );
};

/** Rows to try keys on: some of the oldest, some of the newest. */
export const sampleRows = async (
  db: Database,
  table: string,
  limit: number,
): Promise<readonly SealedRow[]> => {
  const columns = listOf(sealedColumnsOf(table));
  const rows = await db.$queryRawUnsafe<Record<string, unknown>[]>(
    `(SELECT id::text, ${columns} FROM "${table}" ORDER BY id LIMIT $1)
     UNION (SELECT id::text, ${columns} FROM "${table}" ORDER BY id DESC LIMIT $1)`,
    limit,
  );
  return rows.map(toRow);
};

import type { Database } from "@rembuk/db/client";
import { type FieldKeys, keyMark, seal, unseal } from "./kernel/field-keys";
import {
  countByKey,
  type KeyUse,
  lockStaleRows,
  type SealedRow,
  sampleRows,
  saveSealedRows,
  sealedColumnsOf,
  sealedTables,
} from "./kernel/sealed-columns";

export interface RotationParts {
  readonly db: Database;
  readonly keys: FieldKeys;
  /** Rows of one transaction. */
  readonly batchRows?: number;
  /** After each batch: rows done so far. */
  readonly onBatch?: (done: number) => Promise<void> | void;
}

const firstId = "00000000-0000-0000-0000-000000000000";

/** How many fields each key seals. */
export const countFieldsByKey = (db: Database): Promise<readonly KeyUse[]> => countByKey(db);

const resealed = (keys: FieldKeys, table: string, row: SealedRow): SealedRow => {
  const mark = keyMark(keys.encryption.current);
  const entries = sealedColumnsOf(table).flatMap(({ column, field }) => {
    const bytes = row.sealed[column];
    if (!bytes || Buffer.from(bytes).subarray(0, mark.length).equals(mark)) return [];
    const place = `${table}:${field}:${row.id}` as const;
    return [[column, seal(keys, place, unseal(keys, place, bytes))] as const];
  });
  return { id: row.id, sealed: Object.fromEntries(entries) };
};

const rotateBatch = ({ db, keys, batchRows = 200 }: RotationParts, table: string, after: string) =>
  db.$transaction(async (tx) => {
    const mark = Uint8Array.from(keyMark(keys.encryption.current));
    const rows = await lockStaleRows(tx, table, mark, { after, limit: batchRows });
    if (rows.length > 0) {
      await saveSealedRows(
        tx,
        table,
        rows.map((row) => resealed(keys, table, row)),
      );
    }
    return { rows: rows.length, last: rows.at(-1)?.id ?? null };
  });

const rotateTable = async (parts: RotationParts, table: string, before: number) => {
  let after = firstId;
  let done = 0;
  for (;;) {
    const { rows, last } = await rotateBatch(parts, table, after);
    if (last === null) return done;
    done += rows;
    after = last;
    await parts.onBatch?.(before + done);
  }
};

/**
 * Re-encrypts every field that is not under the current key, a bounded number of rows at a time. The
 * rows themselves say what is left: killed at any moment and begun again it goes on there. Repeated
 * until a pass finds nothing, because a process that has not heard of the new key may still write.
 * @returns rows written
 * @throws when a row does not open: nothing of its batch is changed
 */
export const rotateFieldKeys = async (parts: RotationParts): Promise<number> => {
  let total = 0;
  for (;;) {
    let pass = 0;
    for (const table of sealedTables) pass += await rotateTable(parts, table, total + pass);
    if (pass === 0) return total;
    total += pass;
  }
};

export interface OpenedSample {
  readonly opened: number;
  /** `table:field:id` of those that do not open. */
  readonly failed: readonly string[];
}

/** Opens some of the oldest and of the newest sealed fields of every table. The text goes nowhere. */
export const openSample = async (
  parts: Pick<RotationParts, "db" | "keys">,
  rowsEach = 100,
): Promise<OpenedSample> => {
  let opened = 0;
  const failed: string[] = [];
  for (const table of sealedTables) {
    for (const row of await sampleRows(parts.db, table, rowsEach)) {
      for (const { column, field } of sealedColumnsOf(table)) {
        const bytes = row.sealed[column];
        if (!bytes) continue;
        const place = `${table}:${field}:${row.id}` as const;
        try {
          unseal(parts.keys, place, bytes);
          opened += 1;
        } catch {
          failed.push(place);
        }
      }
    }
  }
  return { opened, failed };
};

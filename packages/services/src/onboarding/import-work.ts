import type { Transaction } from "@rembuk/db/client";
import type { FileContext } from "../integrations/file-parts";
import type { StoredImport } from "./import-store";

/** How far an import was before a batch: the last row of the sheet, and how many were looked at until there. */
export interface Mark {
  readonly after: number;
  readonly done: number;
}

/** What is left of a workbook, in the order of its rows. */
export interface Portions {
  /** Rows of each part that is taken whole or not at all. */
  readonly sizes: readonly number[];
  /**
   * Takes parts over, with the mark how far it is, in one transaction.
   * @returns the last row that was looked at; null when somebody stopped it, or another worker went ahead
   */
  take(from: number, to: number, mark: Mark): Promise<number | null>;
}

/** What one kind of workbook asks for; reading, batches, stops and undo go the same way for all. */
export interface ImportWork {
  /** The dry run: changes nothing but what is known of the file. */
  check(ctx: FileContext, row: StoredImport): Promise<void>;
  /** Asked once a turn. @param ctx of who started it */
  open(ctx: FileContext, row: StoredImport): Promise<Portions>;
  /** Whether anybody or anything went on with what it brought. */
  isWorkedOn(tx: Transaction, importId: string): Promise<boolean>;
  /** Removes what it brought, all or nothing. @returns how many cases or households */
  remove(tx: Transaction, importId: string): Promise<number>;
}

/** Reads a workbook once for all turns of one process; another one, or one that was started again, reads it anew. */
export const readOnce = <Value>(
  read: (ctx: FileContext, row: StoredImport) => Promise<Value>,
): ((ctx: FileContext, row: StoredImport) => Promise<Value>) => {
  const last = new WeakMap<object, { readonly id: string; readonly value: Value }>();
  return async (ctx, row) => {
    const known = last.get(ctx.db);
    if (known?.id === row.id && row.lastRow > 0) return known.value;
    const value = await read(ctx, row);
    last.set(ctx.db, { id: row.id, value });
    return value;
  };
};

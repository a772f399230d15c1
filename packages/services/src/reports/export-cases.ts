import { holds } from "@rembuk/domain/access/policy";
import { mostTableRows, type TableFilter } from "@rembuk/domain/reports/papers";
import { type CaseListItem, type CasePage, countCases, listCases } from "../cases/queries";
import type { ServiceContext } from "../context";
import { notePaperProgress } from "./paper-store";

export interface CaseTable {
  readonly rows: readonly CaseListItem[];
  /** Confidential cases of the view: they are not taken along. */
  readonly leftOut: number;
  /** There were more rows than a table may hold. */
  readonly isCut: boolean;
  /** Its reader may answer: the table has columns for it and can come back filled in. */
  readonly canReply: boolean;
}

const pageRows = 500;

/**
 * The rows of a view, page by page as the queue reads them: exactly what its reader may open, without
 * confidential cases. What was done is noted after each page.
 * @returns null when it was cancelled meanwhile
 */
export const exportCases = async (
  ctx: ServiceContext,
  paperId: string,
  filter: TableFilter,
): Promise<CaseTable | null> => {
  const { all = 0 } = await countCases(ctx, { all: filter });
  const rowsTotal = Math.min(all, mostTableRows);
  const rows: CaseListItem[] = [];
  let cursor: CasePage["nextCursor"] = null;
  let leftOut = 0;
  do {
    const page: CasePage = await listCases(ctx, { ...filter, cursor, limit: pageRows });
    const open = page.items.filter((item) => !item.isSecret);
    leftOut += page.items.length - open.length;
    rows.push(...open);
    cursor = page.nextCursor;
    const rowsDone = Math.min(rows.length, rowsTotal);
    if (!(await notePaperProgress(ctx.db, paperId, { rowsDone, rowsTotal }))) return null;
  } while (cursor && rows.length < mostTableRows);
  const isCut = cursor !== null || rows.length > mostTableRows;
  const canReply = holds(ctx.actor, "note.write-reporter");
  return { rows: rows.slice(0, mostTableRows), leftOut, isCut, canReply };
};

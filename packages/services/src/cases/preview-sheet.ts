import type { BulkKind, BulkOutcome } from "@rembuk/domain/cases/bulk";
import type { PreviewSheetInput } from "@rembuk/domain/cases/reply-sheet";
import type { ServiceContext } from "../context";
import type { PlannedCase } from "./plan-bulk";
import { planSheet } from "./plan-sheet";

/** One line: what the case becomes, that it was done before, or why it is refused. */
export interface PreviewedRow {
  readonly line: number;
  readonly number: string;
  readonly title: string | null;
  readonly kind: BulkKind | null;
  readonly isDone: boolean;
  readonly becomes: BulkOutcome | null;
  readonly refusal: PlannedCase["refusal"];
}

/** The dry run of a filled-in sheet. Changes nothing. */
export const previewSheet = async (
  ctx: ServiceContext,
  { rows }: PreviewSheetInput,
): Promise<readonly PreviewedRow[]> => {
  const plan = await planSheet(ctx, rows);
  return plan.rows.map(({ line, number, isDone, plan: { title, kind, becomes, refusal } }) => ({
    ...{ line, number, title, kind, isDone, becomes },
    refusal: isDone ? null : refusal,
  }));
};

import type { SubmitSheetCommand } from "@rembuk/domain/cases/reply-sheet";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { findEarlierAnswer, inTransaction } from "../kernel/in-transaction";
import { planSheet } from "./plan-sheet";
import { type HeldBulk, holdPlan } from "./submit-bulk";

/**
 * Accepts the replies of a filled-in sheet and holds them as any batch (docs/adr/0015-bulk-and-undo.md):
 * each line goes by the use case of its own, with an entry of its own in the trail. A line that was
 * carried out before is left out, so that the same file twice does its work once.
 * @throws conflict SHEET_ALL_DONE when every line was; the first refusal when none can be done
 */
export const submitSheet = async (
  ctx: ServiceContext,
  command: SubmitSheetCommand,
): Promise<HeldBulk> => {
  const earlier = await inTransaction(ctx, (tx) => findEarlierAnswer<HeldBulk>(tx, ctx, command));
  if (earlier) return earlier;
  const { rows, actionOf } = await planSheet(ctx, command.rows);
  const fresh = rows.filter((row) => !row.isDone);
  if (fresh.length === 0) throw new DomainError("conflict", "SHEET_ALL_DONE");
  const planned = fresh.map((row) => ({ ...row.plan, number: row.plan.number ?? row.number }));
  return holdPlan(ctx, command, { act: "sheet", planned, actionOf });
};

import { type BulkOutcome, bulkWindowMs } from "@rembuk/domain/cases/bulk";
import type { BatchAct, SubmitBulkCommand } from "@rembuk/domain/cases/bulk-commands";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { findEarlierAnswer, inTransaction, once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { type BatchItem, insertBatch } from "./bulk-store";
import { type PlannedCase, planBulk } from "./plan-bulk";

/** A batch that was accepted, and what it will make of each case. */
export interface HeldBulk {
  readonly batchId: string;
  readonly windowMs: number;
  readonly accepted: readonly { readonly caseId: string; readonly becomes: BulkOutcome }[];
  readonly refused: readonly Pick<PlannedCase, "caseId" | "number" | "refusal">[];
}

/** What of it can be done. @throws the first refusal when nothing is left */
const requireSome = (planned: readonly PlannedCase[]): void => {
  const first = planned[0]?.refusal;
  if (first && planned.every((one) => one.refusal !== null))
    throw new DomainError("conflict", first.code, first.reason ? { reason: first.reason } : {});
};

/** What was planned, and the id of each case's own act. */
export interface Plan {
  readonly act: BatchAct;
  readonly planned: readonly PlannedCase[];
  readonly actionOf: ReadonlyMap<string, string>;
}

const itemsOf = ({ planned, actionOf }: Plan): readonly BatchItem[] =>
  planned.flatMap(({ caseId, number, kind, command: words }, place): BatchItem[] => {
    if (kind === null || number === null) return [];
    const whole = { ...words, clientActionId: actionOf.get(caseId) };
    return [{ place, caseId, number, kind, command: whole, code: null, isDone: false }];
  });

/**
 * Holds what was planned. What cannot be done is left out and named.
 * @throws the first refusal when nothing is left to be done
 */
export const holdPlan = async (
  ctx: ServiceContext,
  command: { readonly clientActionId: string },
  plan: Plan,
): Promise<HeldBulk> => {
  const { act, planned } = plan;
  requireSome(planned);
  return once(ctx, command, async (tx) => {
    const batchId = ctx.newId();
    const heldAt = ctx.now();
    const dueAt = new Date(heldAt.getTime() + bulkWindowMs);
    await insertBatch(tx, ctx, { id: batchId, act, heldAt, dueAt, items: itemsOf(plan) });
    const result: HeldBulk = {
      batchId,
      windowMs: bulkWindowMs,
      accepted: planned.flatMap(({ caseId, becomes }) => (becomes ? [{ caseId, becomes }] : [])),
      refused: planned.flatMap(({ caseId, number, refusal }) =>
        refusal ? [{ caseId, number, refusal }] : [],
      ),
    };
    await recordEvents(tx, ctx, [], command, result);
    return result;
  });
};

/**
 * Accepts an act on many cases and holds it: the commands are written down as they were decided now,
 * and nothing happens to any case until the window is over.
 * @throws the first refusal when nothing is left to be done
 */
export const submitBulk = async (
  ctx: ServiceContext,
  command: SubmitBulkCommand,
): Promise<HeldBulk> => {
  const earlier = await inTransaction(ctx, (tx) => findEarlierAnswer<HeldBulk>(tx, ctx, command));
  if (earlier) return earlier;
  const planned = await planBulk(ctx, command.act, command.cases);
  const actionOf = new Map(command.cases.map((one) => [one.caseId, one.clientActionId]));
  return holdPlan(ctx, command, { act: command.act.act, planned, actionOf });
};

import type { BulkState } from "@rembuk/domain/cases/bulk";
import type { BatchAct } from "@rembuk/domain/cases/bulk-commands";
import type { ErrorCode } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { type Batch, listOpenBatches } from "./bulk-store";

/** A batch as its owner is told of it. */
export interface BulkReport {
  readonly batchId: string;
  readonly act: BatchAct;
  readonly state: BulkState;
  /** How long it can still be undone (ms). */
  readonly undoMs: number;
  readonly count: number;
  readonly caseIds: readonly string[];
  readonly refused: readonly {
    readonly caseId: string;
    readonly number: string;
    readonly code: ErrorCode;
  }[];
}

export const reportOf = (batch: Batch, now: Date): BulkReport => ({
  batchId: batch.id,
  act: batch.act,
  state: batch.state,
  undoMs: batch.state === "held" ? Math.max(batch.dueAt.getTime() - now.getTime(), 0) : 0,
  count: batch.items.length,
  caseIds: batch.items.map((item) => item.caseId),
  refused: batch.items.flatMap(({ caseId, number, code }) =>
    code === null ? [] : [{ caseId, number, code }],
  ),
});

/** What the actor began and has not seen the end of: after a reload the window goes on. */
export const listOpenBulks = (ctx: ServiceContext): Promise<readonly BulkReport[]> =>
  inTransaction(ctx, async (tx) => {
    const batches = await listOpenBatches(tx, ctx.actor.userId);
    return batches.map((batch) => reportOf(batch, ctx.now()));
  });

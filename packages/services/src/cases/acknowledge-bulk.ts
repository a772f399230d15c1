import type { BulkRef } from "@rembuk/domain/cases/bulk-commands";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { markSeen } from "./bulk-store";

/** Its refusals were read: they are not shown again. Doing it twice changes nothing. */
export const acknowledgeBulk = (
  ctx: ServiceContext,
  { batchId }: BulkRef,
): Promise<{ readonly batchId: string }> =>
  inTransaction(ctx, async (tx) => {
    await markSeen(tx, batchId, ctx.now());
    return { batchId };
  });

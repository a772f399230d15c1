import type { UndoBulkCommand } from "@rembuk/domain/cases/bulk-commands";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { findBatch, undoBatch } from "./bulk-store";

/**
 * Takes a batch back that is still held: nothing of it ever happens, so nobody is told of anything.
 * @throws conflict BULK_UNDO_TOO_LATE once it is being carried out
 */
export const undoBulk = (
  ctx: ServiceContext,
  command: UndoBulkCommand,
): Promise<{ readonly batchId: string }> =>
  once(ctx, command, async (tx) => {
    const { batchId } = command;
    const batch = await findBatch(tx, batchId);
    if (!batch) throw new DomainError("not-found", "BULK_NOT_FOUND");
    const isUndone = batch.state === "undone" || (await undoBatch(tx, batchId, ctx.now()));
    if (!isUndone) throw new DomainError("conflict", "BULK_UNDO_TOO_LATE");
    await recordEvents(tx, ctx, [], command, { batchId });
    return { batchId };
  });

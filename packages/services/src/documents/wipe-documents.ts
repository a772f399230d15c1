import { removeVariants } from "../files/keep-content";
import type { FileContext } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { deleteUnready, listEnded, markWiped } from "./store";

/**
 * Deletes what was begun and never ended, and the bytes of documents that were taken off more than thirty days ago.
 * What was taken off, by whom and why stays known.
 * @returns how many of each
 */
export const wipeDocuments = async (
  ctx: FileContext,
): Promise<{ readonly abandoned: number; readonly wiped: number }> => {
  const { abandoned, removed } = await listEnded(ctx);
  for (const one of abandoned) {
    await ctx.files.uploads.remove(one.id);
    await removeVariants(ctx, one);
    await inTransaction(ctx, (tx) => deleteUnready(tx, one.id));
  }
  for (const one of removed) {
    await removeVariants(ctx, one);
    await markWiped(ctx, one.id);
  }
  return { abandoned: abandoned.length, wiped: removed.length };
};

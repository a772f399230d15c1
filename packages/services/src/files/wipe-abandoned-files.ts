import { keptAfterRemovalDays } from "@rembuk/domain/files/model";
import type { FileContext } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { removeVariants } from "./keep-content";
import { listAbandoned, listWipeable, markWiped, settleFile } from "./store";

const dayMs = 86_400_000;

/**
 * Deletes the bytes of uploads that never ended, and of files removed more than thirty days ago. Rows
 * stay: what was removed, by whom and why remains known.
 * @returns how many of each
 */
export const wipeAbandonedFiles = async (
  ctx: FileContext,
): Promise<{ readonly abandoned: number; readonly wiped: number }> => {
  const abandoned = await listAbandoned(ctx);
  for (const file of abandoned) {
    await ctx.files.uploads.remove(file.id);
    await inTransaction(ctx, (tx) =>
      settleFile(tx, ctx, file, { status: "abandoned", nextCheckAt: null }),
    );
  }
  const before = new Date(ctx.now().getTime() - keptAfterRemovalDays * dayMs);
  const wipeable = await listWipeable(ctx, before);
  for (const file of wipeable) {
    await removeVariants(ctx, file);
    await ctx.files.uploads.remove(file.id);
    await markWiped(ctx, file.id);
  }
  return { abandoned: abandoned.length, wiped: wipeable.length };
};

import type { FileContext } from "../integrations/file-parts";
import { findWornImports, forgetFindings, importKey, markWiped } from "./import-store";

/** Destroys sent registers that are of no more use, and after thirty days the words that were found in them. */
export const wipeImports = async (ctx: FileContext): Promise<number> => {
  const worn = await findWornImports(ctx.db, ctx.now());
  for (const { id } of worn) {
    await ctx.files.store.remove(importKey(id));
    await markWiped(ctx.db, id, ctx.now());
  }
  await forgetFindings(ctx.db, ctx.now());
  return worn.length;
};

import type { FileContext } from "../integrations/file-parts";
import { findWornPapers, markDestroyed, paperKey } from "./paper-store";

/** Destroys the files whose day is over; that there was one stays, so that a paper can be checked. */
export const wipePapers = async (ctx: FileContext): Promise<number> => {
  const worn = await findWornPapers(ctx.db, ctx.now());
  for (const { id } of worn) {
    await ctx.files.store.remove(`${paperKey(id)}/original`);
    await markDestroyed(ctx.db, id, ctx.now());
  }
  return worn.length;
};

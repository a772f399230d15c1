import { decideClose } from "@rembuk/domain/cases/working";
import type { ServiceContext } from "../context";
import { changeAllBySystem, systemBatch } from "./change-by-system";
import { listSilentCases } from "./sweep-store";

/** Closes resolved cases whose window to confirm or reopen ended without a word. */
export const closeSilentCases = async (ctx: ServiceContext): Promise<number> => {
  const ids = await listSilentCases(ctx.db, ctx.now(), systemBatch);
  return changeAllBySystem(ctx, ids, (kase) => decideClose(kase, { bySystem: true }, ctx.now()));
};

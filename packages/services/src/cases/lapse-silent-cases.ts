import { decideLapse } from "@rembuk/domain/cases/completing";
import type { ServiceContext } from "../context";
import { changeAllBySystem, systemBatch } from "./change-by-system";
import { listUnansweredCases } from "./sweep-store";

/** Lets cases lapse whose question to the reporter was not answered in its ten days. */
export const lapseSilentCases = async (ctx: ServiceContext): Promise<number> => {
  const ids = await listUnansweredCases(ctx.db, ctx.now(), systemBatch);
  return changeAllBySystem(ctx, ids, (kase) => decideLapse(kase, ctx.now()));
};

import { decideExpiry } from "@rembuk/domain/cases/referrals";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { systemBatch } from "./change-by-system";
import { loadCase } from "./change-case";
import { getReferral, listUnanswered, saveReferral } from "./referral-store";

const expire = async (
  ctx: ServiceContext,
  due: { readonly id: string; readonly caseId: string },
): Promise<boolean> => {
  try {
    return await inTransaction(ctx, async (tx) => {
      const kase = await loadCase(tx, due.caseId);
      const before = await getReferral(tx, kase, due.id);
      const decision = decideExpiry(kase, before, ctx.now());
      if (decision === null) return false;
      await saveReferral(tx, ctx, { kase, before, ...decision, command: null });
      return true;
    });
  } catch (error) {
    // Somebody answered in this minute.
    if (isDomainError(error) && error.kind === "conflict") return false;
    throw error;
  }
};

/** Referrals that nobody answered by their due date: an open decision of the referring side. */
export const expireReferrals = async (ctx: ServiceContext): Promise<number> => {
  const due = await listUnanswered(ctx.db, ctx.now(), systemBatch);
  let expired = 0;
  for (const one of due) if (await expire(ctx, one)) expired += 1;
  return expired;
};

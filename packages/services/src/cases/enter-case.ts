import type { PresenceInput } from "@rembuk/domain/cases/commands";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { loadCase } from "./change-case";
import { keepPresence, listOthers, type Present, tellPresence } from "./presence-store";

/**
 * The reader has this case open, and goes on having it: said again before it is forgotten. It is no
 * record of reading (that is `log-reading.ts`) and changes nothing of the case.
 * @returns who else has it open
 * @throws not-found CASE_NOT_FOUND to whoever may not read it
 */
export const enterCase = async (
  ctx: ServiceContext,
  { caseId }: PresenceInput,
): Promise<readonly Present[]> => {
  const { isNew, others } = await inTransaction(ctx, async (tx) => {
    requirePermission(ctx, "case.read", await loadCase(tx, caseId));
    return {
      isNew: await keepPresence(tx, ctx, caseId),
      others: await listOthers(tx, ctx, caseId),
    };
  });
  if (isNew) await tellPresence(ctx.db, caseId);
  return others;
};

import type { PresenceInput } from "@rembuk/domain/cases/commands";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { loadCase } from "./change-case";
import { listOthers, type Present } from "./presence-store";

/**
 * Who else has a case open just now, by name.
 * @throws not-found CASE_NOT_FOUND to whoever may not read it
 */
export const listPresent = (
  ctx: ServiceContext,
  { caseId }: PresenceInput,
): Promise<readonly Present[]> =>
  inTransaction(ctx, async (tx) => {
    requirePermission(ctx, "case.read", await loadCase(tx, caseId));
    return listOthers(tx, ctx, caseId);
  });

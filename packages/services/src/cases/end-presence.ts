import type { PresenceInput } from "@rembuk/domain/cases/commands";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { loadCase } from "./change-case";
import { endPresenceOf, tellPresence } from "./presence-store";

/** The reader has closed the case. Who closes a browser without a word is forgotten by time. */
export const endPresence = async (
  ctx: ServiceContext,
  { caseId }: PresenceInput,
): Promise<null> => {
  const wasThere = await inTransaction(ctx, async (tx) => {
    requirePermission(ctx, "case.read", await loadCase(tx, caseId));
    return endPresenceOf(tx, ctx, caseId);
  });
  if (wasThere) await tellPresence(ctx.db, caseId);
  return null;
};

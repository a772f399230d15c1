import type { Transaction } from "@rembuk/db/client";
import { hasRole } from "@rembuk/domain/access/actor";
import { readsUnderGlass } from "@rembuk/domain/access/policy";
import type { Case } from "@rembuk/domain/cases/model";
import type { ServiceContext } from "../context";
import { type AccessAct, logAccess } from "../kernel/log-access";

/** A reading of a case is logged where it is confidential, and whatever an auditor opens; null: it is not. */
export const readingAct = (
  { actor }: Pick<ServiceContext, "actor">,
  kase: Case,
): AccessAct | null => {
  if (hasRole(actor, "auditor")) return "audited-read";
  if (readsUnderGlass(actor, kase)) return "glass-read";
  return kase.isSecret || kase.isSupervisory ? "read-secret" : null;
};

/** What belongs to the case and is asked for apart: logged for who reads it under broken glass. */
export const logGlassReading = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
): Promise<void> => {
  if (readsUnderGlass(ctx.actor, kase)) await logAccess(tx, ctx, { kase, act: "glass-read" });
};

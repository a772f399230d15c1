import type { Transaction } from "@rembuk/db/client";
import { hasRole } from "@rembuk/domain/access/actor";
import { readsUnderGlass } from "@rembuk/domain/access/policy";
import type { Case } from "@rembuk/domain/cases/model";
import type { ServiceContext } from "../context";
import { logAccess } from "../kernel/log-access";

/** A reading of a case is logged where it is confidential, and whatever an auditor opens. */
export const logReading = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
): Promise<void> => {
  if (hasRole(ctx.actor, "auditor")) await logAccess(tx, ctx, { kase, act: "audited-read" });
  else if (readsUnderGlass(ctx.actor, kase)) await logAccess(tx, ctx, { kase, act: "glass-read" });
  else if (kase.isSecret || kase.isSupervisory)
    await logAccess(tx, ctx, { kase, act: "read-secret" });
};

/** What belongs to the case and is asked for apart: logged for who reads it under broken glass. */
export const logGlassReading = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
): Promise<void> => {
  if (readsUnderGlass(ctx.actor, kase)) await logAccess(tx, ctx, { kase, act: "glass-read" });
};

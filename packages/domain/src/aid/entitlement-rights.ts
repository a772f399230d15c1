import type { Actor } from "../access/actor";
import { canInArea } from "../access/policy";
import { approverOf, type FundingLevel } from "./model";

/**
 * May the actor approve entitlements of this money there? Of one's own funds who decides on them; of others' what
 * was decided elsewhere is recorded with its letter.
 */
export const mayApproveEntitlement = (
  actor: Actor,
  of: { readonly areaCode: string; readonly fundingLevel: FundingLevel },
): boolean => {
  const approver = approverOf(of.fundingLevel);
  if (approver === null) return canInArea(actor, "entitlement.record", of);
  const office = actor.assignments.filter((a) => a.role === approver);
  return canInArea({ ...actor, assignments: office }, "entitlement.approve", of);
};

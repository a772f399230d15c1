import type { GrantEntitlementsCommand } from "@rembuk/domain/aid/commands";
import { mayApproveEntitlement } from "@rembuk/domain/aid/entitlement-rights";
import { isOwnEntitlement } from "@rembuk/domain/aid/entitling";
import { aidEvent } from "@rembuk/domain/aid/events";
import { approverOf, cycleState, type FundingLevel } from "@rembuk/domain/aid/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { registryToday } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { getCycle } from "./cycle-store";
import { approveDrafts, type DraftRow, listDrafts } from "./entitlement-store";

/** Drafts that are the actor's to approve. @throws forbidden, ENTITLEMENT_OWN; conflict ENTITLEMENT_ACT_NOT_NOW */
const ownToApprove = (ctx: ServiceContext, drafts: readonly DraftRow[]): readonly DraftRow[] => {
  if (drafts.length === 0) throw new DomainError("conflict", "ENTITLEMENT_ACT_NOT_NOW");
  const mine = drafts.filter(({ villageCode, fundingLevel }) =>
    mayApproveEntitlement(ctx.actor, {
      areaCode: villageCode,
      fundingLevel: fundingLevel as FundingLevel,
    }),
  );
  if (mine.length === 0)
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "entitlement.approve" });
  const others = mine.filter((one) => !isOwnEntitlement(one, ctx.actor.userId));
  if (others.length === 0) throw new DomainError("forbidden", "ENTITLEMENT_OWN");
  return others;
};

/**
 * Approves all drafts of a cycle that are the actor's to approve: from one's own funds, or, where somebody else
 * decides, with the letter that says so. What the actor made or put forward stays for another.
 * @throws not-found CYCLE_NOT_FOUND; conflict CYCLE_ENDED, ENTITLEMENT_ACT_NOT_NOW; forbidden, ENTITLEMENT_OWN;
 * invalid ENTITLEMENT_LETTER_MISSING
 */
export const grantEntitlements = (
  ctx: ServiceContext,
  command: GrantEntitlementsCommand,
): Promise<{ readonly approved: number; readonly left: number }> =>
  once(ctx, command, async (tx) => {
    const { cycleId, letterNumber = null } = command;
    const cycle = await getCycle(tx, cycleId);
    if (cycleState(cycle, registryToday(ctx)) === "ended")
      throw new DomainError("conflict", "CYCLE_ENDED");
    const drafts = await listDrafts(tx, cycleId);
    const mine = ownToApprove(ctx, drafts);
    const isElsewhere = mine.some((one) => approverOf(one.fundingLevel as FundingLevel) === null);
    if (isElsewhere && !letterNumber)
      throw new DomainError("invalid", "ENTITLEMENT_LETTER_MISSING", { field: "letterNumber" });
    const ids = mine.map((one) => one.id);
    const approved = await approveDrafts(tx, ctx, ids, isElsewhere ? letterNumber : null);
    const result = { approved, left: drafts.length - approved };
    const { programCode, subdistrictCode } = cycle;
    const payload = { programCode, cycleId, count: approved };
    const event = aidEvent("entitlements.approved", `cycle/${cycleId}`, subdistrictCode, payload);
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });

import type { PrepareEntitlementsCommand } from "@rembuk/domain/aid/commands";
import { aidEvent } from "@rembuk/domain/aid/events";
import { cycleState } from "@rembuk/domain/aid/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { registryToday } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { allotCycle, getCycle, lockCycle } from "./cycle-store";
import { insertDrafts } from "./entitlement-store";

/**
 * Drafts for everybody decided for the program who has none in this cycle yet, as far as its quota goes.
 * @throws not-found CYCLE_NOT_FOUND; forbidden; conflict CYCLE_ENDED
 */
export const prepareEntitlements = (
  ctx: ServiceContext,
  command: PrepareEntitlementsCommand,
): Promise<{ readonly made: number; readonly overQuota: number }> =>
  once(ctx, command, async (tx) => {
    const { cycleId, goodsName, unit, quantity } = command;
    const cycle = await getCycle(tx, cycleId);
    const { subdistrictCode, programCode } = cycle;
    requireInArea(ctx, "entitlement.prepare", subdistrictCode);
    if (cycleState(cycle, registryToday(ctx)) === "ended")
      throw new DomainError("conflict", "CYCLE_ENDED");
    await lockCycle(tx, cycleId);
    const { chosen, overQuota } = await allotCycle(tx, cycle);
    const places = chosen.map(({ personId: _, isStanding: __, ...place }) => place);
    const of = { cycleId, programCode, goodsName, unit, quantity };
    const made = await insertDrafts(tx, ctx, of, places);
    const result = { made, overQuota };
    const payload = { programCode, cycleId, count: made };
    const event = aidEvent("entitlements.prepared", `cycle/${cycleId}`, subdistrictCode, payload);
    await recordEvents(tx, ctx, made > 0 ? [event] : [], command, result);
    return result;
  });

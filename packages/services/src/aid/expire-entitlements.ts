import { aidEvent } from "@rembuk/domain/aid/events";
import { registryToday } from "../beneficiaries/registry-store";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { expireOfCycle, listEndedCycles } from "./entitlement-store";

/**
 * Worker: what still waits when its cycle has ended, expires. What rides on a trip is left until the trip is closed.
 * Gives how many expired.
 */
export const expireEntitlements = async (ctx: ServiceContext): Promise<number> => {
  let expired = 0;
  for (const { id, programCode, subdistrictCode } of await listEndedCycles(
    ctx.db,
    registryToday(ctx),
  )) {
    expired += await inTransaction(ctx, async (tx) => {
      const count = await expireOfCycle(tx, id);
      if (count === 0) return 0;
      const payload = { programCode, cycleId: id, count };
      const event = aidEvent("entitlements.expired", `cycle/${id}`, subdistrictCode, payload);
      await recordEvents(tx, ctx, [event], null, {});
      return count;
    });
  }
  return expired;
};

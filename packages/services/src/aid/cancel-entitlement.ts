import { canInArea } from "@rembuk/domain/access/policy";
import type { CancelEntitlementCommand } from "@rembuk/domain/aid/commands";
import { isEntitlementActOf } from "@rembuk/domain/aid/entitling";
import { aidEvent } from "@rembuk/domain/aid/events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { findEntitlement, markCancelled, toEntitlement } from "./entitlement-store";

/**
 * An entitlement that will not be served, with its reason. What rides on a trip is taken off it first.
 * @throws not-found ENTITLEMENT_NOT_FOUND; forbidden; conflict ENTITLEMENT_ACT_NOT_NOW, ENTITLEMENT_CHANGED_MEANWHILE
 */
export const cancelEntitlement = (
  ctx: ServiceContext,
  command: CancelEntitlementCommand,
): Promise<{ readonly version: number }> =>
  once(ctx, command, async (tx) => {
    const row = await findEntitlement(tx, command.entitlementId);
    if (!row || !canInArea(ctx.actor, "entitlement.read", { areaCode: row.villageCode }))
      throw new DomainError("not-found", "ENTITLEMENT_NOT_FOUND");
    const { id, version, villageCode, programCode, subdistrictCode } = row;
    requireInArea(ctx, "entitlement.cancel", villageCode);
    if (version !== command.version)
      throw new DomainError("conflict", "ENTITLEMENT_CHANGED_MEANWHILE", { version });
    if (!isEntitlementActOf("cancel", toEntitlement(row)))
      throw new DomainError("conflict", "ENTITLEMENT_ACT_NOT_NOW", { status: row.status });
    await markCancelled(tx, ctx, row, command.reason);
    const result = { version: version + 1 };
    const payload = { programCode, villageCode };
    const event = aidEvent("entitlement.cancelled", `entitlement/${id}`, subdistrictCode, payload);
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });

import type { TellApartCommand } from "@rembuk/domain/beneficiaries/commands";
import { registryEvent } from "@rembuk/domain/beneficiaries/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { getDecidable, insertDecision } from "./pair-store";

/**
 * Two records that look alike are two persons: they are not proposed again.
 * @throws not-found RESIDENT_NOT_FOUND; conflict RESIDENT_MERGE_NOT_NOW when it was decided before
 */
export const tellResidentsApart = (
  ctx: ServiceContext,
  command: TellApartCommand,
): Promise<{ readonly firstId: string; readonly secondId: string }> =>
  once(ctx, command, async (tx) => {
    const { firstId, secondId, reason } = command;
    const { villageCode } = await getDecidable(tx, ctx, firstId);
    await getDecidable(tx, ctx, secondId);
    const decision = { decision: "apart" as const, keptId: null, reason, villageCode };
    await insertDecision(tx, ctx, { firstId, secondId, ...decision });
    const result = { firstId, secondId };
    const event = registryEvent("resident.told-apart", firstId, { villageCode, ...result });
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });

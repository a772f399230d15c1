import type { MergeResidentsCommand } from "@rembuk/domain/beneficiaries/commands";
import { registryEvent } from "@rembuk/domain/beneficiaries/events";
import { requireMergeable } from "@rembuk/domain/beneficiaries/likeness";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { getDecidable, insertDecision, setMergedInto } from "./pair-store";

/**
 * Two records of one person become one: the kept record goes on and carries the other's names; nothing of the
 * other is lost, so that it can be parted again.
 * @throws not-found RESIDENT_NOT_FOUND; forbidden RESIDENT_MERGE_OWN; conflict RESIDENT_MERGE_NOT_NOW;
 * invalid RESIDENT_KEEP_NIK
 */
export const mergeResidents = (
  ctx: ServiceContext,
  command: MergeResidentsCommand,
): Promise<{ readonly keptId: string; readonly mergedId: string }> =>
  once(ctx, command, async (tx) => {
    const { firstId, secondId, keptId, reason } = command;
    const mergedId = keptId === firstId ? secondId : firstId;
    const kept = await getDecidable(tx, ctx, keptId);
    const merged = await getDecidable(tx, ctx, mergedId);
    requireMergeable(kept, merged, ctx.actor.userId);
    const { villageCode } = kept;
    const decision = { decision: "merged" as const, keptId, reason, villageCode };
    await insertDecision(tx, ctx, { firstId, secondId, ...decision });
    await setMergedInto(tx, merged, keptId);
    const result = { keptId, mergedId };
    const event = registryEvent("resident.merged", keptId, { villageCode, ...result });
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });

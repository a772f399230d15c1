import type { UndoResidentMergeCommand } from "@rembuk/domain/beneficiaries/commands";
import { registryEvent } from "@rembuk/domain/beneficiaries/events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { endDecision, getDecidable, setMergedInto } from "./pair-store";

/**
 * Parts two records that were found to be one person: each is again as it was.
 * @throws not-found RESIDENT_NOT_FOUND; conflict RESIDENT_MERGE_NOT_NOW when nothing is merged
 */
export const undoResidentMerge = (
  ctx: ServiceContext,
  command: UndoResidentMergeCommand,
): Promise<{ readonly keptId: string; readonly mergedId: string }> =>
  once(ctx, command, async (tx) => {
    const merged = await getDecidable(tx, ctx, command.mergedId);
    const keptId = merged.mergedIntoId;
    if (keptId === null) throw new DomainError("conflict", "RESIDENT_MERGE_NOT_NOW");
    await endDecision(tx, ctx, merged.id, keptId);
    await setMergedInto(tx, merged, null);
    const result = { keptId, mergedId: merged.id };
    const { villageCode } = merged;
    const event = registryEvent("resident.unmerged", keptId, { villageCode, ...result });
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });

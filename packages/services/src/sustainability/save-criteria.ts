import type { SaveCriteriaCommand } from "@rembuk/domain/sustainability/commands";
import { decideCriteria } from "@rembuk/domain/sustainability/criteria";
import { criteriaEvent } from "@rembuk/domain/sustainability/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { findUsedCodes, insertCriteria } from "./criteria-store";
import { currentCriteria } from "./store";

/**
 * A new version of what reviews ask about. Reviews that run keep theirs; those that open from now on have this one.
 * @throws forbidden; conflict CRITERIA_CHANGED_MEANWHILE; invalid CRITERIA_UNCHANGED, INPUT_INVALID
 */
export const saveCriteria = async (
  ctx: ServiceContext,
  command: SaveCriteriaCommand,
): Promise<{ readonly version: number }> => {
  requireHeld(ctx, "review.criteria");
  return once(ctx, command, async (tx) => {
    const current = await currentCriteria(tx);
    const codes = await findUsedCodes(tx);
    const next = decideCriteria(current, command.base, command.criteria, codes);
    const result = { version: next.version };
    const event = criteriaEvent(next.version, next.criteria.length);
    await recordEvents(tx, ctx, [event], command, result);
    await insertCriteria(tx, ctx, next);
    return result;
  });
};

import type { SaveAssessmentYearCommand } from "@rembuk/domain/innovations/commands";
import { yearEvent } from "@rembuk/domain/innovations/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { storeYear } from "./year-store";

/**
 * A year of the national index, new or changed. Innovations are held against the one in force from now on.
 * @throws forbidden; conflict ASSESSMENT_YEAR_TAKEN, ASSESSMENT_YEAR_CHANGED
 */
export const saveYear = async (
  ctx: ServiceContext,
  command: SaveAssessmentYearCommand,
): Promise<{ readonly id: string; readonly version: number }> => {
  requireHeld(ctx, "innovation.rubric");
  return once(ctx, command, async (tx) => {
    const { id, isActive } = command;
    const version = await storeYear(tx, ctx, command);
    const result = { id, version };
    await recordEvents(tx, ctx, [yearEvent({ id, version, isActive })], command, result);
    return result;
  });
};

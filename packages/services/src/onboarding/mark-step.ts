import { DomainError } from "@rembuk/domain/kernel/errors";
import type { MarkStepCommand } from "@rembuk/domain/onboarding/commands";
import { onboardingEvent } from "@rembuk/domain/onboarding/events";
import { skippableSteps } from "@rembuk/domain/onboarding/model";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { findOfficeRow, saveMark } from "./store";

/**
 * A step was looked through, is left out, or is open again. The next administrator finds it so.
 * @throws forbidden; invalid INPUT_INVALID for a step that may not be left out; conflict OFFICE_MISSING
 */
export const markStep = (
  ctx: ServiceContext,
  command: MarkStepCommand,
): Promise<Record<string, never>> => {
  const { areaCode, step, mark } = command;
  requireInArea(ctx, "office.prepare", areaCode);
  if (mark === "skipped" && !skippableSteps.includes(step))
    throw new DomainError("invalid", "INPUT_INVALID", { field: "mark" });
  return once(ctx, command, async (tx) => {
    if (!(await findOfficeRow(tx, areaCode))) throw new DomainError("conflict", "OFFICE_MISSING");
    await saveMark(tx, ctx, command);
    const about = { subject: `office/${areaCode}`, subdistrictCode: areaCode };
    const event = onboardingEvent("office.step-marked", about, { step, mark });
    await recordEvents(tx, ctx, [event], command, {});
    return {};
  });
};

import { canInArea } from "@rembuk/domain/access/policy";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { FinishActionCommand } from "@rembuk/domain/meetings/commands";
import { meetingEvent } from "@rembuk/domain/meetings/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld, requireInArea } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { findAction, finishStoredAction } from "./store";

/**
 * Says what a decision of a meeting came to.
 * @throws not-found MEETING_NOT_FOUND; forbidden; conflict MEETING_ACTION_DONE; invalid MEETING_NOT_HELD for a day to
 *   come or before the meeting
 */
export const finishAction = async (
  ctx: ServiceContext,
  command: FinishActionCommand,
): Promise<{ readonly actionId: string }> => {
  requireHeld(ctx, "meeting.read");
  return once(ctx, command, async (tx) => {
    const row = await findAction(tx, command.actionId);
    if (!row || !canInArea(ctx.actor, "meeting.read", { areaCode: row.subdistrictCode }))
      throw new DomainError("not-found", "MEETING_NOT_FOUND");
    requireInArea(ctx, "meeting.record", row.subdistrictCode);
    const heldOn = row.meeting.heldOn.toISOString().slice(0, 10);
    if (command.doneOn > officeToday(ctx.now()) || command.doneOn < heldOn)
      throw new DomainError("invalid", "MEETING_NOT_HELD");
    await finishStoredAction(tx, ctx, command);
    const { id, subdistrictCode, meetingId } = row;
    const event = meetingEvent("meeting.action-finished", { id, subdistrictCode }, { meetingId });
    const result = { actionId: id };
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });
};

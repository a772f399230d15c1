import { canInArea } from "@rembuk/domain/access/policy";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { LinkActionCaseCommand } from "@rembuk/domain/meetings/commands";
import { meetingEvent } from "@rembuk/domain/meetings/events";
import { findLinkedCase } from "../cases/find-linked-case";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld, requireInArea } from "../kernel/require-permission";
import { findAction, linkStoredAction } from "./store";

/**
 * The case that a decision of a meeting became: of the same kecamatan, and one that the actor reads.
 * @throws not-found MEETING_NOT_FOUND, LINKED_CASE_UNKNOWN; forbidden; conflict MEETING_ACTION_DONE for one that was
 *   finished or has a case
 */
export const linkActionCase = async (
  ctx: ServiceContext,
  command: LinkActionCaseCommand,
): Promise<{ readonly actionId: string }> => {
  requireHeld(ctx, "meeting.read");
  return once(ctx, command, async (tx) => {
    const row = await findAction(tx, command.actionId);
    if (!row || !canInArea(ctx.actor, "meeting.read", { areaCode: row.subdistrictCode }))
      throw new DomainError("not-found", "MEETING_NOT_FOUND");
    requireInArea(ctx, "meeting.record", row.subdistrictCode);
    const { id, subdistrictCode, meetingId } = row;
    const { id: caseId } = await findLinkedCase(tx, ctx, command.number, subdistrictCode);
    await linkStoredAction(tx, id, caseId);
    const about = { id, subdistrictCode };
    const event = meetingEvent("meeting.action-linked", about, { meetingId, caseId });
    const result = { actionId: id };
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });
};

import { canInArea } from "@rembuk/domain/access/policy";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { requireAppointing } from "@rembuk/domain/staff/appointment";
import type { EndAssignmentCommand } from "@rembuk/domain/staff/commands";
import { staffEvent } from "@rembuk/domain/staff/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { endAssignmentNow, getRunningAssignment } from "./store";

/**
 * Ends a role. The person's next request no longer has it: sessions read running roles each time.
 * @throws not-found ASSIGNMENT_NOT_FOUND, also where it lies out of reach; forbidden OWN_ACCOUNT
 */
export const endAssignment = (
  ctx: ServiceContext,
  command: EndAssignmentCommand,
): Promise<{ readonly assignmentId: string }> => {
  requireHeld(ctx, "user.end");
  return once(ctx, command, async (tx) => {
    const { id, userId, role, areaCode } = await getRunningAssignment(
      tx,
      ctx,
      command.assignmentId,
    );
    if (!canInArea(ctx.actor, "user.end", { areaCode })) {
      throw new DomainError("not-found", "ASSIGNMENT_NOT_FOUND");
    }
    requireAppointing(ctx.actor, "user.end", { userId, role, areaCode });
    await endAssignmentNow(tx, ctx, id);
    const payload = { assignmentId: id, role, areaCode };
    const event = staffEvent("staff.assignment-ended", { userId, areaCode }, payload);
    const answer = { assignmentId: id };
    await recordEvents(tx, ctx, [event], command, answer);
    return answer;
  });
};

import { requireAbsenceReach } from "@rembuk/domain/staff/absence";
import type { WithdrawAbsenceCommand } from "@rembuk/domain/staff/absence-commands";
import { staffEvent } from "@rembuk/domain/staff/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { getAbsence, markWithdrawn } from "./absence-store";

/**
 * Ends a substitution before its last day: the absent one is back, or the letter was wrong.
 * @throws not-found ABSENCE_NOT_FOUND; forbidden ASSIGNMENT_OUT_OF_REACH
 */
export const withdrawAbsence = async (
  ctx: ServiceContext,
  command: WithdrawAbsenceCommand,
): Promise<{ readonly absenceId: string }> => {
  requireHeld(ctx, "absence.record");
  return once(ctx, command, async (tx) => {
    const { id, assignmentId, substituteId, post } = await getAbsence(tx, command.absenceId);
    requireAbsenceReach(ctx.actor, post);
    await markWithdrawn(tx, ctx, id);
    const payload = { absenceId: id, assignmentId, substituteId };
    const event = staffEvent("staff.absence-withdrawn", post, payload);
    await recordEvents(tx, ctx, [event], command, { absenceId: id });
    return { absenceId: id };
  });
};

import type { WithdrawShiftCommand } from "@rembuk/domain/staff/duty-commands";
import { staffEvent } from "@rembuk/domain/staff/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld, requireInArea } from "../kernel/require-permission";
import { getShift, markShiftWithdrawn } from "./duty-store";

/**
 * Takes a shift off the roster; it stays on record.
 * @throws not-found SHIFT_NOT_FOUND; forbidden outside the reader's area
 */
export const withdrawShift = async (
  ctx: ServiceContext,
  command: WithdrawShiftCommand,
): Promise<{ readonly shiftId: string }> => {
  requireHeld(ctx, "duty.edit");
  return once(ctx, command, async (tx) => {
    const shift = await getShift(tx, command.shiftId);
    requireInArea(ctx, "duty.edit", shift.areaCode);
    await markShiftWithdrawn(tx, ctx, shift.id);
    const event = staffEvent("staff.shift-withdrawn", shift, { shiftId: shift.id });
    await recordEvents(tx, ctx, [event], command, { shiftId: shift.id });
    return { shiftId: shift.id };
  });
};

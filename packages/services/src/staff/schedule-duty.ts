import { DomainError } from "@rembuk/domain/kernel/errors";
import { spansOutsideOffice } from "@rembuk/domain/staff/duty";
import type { RosterDutyCommand } from "@rembuk/domain/staff/duty-commands";
import { staffEvent } from "@rembuk/domain/staff/events";
import { readCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { hasShiftWithin, insertShifts, isFitForDuty } from "./duty-store";

/**
 * Puts a person on duty for the nights and free days of a period, as the office's calendar has them.
 * @throws forbidden outside the reader's area; invalid SHIFT_PERSON_NOT_FITTING; conflict SHIFT_OVERLAPS
 */
export const scheduleDuty = async (
  ctx: ServiceContext,
  command: RosterDutyCommand,
): Promise<{ readonly shifts: number }> => {
  const { areaCode, userId } = command;
  const sectorCode = command.sectorCode ?? null;
  requireInArea(ctx, "duty.edit", areaCode);
  const calendar = await readCalendar(ctx.db, sectorCode ? `${areaCode}:${sectorCode}` : areaCode);
  const spans = spansOutsideOffice(command.from, command.to, calendar);
  return once(ctx, command, async (tx) => {
    if (!(await isFitForDuty(tx, command))) {
      throw new DomainError("invalid", "SHIFT_PERSON_NOT_FITTING", { field: "userId" });
    }
    for (const span of spans) {
      if (await hasShiftWithin(tx, userId, span))
        throw new DomainError("conflict", "SHIFT_OVERLAPS");
    }
    await insertShifts(tx, ctx, command, spans);
    const payload = { areaCode, sectorCode, shifts: spans.length };
    const event = staffEvent("staff.duty-rostered", { userId, areaCode }, payload);
    await recordEvents(tx, ctx, [event], command, { shifts: spans.length });
    return { shifts: spans.length };
  });
};

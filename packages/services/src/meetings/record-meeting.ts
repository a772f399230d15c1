import { DomainError } from "@rembuk/domain/kernel/errors";
import type { RecordMeetingCommand } from "@rembuk/domain/meetings/commands";
import { meetingEvent } from "@rembuk/domain/meetings/events";
import { loadSectorNames } from "../areas/queries";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireInArea } from "../kernel/require-permission";
import { officeToday } from "../staff/running-queries";
import { hasDecree, insertMeeting } from "./store";

/**
 * Writes down a meeting that was held: field, people, minutes and what was decided.
 * @throws forbidden; invalid MEETING_NOT_HELD for a day to come, INPUT_INVALID for a field or an SK that is not the office's
 */
export const recordMeeting = async (
  ctx: ServiceContext,
  command: RecordMeetingCommand,
): Promise<{ readonly meetingId: string }> => {
  const { subdistrictCode, sectorCode, heldOn, decreeId } = command;
  requireInArea(ctx, "meeting.record", subdistrictCode);
  if (!(await loadSectorNames(ctx.db, "")).has(sectorCode))
    throw new DomainError("invalid", "INPUT_INVALID", { field: "sectorCode" });
  return once(ctx, command, async (tx) => {
    if (heldOn > officeToday(ctx.now())) throw new DomainError("invalid", "MEETING_NOT_HELD");
    if (decreeId && !(await hasDecree(tx, decreeId, subdistrictCode)))
      throw new DomainError("invalid", "INPUT_INVALID", { field: "decreeId" });
    const id = ctx.newId();
    await insertMeeting(tx, ctx, id, command);
    const counts = { attendees: command.attendees.length, decisions: command.decisions.length };
    const event = meetingEvent(
      "meeting.recorded",
      { id, subdistrictCode },
      { sectorCode, ...counts },
    );
    await recordEvents(tx, ctx, [event], command, { meetingId: id });
    return { meetingId: id };
  });
};

import { canInArea } from "@rembuk/domain/access/policy";
import type { LinkMeetingCommand } from "@rembuk/domain/innovations/commands";
import { decideMeetingLink } from "@rembuk/domain/innovations/decisions";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { findMeetingTitles } from "../meetings/queries";
import { type ChangedInnovation, changeInnovation } from "./change-innovation";

/**
 * A recorded meeting that identified the problem; of the innovation's own kecamatan, and one that the actor reads.
 * @throws not-found INNOVATION_MEETING_UNKNOWN
 */
export const linkMeeting = (
  ctx: ServiceContext,
  command: LinkMeetingCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.link", command, async (innovation, tx) => {
    const { subdistrictCode: areaCode } = innovation;
    const mayRead = canInArea(ctx.actor, "meeting.read", { areaCode });
    const [found] = mayRead ? await findMeetingTitles(tx, areaCode, [command.meetingId]) : [];
    if (!found) throw new DomainError("not-found", "INNOVATION_MEETING_UNKNOWN");
    return decideMeetingLink(innovation, found.id, true);
  });

/** Takes it off again; the meeting itself is not touched. */
export const unlinkMeeting = (
  ctx: ServiceContext,
  command: LinkMeetingCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.link", command, (innovation) =>
    decideMeetingLink(innovation, command.meetingId, false),
  );

import type { Permission } from "@rembuk/domain/access/permissions";
import type { MoveEngagementCommand } from "@rembuk/domain/coaching/commands";
import {
  decideEngagementMove,
  type EngagementMove,
} from "@rembuk/domain/coaching/engagement-lifecycle";
import { coachingEvent } from "@rembuk/domain/coaching/events";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { type ChangedCoaching, changeEngagement } from "./change-engagement";
import { findCommitments } from "./commitment-store";
import { findSessions } from "./store";

/** The coach runs it; who opened the batch may call it off. */
export const permissionOfEngagementMove: Readonly<Record<EngagementMove, Permission>> = {
  start: "coaching.coach",
  monitor: "coaching.coach",
  complete: "coaching.coach",
  lapse: "coaching.coach",
  cancel: "coaching.open",
};

/** One step of an engagement. @throws conflict COACHING_STEP_NOT_NOW with what stands in the way; invalid without a reason */
export const moveEngagement = (
  ctx: ServiceContext,
  command: MoveEngagementCommand,
): Promise<ChangedCoaching> => {
  const { move, engagementId } = command;
  return changeEngagement(ctx, permissionOfEngagementMove[move], command, async (before, tx) => {
    const reason = command.reason ?? null;
    if (reason === null && (move === "lapse" || move === "cancel"))
      throw new DomainError("invalid", "INPUT_INVALID", { field: "reason" });
    const sessions = await findSessions(tx, [engagementId]);
    const commitments = await findCommitments(tx, { engagementId });
    const after = decideEngagementMove(before, { sessions, commitments }, { move, reason });
    const payload = { from: before.status, to: after.status };
    return { after, events: [coachingEvent("coaching.engagement-moved", before, payload)] };
  });
};

import type { Transaction } from "@rembuk/db/client";
import type { Permission } from "@rembuk/domain/access/permissions";
import { canOnEngagement } from "@rembuk/domain/coaching/access";
import type { CoachingEngagement, Signature } from "@rembuk/domain/coaching/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { DomainEvent } from "@rembuk/domain/kernel/event";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { changedMeanwhile, getEngagement, updateEngagement } from "./store";

export interface ChangedCoaching {
  readonly engagementId: string;
  readonly version: number;
}

/** What the actor may not even read reads as not found. @throws not-found, forbidden */
export const requireOnEngagement = (
  ctx: ServiceContext,
  permission: Permission,
  engagement: CoachingEngagement,
): void => {
  if (canOnEngagement(ctx.actor, permission, engagement)) return;
  if (canOnEngagement(ctx.actor, "coaching.read", engagement))
    throw new DomainError("forbidden", "FORBIDDEN", { permission });
  throw new DomainError("not-found", "COACHING_NOT_FOUND");
};

/** The actor, now, as one who stands behind something. */
export const signatureOf = (ctx: ServiceContext): Signature => ({
  ...{ userId: ctx.actor.userId, name: ctx.actor.name, at: ctx.now() },
});

interface EngagementCommand {
  readonly clientActionId: string;
  readonly engagementId: string;
  readonly version: number;
}
export interface EngagementDecision {
  readonly after: CoachingEngagement;
  readonly events: readonly DomainEvent<string, object>[];
}

/**
 * The five beats of every change of an engagement, on the version that was seen; at most once per client action.
 * @throws conflict COACHING_CHANGED_MEANWHILE, COACHING_STEP_NOT_NOW; not-found COACHING_NOT_FOUND
 */
export const changeEngagement = (
  ctx: ServiceContext,
  permission: Permission,
  command: EngagementCommand,
  decide: (
    engagement: CoachingEngagement,
    tx: Transaction,
  ) => Promise<EngagementDecision> | EngagementDecision,
): Promise<ChangedCoaching> =>
  once(ctx, command, async (tx) => {
    const engagement = await getEngagement(tx, command.engagementId);
    requireOnEngagement(ctx, permission, engagement);
    if (engagement.version !== command.version) throw changedMeanwhile();
    const { after, events } = await decide(engagement, tx);
    const result = { engagementId: engagement.id, version: after.version };
    await recordEvents(tx, ctx, events, command, result);
    await updateEngagement(tx, engagement, after);
    return result;
  });

import { canOnEngagement, permissionOfSide } from "@rembuk/domain/coaching/access";
import { agreementObstacle, withSignature } from "@rembuk/domain/coaching/agreement";
import type { AgreePlanCommand, SavePlanCommand } from "@rembuk/domain/coaching/commands";
import { isRunningEngagement, refuse } from "@rembuk/domain/coaching/engagement-lifecycle";
import { coachingEvent } from "@rembuk/domain/coaching/events";
import { noAgreement } from "@rembuk/domain/coaching/model";
import type { ServiceContext } from "../context";
import { type ChangedCoaching, changeEngagement, signatureOf } from "./change-engagement";

/** Rencana Pengembangan, by either side; both agree to it anew. @throws conflict COACHING_STEP_NOT_NOW */
export const savePlan = (ctx: ServiceContext, command: SavePlanCommand): Promise<ChangedCoaching> =>
  changeEngagement(ctx, "coaching.read", command, (before) => {
    const writes = (["coaching.coach", "coaching.work"] as const).some((one) =>
      canOnEngagement(ctx.actor, one, before),
    );
    if (!writes || !isRunningEngagement(before.status)) throw refuse("plan", "not-now");
    const plan = { ...command.plan, agreement: noAgreement };
    return {
      after: { ...before, plan, version: before.version + 1 },
      events: [coachingEvent("coaching.plan-changed", before, { agreedFor: null })],
    };
  });

/** One side stands behind the plan. @throws conflict COACHING_STEP_NOT_NOW */
export const agreePlan = (
  ctx: ServiceContext,
  command: AgreePlanCommand,
): Promise<ChangedCoaching> => {
  const { side } = command;
  return changeEngagement(ctx, permissionOfSide[side], command, (before) => {
    const { plan } = before;
    if (!plan || !isRunningEngagement(before.status)) throw refuse("plan", "no-plan");
    const obstacle = agreementObstacle(plan.agreement, side, ctx.actor.userId);
    if (obstacle) throw refuse("plan", obstacle);
    const agreement = withSignature(plan.agreement, side, signatureOf(ctx));
    return {
      after: { ...before, plan: { ...plan, agreement }, version: before.version + 1 },
      events: [coachingEvent("coaching.plan-changed", before, { agreedFor: side })],
    };
  });
};

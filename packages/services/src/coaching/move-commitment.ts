import type { Permission } from "@rembuk/domain/access/permissions";
import { canOnEngagement } from "@rembuk/domain/coaching/access";
import type {
  ProposeCommitmentCommand,
  StepCommitmentCommand,
} from "@rembuk/domain/coaching/commands";
import {
  type CommitmentMove,
  decideCommitmentStep,
} from "@rembuk/domain/coaching/commitment-lifecycle";
import { isRunningEngagement, refuse } from "@rembuk/domain/coaching/engagement-lifecycle";
import { coachingEvent } from "@rembuk/domain/coaching/events";
import type { Commitment } from "@rembuk/domain/coaching/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { officeToday } from "../staff/running-queries";
import { requireOnEngagement } from "./change-engagement";
import { getCommitment, insertCommitment, updateCommitment } from "./commitment-store";
import { findOwners } from "./owner-queries";
import { changedMeanwhile, getEngagement, getSession } from "./store";

export interface ChangedCommitment {
  readonly commitmentId: string;
  readonly version: number;
}

/** The office agrees and does; the coach judges, and lets go of what is no longer wanted. */
export const permissionOfCommitmentMove: Readonly<Record<CommitmentMove, Permission>> = {
  agree: "coaching.agree",
  start: "coaching.work",
  submit: "coaching.work",
  verify: "coaching.coach",
  return: "coaching.coach",
  drop: "coaching.coach",
};

/**
 * A commitment of somebody of the office, proposed by either side.
 * @throws not-found, forbidden; invalid COACHING_OWNER_UNKNOWN, INPUT_INVALID for a day that is over; conflict
 */
export const proposeCommitment = (
  ctx: ServiceContext,
  command: ProposeCommitmentCommand,
): Promise<ChangedCommitment> =>
  once(ctx, command, async (tx) => {
    const engagement = await getEngagement(tx, command.engagementId);
    const isCoach = canOnEngagement(ctx.actor, "coaching.coach", engagement);
    requireOnEngagement(ctx, isCoach ? "coaching.coach" : "coaching.work", engagement);
    if (!isRunningEngagement(engagement.status)) throw refuse("propose", "ended");
    const { text, ownerId, dueOn } = command;
    if (dueOn < officeToday(ctx.now()))
      throw new DomainError("invalid", "INPUT_INVALID", { field: "dueOn" });
    const owner = (await findOwners(tx, engagement, ctx.now())).find(
      (one) => one.userId === ownerId,
    );
    if (!owner) throw new DomainError("invalid", "COACHING_OWNER_UNKNOWN", { field: "ownerId" });
    const sessionId = command.sessionId ?? null;
    const isOther =
      sessionId !== null && (await getSession(tx, sessionId)).engagementId !== engagement.id;
    if (isOther) throw new DomainError("not-found", "COACHING_NOT_FOUND");
    const innovationId = command.innovationId ?? null;
    if (innovationId !== null && !engagement.innovationIds.includes(innovationId))
      throw new DomainError("not-found", "INNOVATION_NOT_FOUND");
    const commitment: Commitment = {
      innovationId,
      ...{ id: ctx.newId(), engagementId: engagement.id, sessionId, status: "proposed" },
      ...{ subdistrictCode: engagement.subdistrictCode, version: 0, text, ownerId, dueOn },
      ...{ ownerName: owner.name, proposedById: ctx.actor.userId, agreedById: null },
      ...{ waitsSince: null, remindedOn: null, alertedOn: null, evidence: null },
      ...{ verifiedById: null, returnedReason: null, droppedReason: null, caseId: null },
    };
    const result = { commitmentId: commitment.id, version: 0 };
    const payload = { commitmentId: commitment.id, from: null, to: commitment.status };
    const event = coachingEvent("coaching.commitment-moved", engagement, payload);
    await recordEvents(tx, ctx, [event], command, result);
    await insertCommitment(tx, commitment);
    return result;
  });

/**
 * One step of a commitment, on the version that was seen; at most once per client action.
 * @throws conflict COACHING_CHANGED_MEANWHILE, COACHING_STEP_NOT_NOW; not-found COACHING_NOT_FOUND
 */
export const moveCommitment = (
  ctx: ServiceContext,
  command: StepCommitmentCommand,
): Promise<ChangedCommitment> =>
  once(ctx, command, async (tx) => {
    const { step, commitmentId } = command;
    const before = await getCommitment(tx, commitmentId);
    const engagement = await getEngagement(tx, before.engagementId);
    requireOnEngagement(ctx, permissionOfCommitmentMove[step.move], engagement);
    if (before.version !== command.version) throw changedMeanwhile();
    if (!isRunningEngagement(engagement.status)) throw refuse(step.move, "ended");
    const now = ctx.now();
    const at = { now, today: officeToday(now) };
    const after = decideCommitmentStep(before, step, ctx.actor.userId, at);
    const result = { commitmentId, version: after.version };
    const payload = { commitmentId, from: before.status, to: after.status };
    const event = coachingEvent("coaching.commitment-moved", engagement, payload);
    await recordEvents(tx, ctx, [event], command, result);
    await updateCommitment(tx, before, after);
    return result;
  });

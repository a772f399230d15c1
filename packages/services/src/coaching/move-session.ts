import { permissionOfSide } from "@rembuk/domain/coaching/access";
import type { ScheduleSessionCommand, StepSessionCommand } from "@rembuk/domain/coaching/commands";
import { isRunningEngagement, refuse } from "@rembuk/domain/coaching/engagement-lifecycle";
import { coachingEvent } from "@rembuk/domain/coaching/events";
import type { CoachingSession } from "@rembuk/domain/coaching/model";
import { decideSessionStep, type SessionStep } from "@rembuk/domain/coaching/session-lifecycle";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireOnEngagement, signatureOf } from "./change-engagement";
import {
  changedMeanwhile,
  getBatch,
  getEngagement,
  getSession,
  insertSession,
  updateSession,
} from "./store";

export interface ChangedSession {
  readonly sessionId: string;
  readonly version: number;
}

/** A session to come, by the coach. @throws not-found, forbidden; conflict COACHING_STEP_NOT_NOW when it has ended */
export const scheduleSession = (
  ctx: ServiceContext,
  command: ScheduleSessionCommand,
): Promise<ChangedSession> =>
  once(ctx, command, async (tx) => {
    const engagement = await getEngagement(tx, command.engagementId);
    requireOnEngagement(ctx, "coaching.coach", engagement);
    if (!isRunningEngagement(engagement.status)) throw refuse("schedule", "ended");
    const { startsAt, endsAt, place } = command;
    const session: CoachingSession = {
      ...{ id: ctx.newId(), engagementId: engagement.id, status: "scheduled", version: 0 },
      ...{ subdistrictCode: engagement.subdistrictCode, startsAt, endsAt, place },
      ...{ attendance: null, minutes: null, missedReason: null },
    };
    const result = { sessionId: session.id, version: 0 };
    const payload = { sessionId: session.id, from: null, to: session.status };
    const event = coachingEvent("coaching.session-changed", engagement, payload);
    await recordEvents(tx, ctx, [event], command, result);
    await insertSession(tx, session);
    return result;
  });

/** What a step brings along, made whole: who signs, and ideas as they stood. */
const stepOf = (
  ctx: ServiceContext,
  session: CoachingSession,
  step: StepSessionCommand["step"],
): SessionStep => {
  if (step.move === "agree") return { ...step, by: signatureOf(ctx) };
  if (step.move !== "write") return step;
  const before = session.minutes?.ideas ?? [];
  const ideas = step.minutes.ideas.map((one) => {
    const known = before.find(({ id }) => id === one.id);
    return { ...one, innovationId: known?.innovationId ?? null };
  });
  return { move: "write", minutes: { ...step.minutes, ideas } };
};

/**
 * One step of a session, on the version that was seen; at most once per client action. The coach runs it, each side
 * agrees for itself. @throws conflict COACHING_CHANGED_MEANWHILE, COACHING_STEP_NOT_NOW; not-found COACHING_NOT_FOUND
 */
export const moveSession = (
  ctx: ServiceContext,
  command: StepSessionCommand,
): Promise<ChangedSession> =>
  once(ctx, command, async (tx) => {
    const { step, sessionId } = command;
    const session = await getSession(tx, sessionId);
    const engagement = await getEngagement(tx, session.engagementId);
    const permission = step.move === "agree" ? permissionOfSide[step.side] : "coaching.coach";
    requireOnEngagement(ctx, permission, engagement);
    if (session.version !== command.version) throw changedMeanwhile();
    if (!isRunningEngagement(engagement.status)) throw refuse(step.move, "ended");
    const batch = await getBatch(tx, engagement.batchId);
    const after = decideSessionStep(session, stepOf(ctx, session, step), batch, ctx.now());
    const result = { sessionId, version: after.version };
    const payload = { sessionId, from: session.status, to: after.status };
    const event = coachingEvent("coaching.session-changed", engagement, payload);
    await recordEvents(tx, ctx, [event], command, result);
    await updateSession(tx, session, after);
    return result;
  });

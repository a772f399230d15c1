import type { EnterIdeaCommand } from "@rembuk/domain/coaching/commands";
import { coachingEvent } from "@rembuk/domain/coaching/events";
import { decideIdea } from "@rembuk/domain/coaching/session-lifecycle";
import { canOnInnovation } from "@rembuk/domain/innovations/access";
import { innovationEvent } from "@rembuk/domain/innovations/events";
import { emptyParts, emptyProfile, type Innovation } from "@rembuk/domain/innovations/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { insertInnovation } from "../innovations/store";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireOnEngagement } from "./change-engagement";
import { changedMeanwhile, getEngagement, getSession, updateSession } from "./store";

/**
 * An idea of agreed minutes enters the pipeline as a draft of its own, by who leads innovations there.
 * @throws not-found, forbidden; conflict COACHING_CHANGED_MEANWHILE, COACHING_STEP_NOT_NOW
 */
export const enterIdea = (
  ctx: ServiceContext,
  command: EnterIdeaCommand,
): Promise<{ readonly innovationId: string }> =>
  once(ctx, command, async (tx) => {
    const session = await getSession(tx, command.sessionId);
    const engagement = await getEngagement(tx, session.engagementId);
    requireOnEngagement(ctx, "coaching.work", engagement);
    if (session.version !== command.version) throw changedMeanwhile();
    const idea = session.minutes?.ideas.find(({ id }) => id === command.ideaId)?.text ?? "";
    const innovation: Innovation = {
      ...{ id: ctx.newId(), subdistrictCode: engagement.subdistrictCode, villageCode: null },
      ...{ status: "draft", stage: "initiation", version: 0, parts: emptyParts },
      ...{ revisions: [], caseIds: [], meetingIds: [], createdById: ctx.actor.userId },
      ...{ submittedById: null, validatedById: null, endorsedById: null },
      profile: { ...emptyProfile, name: command.name, idea },
    };
    if (!canOnInnovation(ctx.actor, "innovation.edit", innovation))
      throw new DomainError("forbidden", "FORBIDDEN", { permission: "innovation.edit" });
    const after = decideIdea(session, command.ideaId, innovation.id);
    const result = { innovationId: innovation.id };
    const events = [
      coachingEvent("coaching.idea-entered", engagement, {
        ...{ sessionId: session.id, innovationId: innovation.id },
      }),
      innovationEvent("innovation.registered", innovation, { villageCode: null }),
    ];
    await recordEvents(tx, ctx, events, command, result);
    await insertInnovation(tx, ctx, innovation);
    await updateSession(tx, session, after);
    return result;
  });

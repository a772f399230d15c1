import { canInArea } from "@rembuk/domain/access/policy";
import { registryEvent } from "@rembuk/domain/beneficiaries/events";
import type { AnswerRequestCommand } from "@rembuk/domain/beneficiaries/subject-requests";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld, requireInArea } from "../kernel/require-permission";
import { answerStoredRequest, findRequest } from "./subject-request-store";

/**
 * Answers what somebody asked about their own data, once.
 * @throws forbidden; not-found SUBJECT_REQUEST_NOT_FOUND; conflict SUBJECT_REQUEST_ANSWERED
 */
export const answerSubjectRequest = async (
  ctx: ServiceContext,
  command: AnswerRequestCommand,
): Promise<{ readonly requestId: string }> => {
  requireHeld(ctx, "subject-request.answer");
  return once(ctx, command, async (tx) => {
    const row = await findRequest(tx, command.requestId);
    if (!row || !canInArea(ctx.actor, "subject-request.read", { areaCode: row.villageCode }))
      throw new DomainError("not-found", "SUBJECT_REQUEST_NOT_FOUND");
    const { id: requestId, villageCode, residentId } = row;
    requireInArea(ctx, "subject-request.answer", villageCode);
    await answerStoredRequest(tx, ctx, command);
    const about = { villageCode, requestId, outcome: command.outcome };
    const event = registryEvent("resident.request-answered", residentId, about);
    await recordEvents(tx, ctx, [event], command, { requestId });
    return { requestId };
  });
};

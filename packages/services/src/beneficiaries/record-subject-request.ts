import { canInArea } from "@rembuk/domain/access/policy";
import { registryEvent } from "@rembuk/domain/beneficiaries/events";
import type { RecordRequestCommand } from "@rembuk/domain/beneficiaries/subject-requests";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld, requireInArea } from "../kernel/require-permission";
import { findResidentVillage, insertRequest } from "./subject-request-store";

/**
 * Writes down what somebody of the registry asks about their own data; its 72 hours run from when it was received.
 * @throws forbidden; not-found RESIDENT_NOT_FOUND; invalid INPUT_INVALID for a moment to come
 */
export const recordSubjectRequest = async (
  ctx: ServiceContext,
  command: RecordRequestCommand,
): Promise<{ readonly requestId: string }> => {
  requireHeld(ctx, "subject-request.record");
  return once(ctx, command, async (tx) => {
    if (command.receivedAt && command.receivedAt > ctx.now())
      throw new DomainError("invalid", "INPUT_INVALID", { field: "receivedAt" });
    const villageCode = await findResidentVillage(tx, command.residentId);
    if (!villageCode || !canInArea(ctx.actor, "resident.read", { areaCode: villageCode }))
      throw new DomainError("not-found", "RESIDENT_NOT_FOUND");
    requireInArea(ctx, "subject-request.record", villageCode);
    const requestId = await insertRequest(tx, ctx, command, villageCode);
    const { kind, residentId } = command;
    const about = { villageCode, requestId, kind };
    const event = registryEvent("resident.request-recorded", residentId, about);
    await recordEvents(tx, ctx, [event], command, { requestId });
    return { requestId };
  });
};

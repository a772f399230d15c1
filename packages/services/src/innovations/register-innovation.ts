import { isWithin } from "@rembuk/domain/areas/area-code";
import { canOnInnovation } from "@rembuk/domain/innovations/access";
import type { RegisterInnovationCommand } from "@rembuk/domain/innovations/commands";
import { innovationEvent } from "@rembuk/domain/innovations/events";
import { readPasted } from "@rembuk/domain/innovations/importing";
import { emptyParts, emptyProfile, type Innovation } from "@rembuk/domain/innovations/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import type { ChangedInnovation } from "./change-innovation";
import { insertInnovation } from "./store";

const newInnovation = (ctx: ServiceContext, command: RegisterInnovationCommand): Innovation => ({
  ...{ id: ctx.newId(), subdistrictCode: command.subdistrictCode, status: "draft" },
  ...{
    stage: "initiation",
    version: 0,
    parts: emptyParts,
    revisions: [],
    caseIds: [],
    meetingIds: [],
  },
  ...{ submittedById: null, validatedById: null, endorsedById: null },
  villageCode: command.villageCode ?? null,
  createdById: ctx.actor.userId,
  profile: { ...emptyProfile, name: command.name },
});

/**
 * A new innovation: its name, and what a pasted report or proposal says of it.
 * @throws forbidden; invalid INPUT_INVALID for a village elsewhere, INNOVATION_TEXT_UNKNOWN for a text that is
 *   neither report nor proposal
 */
export const registerInnovation = async (
  ctx: ServiceContext,
  command: RegisterInnovationCommand,
): Promise<ChangedInnovation> => {
  const bare = newInnovation(ctx, command);
  if (bare.villageCode !== null && !isWithin(bare.villageCode, bare.subdistrictCode))
    throw new DomainError("invalid", "INPUT_INVALID", { field: "villageCode" });
  if (!canOnInnovation(ctx.actor, "innovation.edit", bare))
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "innovation.edit" });
  const read = command.pasted ? readPasted(bare.profile, command.pasted) : null;
  const innovation = read ? { ...bare, profile: { ...read.profile, name: command.name } } : bare;
  return once(ctx, command, async (tx) => {
    const result = { innovationId: innovation.id, version: 0 };
    const { villageCode } = innovation;
    const events = [
      innovationEvent("innovation.registered", innovation, { villageCode }),
      ...(read
        ? [
            innovationEvent("innovation.imported", innovation, {
              format: read.format,
              rows: read.found.length,
            }),
          ]
        : []),
    ];
    await recordEvents(tx, ctx, events, command, result);
    await insertInnovation(tx, ctx, innovation);
    return result;
  });
};

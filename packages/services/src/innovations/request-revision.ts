import type { RequestRevisionCommand } from "@rembuk/domain/innovations/commands";
import { decideReturn } from "@rembuk/domain/innovations/decisions";
import type { ServiceContext } from "../context";
import { type ChangedInnovation, changeInnovation } from "./change-innovation";

/** Gives a report back with what is to be changed, each request at its place. @throws conflict INNOVATION_STEP_NOT_NOW */
export const requestRevision = (
  ctx: ServiceContext,
  command: RequestRevisionCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.verify", command, (innovation) => {
    const asked = command.requests.map((one) => ({ ...one, id: ctx.newId() }));
    return decideReturn(innovation, asked, ctx.actor.userId, ctx.now());
  });

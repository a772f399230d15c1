import type { ImportInnovationCommand } from "@rembuk/domain/innovations/commands";
import { decideProfile } from "@rembuk/domain/innovations/decisions";
import { innovationEvent } from "@rembuk/domain/innovations/events";
import { readPasted } from "@rembuk/domain/innovations/importing";
import type { ServiceContext } from "../context";
import { type ChangedInnovation, changeInnovation } from "./change-innovation";

/**
 * A pasted report or proposal into the profile: what it says is taken over, what it lacks stays.
 * @throws invalid INNOVATION_TEXT_UNKNOWN; conflict INNOVATION_STEP_NOT_NOW once it is handed in
 */
export const importProfile = (
  ctx: ServiceContext,
  command: ImportInnovationCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.edit", command, (innovation) => {
    const { profile, format, found } = readPasted(innovation.profile, command.pasted);
    const { after, events } = decideProfile(innovation, profile);
    const imported = innovationEvent("innovation.imported", innovation, {
      ...{ format, rows: found.length },
    });
    return { after, events: [...events, imported] };
  });

import type { SaveProfileCommand } from "@rembuk/domain/innovations/commands";
import { decideProfile } from "@rembuk/domain/innovations/decisions";
import type { InnovationProfile } from "@rembuk/domain/innovations/model";
import type { ServiceContext } from "../context";
import { type ChangedInnovation, changeInnovation } from "./change-innovation";

/** Some fields of the profile as they now read. @throws conflict INNOVATION_STEP_NOT_NOW once it is handed in */
export const saveProfile = (
  ctx: ServiceContext,
  command: SaveProfileCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.edit", command, (innovation) =>
    decideProfile(innovation, { ...innovation.profile, ...command.profile } as InnovationProfile),
  );

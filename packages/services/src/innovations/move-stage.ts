import type { MoveStageCommand } from "@rembuk/domain/innovations/commands";
import { decideStage } from "@rembuk/domain/innovations/decisions";
import type { ServiceContext } from "../context";
import { type ChangedInnovation, changeInnovation } from "./change-innovation";

/** The next stage of the pipeline, or the one before. @throws conflict INNOVATION_STEP_NOT_NOW with the gate */
export const moveStage = (
  ctx: ServiceContext,
  command: MoveStageCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.edit", command, (innovation) =>
    decideStage(innovation, command.to),
  );

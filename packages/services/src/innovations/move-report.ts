import type { MoveInnovationCommand } from "@rembuk/domain/innovations/commands";
import { decideReportMove } from "@rembuk/domain/innovations/decisions";
import { reportRules } from "@rembuk/domain/innovations/lifecycle";
import type { ServiceContext } from "../context";
import { type ChangedInnovation, changeInnovation } from "./change-innovation";

/** One step of the report, by who may take it. @throws conflict INNOVATION_STEP_NOT_NOW with what stands in the way */
export const moveReport = (
  ctx: ServiceContext,
  command: MoveInnovationCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, reportRules[command.move].permission, command, (innovation) =>
    decideReportMove(innovation, command.move, ctx.actor.userId),
  );

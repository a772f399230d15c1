import type { SaveInnovationPartsCommand } from "@rembuk/domain/innovations/commands";
import { decideParts } from "@rembuk/domain/innovations/decisions";
import type { InnovationParts } from "@rembuk/domain/innovations/model";
import type { ServiceContext } from "../context";
import { type ChangedInnovation, changeInnovation } from "./change-innovation";

/** Budget, team, awards, SK, meetings or operation, each list whole. */
export const saveInnovationParts = (
  ctx: ServiceContext,
  command: SaveInnovationPartsCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.edit", command, (innovation) =>
    decideParts(innovation, command.parts as Partial<InnovationParts>),
  );

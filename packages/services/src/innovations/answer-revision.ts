import type { AnswerRevisionCommand } from "@rembuk/domain/innovations/commands";
import { decideAnswer } from "@rembuk/domain/innovations/decisions";
import type { ServiceContext } from "../context";
import { type ChangedInnovation, changeInnovation } from "./change-innovation";

/** What was done about one request. @throws not-found INNOVATION_REVISION_NOT_FOUND */
export const answerRevision = (
  ctx: ServiceContext,
  command: AnswerRevisionCommand,
): Promise<ChangedInnovation> =>
  changeInnovation(ctx, "innovation.edit", command, (innovation) =>
    decideAnswer(innovation, command.revisionId, command.answer),
  );

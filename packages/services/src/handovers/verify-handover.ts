import type { JudgeHandoverCommand } from "@rembuk/domain/handovers/commands";
import { decideJudge } from "@rembuk/domain/handovers/settling";
import type { ServiceContext } from "../context";
import { type ChangedHandover, changeHandover } from "./change-handover";

/**
 * The lead looked at a record: it is right, or in doubt, with the reason.
 * @throws conflict HANDOVER_NOT_COUNTING; not-found HANDOVER_NOT_FOUND; forbidden
 */
export const verifyHandover = (
  ctx: ServiceContext,
  command: JudgeHandoverCommand,
): Promise<ChangedHandover> => {
  const { handoverId, judgement } = command;
  return changeHandover(
    ctx,
    command,
    (standing) => decideJudge(standing, handoverId, judgement),
    (tripId) => ({ type: "handover.judged", payload: { tripId, judgement } }),
  );
};

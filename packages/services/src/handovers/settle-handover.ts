import type { SettleHandoverCommand } from "@rembuk/domain/handovers/commands";
import { decideSettle } from "@rembuk/domain/handovers/settling";
import type { ServiceContext } from "../context";
import { type ChangedHandover, changeHandover } from "./change-handover";

/**
 * Of a held record: what stood stays, this one takes its place, or both happened; with the reason.
 * @throws conflict HANDOVER_NOT_HELD, HANDOVER_GOODS_EXCEEDED; not-found HANDOVER_NOT_FOUND; forbidden
 */
export const settleHandover = (
  ctx: ServiceContext,
  command: SettleHandoverCommand,
): Promise<ChangedHandover> => {
  const { handoverId, choice } = command;
  return changeHandover(
    ctx,
    command,
    (standing) => decideSettle(standing, handoverId, choice),
    (tripId) => ({ type: "handover.settled", payload: { tripId, choice } }),
  );
};

import { DomainError } from "@rembuk/domain/kernel/errors";
import { paperEvent } from "@rembuk/domain/reports/events";
import { type CancelPaperCommand, isRunning } from "@rembuk/domain/reports/papers";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { findPaper, stopPaper } from "./paper-store";

/**
 * Stops what one asked for; the worker sees it at its next step and keeps nothing.
 * @throws not-found PAPER_NOT_FOUND; conflict PAPER_ENDED
 */
export const cancelPaper = (
  ctx: ServiceContext,
  command: CancelPaperCommand,
): Promise<{ readonly paperId: string }> =>
  once(ctx, command, async (tx) => {
    const paper = await findPaper(tx, command.paperId);
    if (!paper || paper.requestedById !== ctx.actor.userId)
      throw new DomainError("not-found", "PAPER_NOT_FOUND");
    if (!isRunning(paper.status) || !(await stopPaper(tx, paper.id, ctx.now())))
      throw new DomainError("conflict", "PAPER_ENDED");
    const event = paperEvent("paper.cancelled", paper, { kind: paper.kind });
    const result = { paperId: paper.id };
    await recordEvents(tx, ctx, [event], command, result);
    return result;
  });

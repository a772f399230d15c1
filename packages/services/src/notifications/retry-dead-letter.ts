import { DomainError } from "@rembuk/domain/kernel/errors";
import { z } from "zod";
import type { ServiceContext } from "../context";
import { requireHeld } from "../kernel/require-permission";

export const retryDeadLetterCommand = z.object({ id: z.uuid() });

/** Asks the worker to run a failed job again; it does within seconds. @throws forbidden, not-found */
export const retryDeadLetter = async (
  ctx: ServiceContext,
  command: z.infer<typeof retryDeadLetterCommand>,
): Promise<{ asked: true }> => {
  requireHeld(ctx, "operations.retry");
  const { count } = await ctx.db.deadLetter.updateMany({
    where: { id: command.id },
    data: { retryWantedAt: ctx.now() },
  });
  if (count === 0) throw new DomainError("not-found", "DEAD_LETTER_NOT_FOUND");
  return { asked: true };
};

import { z } from "zod";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";

/** One notice, those of one case, or all. */
export const markReadCommand = z.object({
  id: z.uuid().optional(),
  subject: z.string().max(60).optional(),
});

/** Marks own notices as read; doing it twice changes nothing. */
export const markRead = (
  ctx: ServiceContext,
  command: z.infer<typeof markReadCommand>,
): Promise<{ marked: number }> =>
  inTransaction(ctx, async (tx) => {
    const { count } = await tx.notification.updateMany({
      where: { ...command, recipientId: ctx.actor.userId, channel: "in-app", readAt: null },
      data: { readAt: ctx.now() },
    });
    return { marked: count };
  });

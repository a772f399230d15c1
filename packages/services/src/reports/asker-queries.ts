import type { Actor } from "@rembuk/domain/access/actor";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { loadActors } from "../staff/running-queries";

/** Who asked, with what they hold now; null when they hold nothing any more. */
export const loadAsker = async (ctx: ServiceContext, userId: string): Promise<Actor | null> => {
  const actors = await inTransaction(ctx, (tx) => loadActors(tx, [userId], ctx.now()));
  return actors.get(userId) ?? null;
};

/** The paper that an event is about; null when there is no such event. */
export const findPaperOfEvent = async (
  ctx: Pick<ServiceContext, "db">,
  eventId: string,
): Promise<string | null> => {
  const event = await ctx.db.domainEvent.findUnique({
    where: { id: eventId },
    select: { subject: true },
  });
  return event?.subject.startsWith("paper/") ? event.subject.slice("paper/".length) : null;
};

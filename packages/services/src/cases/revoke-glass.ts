import {
  decideRevocation,
  mayRevoke,
  type RevokeGlassCommand,
} from "@rembuk/domain/cases/breaking-glass";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { actingBy } from "./change-case";
import { endOpening, findOpening } from "./glass-store";

/**
 * Ends an opening before its day is over: by who oversees it, or given back by who has it. From the
 * next request on the case is out of their reach again.
 * @throws not-found GLASS_NOT_FOUND; conflict GLASS_NOT_RUNNING
 */
export const revokeGlass = (
  ctx: ServiceContext,
  command: RevokeGlassCommand,
): Promise<{ readonly id: string }> =>
  once(ctx, command, async (tx) => {
    const opening = await findOpening(tx, command.openingId);
    if (!opening || !mayRevoke(ctx.actor, opening))
      throw new DomainError("not-found", "GLASS_NOT_FOUND");
    const now = ctx.now();
    const { events } = decideRevocation(opening, now);
    if (!(await endOpening(tx, { id: opening.id, byId: ctx.actor.userId, now })))
      throw new DomainError("conflict", "GLASS_NOT_RUNNING");
    const own = actingBy(ctx, (actor) => mayRevoke(actor, opening));
    await recordEvents(tx, own, events, command, { id: opening.id });
    return { id: opening.id };
  });

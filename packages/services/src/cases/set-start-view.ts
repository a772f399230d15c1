import { roleViewsOf, type SetStartViewCommand } from "@rembuk/domain/cases/saved-views";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { findView, writeStart } from "./view-store";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Chooses the view that one's queue begins with. No event: it concerns nobody else.
 * @throws not-found VIEW_NOT_FOUND for a view out of reach
 */
export const setStartView = (
  ctx: ServiceContext,
  command: SetStartViewCommand,
): Promise<{ readonly viewKey: string | null }> =>
  once(ctx, command, async (tx) => {
    requireHeld(ctx, "case.read");
    const { viewKey } = command;
    const isKnown =
      viewKey === null ||
      roleViewsOf(ctx.actor).some(({ key }) => key === viewKey) ||
      (uuid.test(viewKey) && (await findView(tx, viewKey)) !== null);
    if (!isKnown) throw new DomainError("not-found", "VIEW_NOT_FOUND");
    await writeStart(tx, ctx.actor.userId, viewKey);
    await recordEvents(tx, ctx, [], command, { viewKey });
    return { viewKey };
  });

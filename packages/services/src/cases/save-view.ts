import type { Transaction } from "@rembuk/db/client";
import { ruleEvent } from "@rembuk/domain/cases/rule-events";
import { mostViews, officesOf, type SaveViewCommand } from "@rembuk/domain/cases/saved-views";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import { countViews, findView, type NewView, writeView } from "./view-store";

export interface SavedViewRef {
  readonly viewId: string;
  readonly version: number;
}

/** The row to write: a new one, or the next version of one within the fence. */
const nextView = async (
  tx: Transaction,
  ctx: ServiceContext,
  { change, name, officeKey, address }: SaveViewCommand,
): Promise<NewView> => {
  if (change === null) {
    const ownerId = ctx.actor.userId;
    if ((await countViews(tx, { ownerId, officeKey })) >= mostViews)
      throw new DomainError("conflict", "VIEW_LIMIT_REACHED", { most: mostViews });
    return { id: ctx.newId(), version: 1, ownerId, name, officeKey, address };
  }
  const before = await findView(tx, change.viewId);
  if (!before) throw new DomainError("not-found", "VIEW_NOT_FOUND");
  // What an office shares is taken back by whoever shared it, not taken over by another.
  if (officeKey === null && before.ownerId !== ctx.actor.userId)
    throw new DomainError("forbidden", "FORBIDDEN");
  const { id, ownerId } = before;
  return { id, ownerId, version: change.version + 1, name, officeKey, address };
};

/**
 * Keeps a view of the list, for oneself or for everybody of one's office.
 * @throws forbidden for another's office; not-found VIEW_NOT_FOUND; conflict VIEW_CHANGED_MEANWHILE when
 * somebody of the office was first, with their version; conflict VIEW_LIMIT_REACHED
 */
export const saveView = (ctx: ServiceContext, command: SaveViewCommand): Promise<SavedViewRef> =>
  once(ctx, command, async (tx) => {
    requireHeld(ctx, "case.read");
    const { officeKey } = command;
    if (officeKey !== null && !officesOf(ctx.actor).includes(officeKey))
      throw new DomainError("forbidden", "FORBIDDEN");
    const view = await nextView(tx, ctx, command);
    await writeView(tx, ctx, view);
    const saved = { viewId: view.id, version: view.version };
    const areaCode = officeKey?.split(":")[0] ?? "";
    // One's own list concerns nobody else.
    const events = officeKey
      ? [ruleEvent("view.saved", { code: view.id, areaCode }, { ...saved, areaCode })]
      : [];
    await recordEvents(tx, ctx, events, command, saved);
    return saved;
  });

import { ruleEvent } from "@rembuk/domain/cases/rule-events";
import type { DeleteViewCommand } from "@rembuk/domain/cases/saved-views";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requireHeld } from "../kernel/require-permission";
import type { SavedViewRef } from "./save-view";
import { findView, removeView } from "./view-store";

/**
 * Deletes a view: one's own, or one that an office of one's shares.
 * @throws not-found VIEW_NOT_FOUND; conflict VIEW_CHANGED_MEANWHILE when somebody changed it since it was seen
 */
export const deleteView = (
  ctx: ServiceContext,
  command: DeleteViewCommand,
): Promise<SavedViewRef> =>
  once(ctx, command, async (tx) => {
    requireHeld(ctx, "case.read");
    const { viewId, version } = command;
    const view = await findView(tx, viewId);
    if (!view) throw new DomainError("not-found", "VIEW_NOT_FOUND");
    await removeView(tx, { id: viewId, version });
    const gone = { viewId, version };
    const areaCode = view.officeKey?.split(":")[0] ?? "";
    const events = view.officeKey
      ? [ruleEvent("view.deleted", { code: viewId, areaCode }, { ...gone, areaCode })]
      : [];
    await recordEvents(tx, ctx, events, command, gone);
    return gone;
  });

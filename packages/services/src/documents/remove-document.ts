import type { RemoveDocumentCommand } from "@rembuk/domain/documents/commands";
import { documentEvent } from "@rembuk/domain/documents/events";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { loadStanding } from "./owner-queries";
import { getDocument, markRemoved } from "./store";

/**
 * Takes a document off. Who added it, who took it off and why stays known; its bytes go after thirty days.
 * @throws not-found; forbidden; conflict COACHING_STEP_NOT_NOW for evidence that was handed in
 */
export const removeDocument = (
  ctx: ServiceContext,
  command: RemoveDocumentCommand,
): Promise<{ readonly documentId: string }> =>
  once(ctx, command, async (tx) => {
    const { owner } = await getDocument(tx, command.documentId);
    const { refusal, subject } = await loadStanding(tx, ctx, owner);
    if (refusal) throw refusal;
    // Read once more, now that its owner is held.
    const document = await getDocument(tx, command.documentId);
    const result = { documentId: document.id };
    const event = documentEvent("document.removed", document, subject);
    await recordEvents(tx, ctx, document.status === "ready" ? [event] : [], command, result);
    await markRemoved(tx, ctx, document.id, command.reason);
    return result;
  });

import {
  innovationNoticeOf,
  isToldOfInnovation,
  soughtForInnovation,
} from "@rembuk/domain/notifications/innovation-notices";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { findPreferences } from "./preference-store";
import { findCandidates, findInnovationEvent } from "./queries";
import { insertNotifications, type NewNotification } from "./store";

/**
 * Tells whose turn the report of an innovation is, in the app. Each person once, however often it runs; only those
 * who may read it as it now stands.
 * @returns whom it told now
 */
export const notifyInnovation = (
  ctx: ServiceContext,
  { eventId }: { readonly eventId: string },
): Promise<readonly string[]> =>
  inTransaction(ctx, async (tx) => {
    const event = await findInnovationEvent(tx, eventId);
    const kind = event && innovationNoticeOf(event.type, event.payload as object);
    if (!event || !kind) return [];
    const { innovation, actorId } = event;
    const candidates = await findCandidates(tx, soughtForInnovation(kind, innovation), ctx.now());
    const ids = candidates.map(({ actor }) => actor.userId);
    const choices = await findPreferences(tx, ids, ctx.now());
    const rows = candidates.flatMap(({ actor }): NewNotification[] => {
      const chosen = choices.get(actor.userId);
      const told = { kind, actorId, ...chosen?.preferences };
      if (!chosen || !isToldOfInnovation(actor, innovation, { muted: [], ...told })) return [];
      const subject = `innovation/${innovation.id}`;
      const sent = { channel: "in-app" as const, delivery: null, dueAt: null };
      const params = { name: innovation.profile.name };
      const row = { eventId, recipientId: actor.userId, kind, subject, params };
      return [{ ...row, ...sent, id: ctx.newId(), createdAt: ctx.now() }];
    });
    return (await insertNotifications(tx, rows)).map((one) => one.recipientId);
  });

import {
  coachingNoticeOf,
  isToldOfCoaching,
  soughtForCoaching,
} from "@rembuk/domain/notifications/coaching-notices";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { findPreferences } from "./preference-store";
import { findCandidates, findCoachingEvent } from "./queries";
import { insertNotifications, type NewNotification } from "./store";

/**
 * Tells whose turn it is in coaching, in the app. Each person once for each event, however often it runs; only those
 * who may read the engagement as it now stands.
 * @returns whom it told now
 */
export const notifyCoaching = (
  ctx: ServiceContext,
  { eventId }: { readonly eventId: string },
): Promise<readonly string[]> =>
  inTransaction(ctx, async (tx) => {
    const event = await findCoachingEvent(tx, eventId);
    const kind = event && coachingNoticeOf(event.type, event.payload as object);
    if (!event || !kind) return [];
    const { engagement, commitment, actorId } = event;
    const sought = soughtForCoaching(kind, engagement, commitment);
    const candidates = await findCandidates(tx, sought, ctx.now());
    const ids = candidates.map(({ actor }) => actor.userId);
    const choices = await findPreferences(tx, ids, ctx.now());
    const rows = candidates.flatMap(({ actor }): NewNotification[] => {
      const chosen = choices.get(actor.userId);
      const told = { kind, actorId, ...chosen?.preferences };
      if (!chosen || !isToldOfCoaching(actor, engagement, { muted: [], ...told })) return [];
      const subject = `coaching/${engagement.id}`;
      const sent = { channel: "in-app" as const, delivery: null, dueAt: null };
      const params = { name: commitment?.text ?? event.placeName };
      const row = { eventId, recipientId: actor.userId, kind, subject, params };
      return [{ ...row, ...sent, id: ctx.newId(), createdAt: ctx.now() }];
    });
    return (await insertNotifications(tx, rows)).map((one) => one.recipientId);
  });

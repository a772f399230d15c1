import {
  isToldOfTrip,
  soughtForTrip,
  tripNoticeOf,
  tripNoticeParams,
} from "@rembuk/domain/notifications/trip-notices";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { findPreferences } from "./preference-store";
import { findCandidates, findTripEvent } from "./queries";
import { insertNotifications, type NewNotification } from "./store";

/**
 * Tells the villages and the crew of a trip, in the app, that it asks for time and place, has left, is postponed or is
 * cancelled. Each person once, however often it runs; only those who may read the trip as it now stands.
 * @returns whom it told now
 */
export const notifyTrip = (
  ctx: ServiceContext,
  { eventId }: { readonly eventId: string },
): Promise<readonly string[]> =>
  inTransaction(ctx, async (tx) => {
    const event = await findTripEvent(tx, eventId);
    const kind = event && tripNoticeOf(event.type, event.payload as object);
    if (!event || !kind) return [];
    const { trip, actorId } = event;
    const candidates = await findCandidates(tx, soughtForTrip(kind, trip), ctx.now());
    const ids = candidates.map(({ actor }) => actor.userId);
    const choices = await findPreferences(tx, ids, ctx.now());
    const rows = candidates.flatMap(({ actor }): NewNotification[] => {
      const chosen = choices.get(actor.userId);
      if (!chosen || !isToldOfTrip(actor, trip, { kind, actorId, ...chosen.preferences }))
        return [];
      const told = { eventId, recipientId: actor.userId, kind, subject: `trip/${trip.id}` };
      const params = tripNoticeParams(kind, trip, actor);
      const sent = { channel: "in-app" as const, delivery: null, dueAt: null };
      return [{ ...told, ...sent, params, id: ctx.newId(), createdAt: ctx.now() }];
    });
    return (await insertNotifications(tx, rows)).map((one) => one.recipientId);
  });

import {
  isToldOfQuarantine,
  soughtForQuarantine,
} from "@rembuk/domain/notifications/quarantine-notices";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { findCandidates, findQuarantineEvent } from "./queries";
import { insertNotifications, type NewNotification } from "./store";

const kind = "quarantine.waits";

/**
 * Tells those who may decide, in the app, that records of a revoked phone wait. A phone may send hundreds: the first
 * of those that wait tells of them all. Each person once, however often it runs; a record that was decided meanwhile
 * is told to nobody.
 * @returns whom it told now
 */
export const notifyQuarantine = (
  ctx: ServiceContext,
  { eventId }: { readonly eventId: string },
): Promise<readonly string[]> =>
  inTransaction(ctx, async (tx) => {
    const record = await findQuarantineEvent(tx, eventId);
    if (!record) return [];
    const { subdistrictCode } = record;
    const candidates = await findCandidates(tx, soughtForQuarantine(subdistrictCode), ctx.now());
    const rows = candidates.flatMap(({ actor }): NewNotification[] => {
      if (!isToldOfQuarantine(actor, record)) return [];
      const told = { eventId, recipientId: actor.userId, kind, subject: "quarantine" } as const;
      const sent = { channel: "in-app" as const, delivery: null, dueAt: null };
      return [{ ...told, ...sent, params: {}, id: ctx.newId(), createdAt: ctx.now() }];
    });
    return (await insertNotifications(tx, rows)).map((one) => one.recipientId);
  });

import type { Transaction } from "@rembuk/db/client";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import { dueDigest } from "@rembuk/domain/notifications/digest";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import {
  insertDigest,
  listGatheredReaders,
  listPendingDigests,
  personalCalendar,
} from "./digest-store";
import { findPreferences, type PersonalPreferences, releaseGathered } from "./preference-store";

/** Many serve in one office: its days are read once. */
const rememberedCalendars = (tx: Transaction) => {
  const known = new Map<string, Promise<WorkingCalendar>>();
  return (personal: PersonalPreferences): Promise<WorkingCalendar> => {
    const key = `${personal.areaCode.slice(0, 8)}:${personal.sectorCode}:${personal.zone}`;
    const calendar = known.get(key) ?? personalCalendar(tx, personal);
    known.set(key, calendar);
    return calendar;
  };
};

/**
 * Makes the digest of today for everybody whose hour has come and for whom something was gathered
 * before it. Asked each minute by as many workers as there are: a day has one, by its key.
 * @returns how many were made
 */
export const planDigests = (ctx: ServiceContext): Promise<number> =>
  inTransaction(ctx, async (tx) => {
    const now = ctx.now();
    const readers = await listGatheredReaders(tx);
    const ids = readers.map((reader) => reader.userId);
    const chosen = await findPreferences(tx, ids, now);
    const calendarOf = rememberedCalendars(tx);
    let made = 0;
    for (const { userId, since } of readers) {
      const personal = chosen.get(userId);
      if (!personal) continue;
      if (personal.preferences.digested.length === 0) {
        // The choice changed while the notice was being made.
        await releaseGathered(tx, userId);
        continue;
      }
      const due = dueDigest(personal.preferences, await calendarOf(personal), now);
      if (due === null || since > due.since) continue;
      made += await insertDigest(tx, { id: ctx.newId(), userId, day: due.day }, now);
    }
    return made;
  });

/** Digests that wait to be sent: those just made, and those whose job was lost with the queue. */
export const listWaitingDigests = (ctx: ServiceContext, limit = 500): Promise<readonly string[]> =>
  listPendingDigests(ctx.db, limit);

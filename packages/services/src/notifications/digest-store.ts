import type { Database, Transaction } from "@rembuk/db/client";
import { composeCalendar } from "@rembuk/domain/calendars/composing";
import type { LocalDate } from "@rembuk/domain/calendars/local-date";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { DigestDelivery } from "@rembuk/domain/notifications/digest";
import type { NotificationKind } from "@rembuk/domain/notifications/model";
import { loadCalendarSources } from "../calendars/queries";
import type { PersonalPreferences } from "./preference-store";

export interface GatheredReader {
  readonly userId: string;
  /** When the oldest of what waits was gathered. */
  readonly since: Date;
}

/** Whoever has something gathered and an address to send it to. */
export const listGatheredReaders = (tx: Transaction): Promise<readonly GatheredReader[]> =>
  tx.$queryRaw<GatheredReader[]>`
    SELECT n.recipient_id AS "userId", min(n.created_at) AS since
    FROM notification n JOIN "user" u ON u.id = n.recipient_id
    WHERE n.delivery = 'gathered' AND u.disabled_at IS NULL AND u.email IS NOT NULL
    GROUP BY n.recipient_id`;

/** The days of a person's office as they stand now; the house's where they serve nowhere. */
export const personalCalendar = async (
  tx: Transaction,
  { areaCode, sectorCode, zone }: PersonalPreferences,
): Promise<WorkingCalendar> => {
  const office = areaCode.slice(0, 8);
  const areas = ["", office.slice(0, 2), office.slice(0, 5), office];
  const sources = await loadCalendarSources(tx, [...new Set(areas)]);
  return composeCalendar(sources, { zone, areaCode: office, sectorCode });
};

/** The digest of a person's day, unless that day has one. @returns how many were made */
export const insertDigest = (
  tx: Transaction,
  digest: { readonly id: string; readonly userId: string; readonly day: LocalDate },
  now: Date,
): Promise<number> =>
  tx.$executeRaw`
    INSERT INTO mail_digest (id, recipient_id, local_day, delivery, created_at)
    VALUES (${digest.id}::uuid, ${digest.userId}::uuid, ${digest.day}::date, 'pending', ${now})
    ON CONFLICT (recipient_id, local_day) DO NOTHING`;

/** Digests that wait to be composed. */
export const listPendingDigests = async (
  db: Database,
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM mail_digest WHERE delivery = 'pending' ORDER BY created_at LIMIT ${limit}`;
  return rows.map((row) => row.id);
};

export interface PendingDigest {
  readonly id: string;
  readonly recipientId: string;
  readonly day: LocalDate;
  /** Null when the account has no address any more or was disabled. */
  readonly recipient: string | null;
}

/** A digest that waits, locked for this transaction; null when it is somebody else's or done. */
export const lockPendingDigest = async (
  tx: Transaction,
  id: string,
): Promise<PendingDigest | null> => {
  const rows = await tx.$queryRaw<PendingDigest[]>`
    SELECT d.id, d.recipient_id AS "recipientId", d.local_day::text AS day,
      CASE WHEN u.disabled_at IS NULL THEN u.email END AS recipient
    FROM mail_digest d JOIN "user" u ON u.id = d.recipient_id
    WHERE d.id = ${id}::uuid AND d.delivery = 'pending'
    FOR UPDATE OF d SKIP LOCKED`;
  return rows[0] ?? null;
};

export interface GatheredNotice {
  readonly id: string;
  readonly eventId: string;
  readonly kind: NotificationKind;
  readonly subject: string;
}

/** More waits for the next day: who was away for long gets it in parts. */
const linesOfOne = 1_000;

/** What waits for a person's digest, locked: a change of choice waits until it is composed. */
export const lockGathered = (tx: Transaction, userId: string): Promise<readonly GatheredNotice[]> =>
  tx.$queryRaw<GatheredNotice[]>`
    SELECT id, event_id AS "eventId", kind, subject FROM notification
    WHERE recipient_id = ${userId}::uuid AND delivery = 'gathered'
    ORDER BY created_at, id LIMIT ${linesOfOne} FOR UPDATE`;

/** What became of gathered notices: lines of a digest, mails of their own again, or nothing. */
export const markGathered = async (
  tx: Transaction,
  ids: readonly string[],
  delivery: "digested" | "pending" | "withdrawn",
  digestId: string,
): Promise<void> => {
  await tx.notification.updateMany({
    where: { id: { in: [...ids] } },
    data: { delivery, digestId: delivery === "digested" ? digestId : null },
  });
};

/** What was decided of a locked digest. sending: from here on it counts as perhaps sent. */
export const markDigest = async (
  tx: Transaction,
  id: string,
  delivery: DigestDelivery,
  now: Date,
): Promise<void> => {
  const claimedAt = delivery === "sending" ? now : null;
  await tx.mailDigest.update({ where: { id }, data: { delivery, claimedAt } });
};

/** What stood in a digest that surely was not sent waits for the next one. */
const freeLines = (tx: Transaction, id: string) =>
  tx.notification.updateMany({
    where: { digestId: id, delivery: "digested" },
    data: { delivery: "gathered", digestId: null },
  });

/** Says how a claimed digest ended; one that is not claimed any more keeps what it has. */
export const settleDigest = async (
  tx: Transaction,
  id: string,
  delivery: "pending" | "sent" | "uncertain" | "failed",
  now: Date,
): Promise<void> => {
  const { count } = await tx.mailDigest.updateMany({
    where: { id, delivery: "sending" },
    data: { delivery, deliveredAt: delivery === "sent" ? now : null },
  });
  if (count === 1 && (delivery === "pending" || delivery === "failed")) await freeLines(tx, id);
};

/** Demo: into the local mailbox, once by its key, and sent in the same transaction. */
export const keepDigestInMailbox = async (
  tx: Transaction,
  mail: {
    readonly id: string;
    readonly digestId: string;
    readonly recipient: string;
    readonly subject: string;
    readonly body: string;
  },
  now: Date,
): Promise<void> => {
  await tx.$executeRaw`
    INSERT INTO mailbox_message (id, notification_id, recipient, subject, body, created_at)
    VALUES (${mail.id}::uuid, ${mail.digestId}::uuid, ${mail.recipient}, ${mail.subject}, ${mail.body}, ${now})
    ON CONFLICT (notification_id) DO NOTHING`;
  await settleDigest(tx, mail.digestId, "sent", now);
};

/** Claimed long ago and never settled: nobody knows whether it left. Its lines stay in it. */
export const markDigestsUncertain = (db: Database, claimedBefore: Date): Promise<number> =>
  db.$executeRaw`UPDATE mail_digest SET delivery = 'uncertain' WHERE delivery = 'sending' AND claimed_at < ${claimedBefore}`;

/** No more tries: it was surely not sent. */
export const giveUpDigest = (db: Database, id: string): Promise<number> =>
  db.$executeRaw`UPDATE mail_digest SET delivery = 'failed' WHERE id = ${id}::uuid AND delivery = 'pending'`;

/** A person asked for another try of what was surely not sent. */
export const reopenFailedDigest = (db: Database, id: string): Promise<number> =>
  db.$executeRaw`UPDATE mail_digest SET delivery = 'pending' WHERE id = ${id}::uuid AND delivery = 'failed'`;

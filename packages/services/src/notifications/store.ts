import type { Database, Transaction } from "@rembuk/db/client";
import type { CoachingNoticeKind } from "@rembuk/domain/notifications/coaching-notices";
import type { InnovationNoticeKind } from "@rembuk/domain/notifications/innovation-notices";
import type {
  Delivery,
  NotificationKind,
  NotificationParams,
} from "@rembuk/domain/notifications/model";
import type { MailDecision } from "@rembuk/domain/notifications/preferences";
import type { QuarantineNoticeKind } from "@rembuk/domain/notifications/quarantine-notices";
import type { TripNoticeKind, TripNoticeParams } from "@rembuk/domain/notifications/trip-notices";

export interface NewNotification {
  readonly id: string;
  readonly eventId: string;
  readonly recipientId: string;
  readonly channel: "in-app" | "email";
  readonly kind:
    | NotificationKind
    | TripNoticeKind
    | InnovationNoticeKind
    | CoachingNoticeKind
    | QuarantineNoticeKind;
  readonly subject: string;
  readonly params: NotificationParams | TripNoticeParams | { readonly name?: string };
  readonly createdAt: Date;
  readonly delivery: Delivery | null;
  /** E-mail in its reader's quiet hours: not before this. */
  readonly dueAt: Date | null;
}

export interface InsertedNotification {
  readonly id: string;
  readonly recipientId: string;
  readonly channel: "in-app" | "email";
  /** pending: a mail of its own that is to be sent. */
  readonly delivery: Delivery | null;
  readonly dueAt: Date | null;
}

/** Inserts what is not there yet: the unique key makes it once, however often the job runs. */
export const insertNotifications = async (
  tx: Transaction,
  rows: readonly NewNotification[],
): Promise<readonly InsertedNotification[]> => {
  if (rows.length === 0) return [];
  const records = rows.map((r) => ({
    id: r.id,
    event_id: r.eventId,
    recipient_id: r.recipientId,
    channel: r.channel,
    kind: r.kind,
    subject: r.subject,
    params: r.params,
    created_at: r.createdAt,
    delivery: r.delivery,
    due_at: r.dueAt,
  }));
  return tx.$queryRaw<InsertedNotification[]>`
    INSERT INTO notification (id, event_id, recipient_id, channel, kind, subject, params, created_at, delivery, due_at)
    SELECT id, event_id, recipient_id, channel, kind, subject, params, created_at, delivery, due_at
    FROM jsonb_populate_recordset(NULL::notification, ${JSON.stringify(records)}::jsonb)
    ON CONFLICT (event_id, recipient_id, channel) DO NOTHING
    RETURNING id, recipient_id AS "recipientId", channel, delivery, due_at AS "dueAt"`;
};

export interface PendingMail {
  readonly id: string;
  readonly eventId: string;
  readonly recipientId: string;
  readonly kind: NotificationKind;
  readonly subject: string;
  readonly params: NotificationParams;
  /** Null when the account has no address any more or was disabled. */
  readonly recipient: string | null;
}

/** A mail that waits to be sent, locked for this transaction; null when it is somebody else's or done. */
export const lockPendingMail = async (tx: Transaction, id: string): Promise<PendingMail | null> => {
  const rows = await tx.$queryRaw<PendingMail[]>`
    SELECT n.id, n.event_id AS "eventId", n.recipient_id AS "recipientId", n.kind, n.subject, n.params,
      CASE WHEN u.disabled_at IS NULL THEN u.email END AS recipient
    FROM notification n JOIN "user" u ON u.id = n.recipient_id
    WHERE n.id = ${id}::uuid AND n.channel = 'email' AND n.delivery = 'pending'
    FOR UPDATE OF n SKIP LOCKED`;
  return rows[0] ?? null;
};

/** What was decided of a locked mail. */
export const markMail = async (
  tx: Transaction,
  id: string,
  decision: MailDecision,
  now: Date,
): Promise<void> => {
  const data = {
    send: { delivery: "sending", claimedAt: now, dueAt: null },
    withdraw: { delivery: "withdrawn", dueAt: null },
    gather: { delivery: "gathered", dueAt: null },
    wait: { dueAt: decision.act === "wait" ? decision.until : null },
  };
  await tx.notification.update({ where: { id }, data: data[decision.act] });
};

/** Says how a claimed mail ended; one that is not claimed any more keeps what it has. */
export const settleMail = async (
  db: Database,
  id: string,
  delivery: Delivery,
  now: Date,
): Promise<void> => {
  await db.$executeRaw`
    UPDATE notification SET delivery = ${delivery},
      delivered_at = CASE WHEN ${delivery} = 'sent' THEN ${now} ELSE delivered_at END
    WHERE id = ${id}::uuid AND delivery = 'sending'`;
};

/** Demo: into the local mailbox, once by its key, and sent in the same statement. */
export const keepInMailbox = async (
  db: Database,
  mail: {
    readonly id: string;
    readonly notificationId: string;
    readonly recipient: string;
    readonly subject: string;
    readonly body: string;
    readonly now: Date;
  },
): Promise<void> => {
  await db.$executeRaw`
    WITH kept AS (
      INSERT INTO mailbox_message (id, notification_id, recipient, subject, body, created_at)
      VALUES (${mail.id}::uuid, ${mail.notificationId}::uuid, ${mail.recipient}, ${mail.subject}, ${mail.body}, ${mail.now})
      ON CONFLICT (notification_id) DO NOTHING)
    UPDATE notification SET delivery = 'sent', delivered_at = ${mail.now}
    WHERE id = ${mail.notificationId}::uuid AND delivery = 'sending'`;
};

/** Claimed long ago and never settled: nobody knows whether it left. */
export const markUncertain = (db: Database, claimedBefore: Date): Promise<number> =>
  db.$executeRaw`UPDATE notification SET delivery = 'uncertain' WHERE delivery = 'sending' AND claimed_at < ${claimedBefore}`;

/** Mails that wait longer than a job of theirs should have taken, and for no quiet hours. */
export const listPendingMails = async (
  db: Database,
  { createdBefore, now }: { readonly createdBefore: Date; readonly now: Date },
  limit: number,
): Promise<readonly string[]> => {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM notification WHERE delivery = 'pending' AND created_at < ${createdBefore}
      AND (due_at IS NULL OR due_at <= ${now})
    ORDER BY created_at LIMIT ${limit}`;
  return rows.map((row) => row.id);
};

/** A person asked for another try of what was surely not sent. */
export const reopenFailedMail = (db: Database, id: string): Promise<number> =>
  db.$executeRaw`UPDATE notification SET delivery = 'pending', claimed_at = NULL WHERE id = ${id}::uuid AND delivery = 'failed'`;

/** No more tries: it was surely not sent. */
export const giveUpMail = (db: Database, id: string): Promise<number> =>
  db.$executeRaw`UPDATE notification SET delivery = 'failed' WHERE id = ${id}::uuid AND delivery = 'pending'`;

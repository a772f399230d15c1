import type { Transaction } from "@rembuk/db/client";
import {
  isUrgent,
  type NotificationKind,
  type NotificationParams,
} from "@rembuk/domain/notifications/model";
import {
  decideMail,
  type MailDecision,
  type MailLanguage,
} from "@rembuk/domain/notifications/preferences";
import { mayBeTold } from "@rembuk/domain/notifications/recipients";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { preferencesOf } from "./preference-store";
import { findCandidates, findCaseEvent, findCaseNow } from "./queries";
import { lockPendingMail, markMail, type PendingMail } from "./store";

export interface ClaimedMail {
  readonly id: string;
  readonly kind: NotificationKind;
  readonly subject: string;
  readonly params: NotificationParams;
  /** Null when the account has no address any more or was disabled. */
  readonly recipient: string | null;
  /** Whose wording it is written in. */
  readonly subdistrictCode: string;
  readonly language: MailLanguage;
}

interface Standing {
  readonly decision: MailDecision;
  readonly subdistrictCode: string;
  readonly language: MailLanguage;
}

/** How a case stands for a mail that was made some time ago: it may have waited all night. */
const decideNow = async (tx: Transaction, mail: PendingMail, now: Date): Promise<Standing> => {
  const event = await findCaseEvent(tx, mail.eventId);
  // The case that it was told on: of a merged report, the report and not the case that carries it.
  const kase = await findCaseNow(tx, mail.subject.slice("case/".length));
  const [reader] = await findCandidates(tx, { userIds: [mail.recipientId], places: [] }, now);
  const { preferences, zone } = await preferencesOf(tx, mail.recipientId, now);
  const { language } = preferences;
  const subdistrictCode = kase?.subdistrictCode ?? "";
  if (mail.recipient === null) return { decision: { act: "send" }, subdistrictCode, language };
  if (!event || !kase || !reader || !mayBeTold(reader.actor, kase, event))
    return { decision: { act: "withdraw" }, subdistrictCode, language };
  const about = { kind: mail.kind, isEmergency: isUrgent(mail.kind, kase) };
  return { decision: decideMail(preferences, about, zone, now), subdistrictCode, language };
};

/**
 * Takes a mail to send it: nobody else gets it, and from here on it counts as perhaps sent. Whoever
 * switched it off since, or may not know of the case any more, is not written to; in quiet hours it
 * waits, and for who wants a digest it becomes a line of it.
 * @returns null when there is nothing to send now
 */
export const claimMail = (ctx: ServiceContext, id: string): Promise<ClaimedMail | null> =>
  inTransaction(ctx, async (tx) => {
    const mail = await lockPendingMail(tx, id);
    if (!mail) return null;
    const now = ctx.now();
    const { decision, ...written } = await decideNow(tx, mail, now);
    await markMail(tx, id, decision, now);
    return decision.act === "send" ? { ...mail, ...written } : null;
  });

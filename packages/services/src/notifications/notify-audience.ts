import type { Transaction } from "@rembuk/db/client";
import type { Case } from "@rembuk/domain/cases/model";
import {
  type Audience,
  type Delivery,
  isUrgent,
  notificationParams,
} from "@rembuk/domain/notifications/model";
import { decideMail, wants } from "@rembuk/domain/notifications/preferences";
import { mayBeTold, type Sought, soughtFor } from "@rembuk/domain/notifications/recipients";
import { isOfficeOpen } from "@rembuk/domain/staff/duty";
import { readCalendar } from "../calendars/queries";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { listOnDuty } from "../staff/duty-queries";
import { findPreferences, type PersonalPreferences } from "./preference-store";
import {
  type Candidate,
  type EventOfCase,
  findCandidates,
  findCarried,
  findCaseEvent,
  findCaseNow,
} from "./queries";
import { type InsertedNotification, insertNotifications, type NewNotification } from "./store";

/** off: no way out is configured, mails are listed and stay. */
export type MailMode = "off" | "on";

export interface NotifyCommand {
  readonly eventId: string;
  readonly audience: Audience;
  readonly mail: MailMode;
}

interface Telling {
  readonly event: EventOfCase;
  readonly kase: Case;
  readonly mail: MailMode;
  readonly chosen: PersonalPreferences;
}

/** The mail of a notice, if its reader wants one; in quiet hours with the end of them. Of a digest, a line. */
const mailRow = (ctx: ServiceContext, { event, kase, mail, chosen }: Telling) => {
  const about = { kind: event.type, isEmergency: isUrgent(event.type, kase) };
  const decision = decideMail(chosen.preferences, about, chosen.zone, ctx.now());
  if (decision.act === "withdraw") return [];
  const waiting = decision.act === "gather" ? "gathered" : "pending";
  const delivery: Delivery = mail === "on" ? waiting : "off";
  const dueAt = decision.act === "wait" ? decision.until : null;
  return [{ id: ctx.newId(), channel: "email" as const, delivery, dueAt }];
};

const rowsFor = (
  ctx: ServiceContext,
  telling: Telling,
  { actor, email }: Candidate,
): readonly NewNotification[] => {
  const { event, kase, chosen } = telling;
  const shared = {
    eventId: event.id,
    recipientId: actor.userId,
    kind: event.type,
    subject: `case/${kase.id}`,
    params: notificationParams(kase),
    createdAt: ctx.now(),
  };
  const inApp = wants(chosen.preferences, event.type, "in-app")
    ? [{ id: ctx.newId(), channel: "in-app" as const, delivery: null, dueAt: null }]
    : [];
  const mails = email === null ? [] : mailRow(ctx, telling);
  return [...inApp, ...mails].map((row) => ({ ...shared, ...row }));
};

/** Who is on duty for this case now; nobody by day, when the desk is there, and for what is no emergency. */
const dutyOf = async (tx: Transaction, kase: Case, now: Date): Promise<Sought> => {
  const nobody: Sought = { userIds: [], places: [] };
  if (!kase.isEmergency) return nobody;
  const office = kase.subdistrictCode;
  if (isOfficeOpen(now, await readCalendar(tx, office))) return nobody;
  const onDuty = await listOnDuty(tx, [office], now);
  const fitting = onDuty.filter(
    (d) => d.sectorCode === null || d.sectorCode === kase.leadSectorCode,
  );
  return { userIds: fitting.map((d) => d.userId), places: [] };
};

/**
 * Tells an audience of an event of a case: in the app, and by e-mail where there is an address.
 * By what each chose, and mail not in their quiet hours. Each person once, however often it runs;
 * only those who may read the case as it stands now.
 * @returns what was told now, nothing of what had been told before
 */
export const notifyAudience = (
  ctx: ServiceContext,
  { eventId, audience, mail }: NotifyCommand,
): Promise<readonly InsertedNotification[]> =>
  inTransaction(ctx, async (tx) => {
    const event = await findCaseEvent(tx, eventId);
    const kase = event && (await findCaseNow(tx, event.caseId));
    if (!event || !kase) return [];
    const rows: NewNotification[] = [];
    for (const subject of audience === "carried" ? await findCarried(tx, kase.id) : [kase]) {
      const sought =
        audience === "duty"
          ? await dutyOf(tx, subject, ctx.now())
          : soughtFor(audience, subject, event);
      const candidates = await findCandidates(tx, sought, ctx.now());
      const told = candidates.filter(({ actor }) => mayBeTold(actor, subject, event));
      const ids = told.map(({ actor }) => actor.userId);
      const choices = await findPreferences(tx, ids, ctx.now());
      for (const person of told) {
        const chosen = choices.get(person.actor.userId);
        if (chosen) rows.push(...rowsFor(ctx, { event, kase: subject, mail, chosen }, person));
      }
    }
    return insertNotifications(tx, rows);
  });

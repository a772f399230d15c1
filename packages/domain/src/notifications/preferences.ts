import { z } from "zod";
import { utcOffsetHours, type Zone } from "../calendars/zone";
import { clientAction } from "../cases/commands";
import { type TemplateLanguage, templateLanguages } from "../cases/message-templates";
import type { NotificationChannel, NotificationKind } from "./model";

/**
 * What a person chooses by:
 * - turn: somebody is asked to act
 * - late: a clock ran out or a case rose
 * - notes: somebody wrote
 * - progress: so that one knows
 */
export const kindGroups = ["turn", "late", "notes", "progress"] as const;
export type KindGroup = (typeof kindGroups)[number];

export const groupOf: Readonly<Record<NotificationKind, KindGroup>> = {
  "case.opened": "turn",
  "case.info-asked": "turn",
  "case.completed": "turn",
  "case.disposition-asked": "turn",
  "case.disposition-returned": "turn",
  "case.routed": "turn",
  "case.declined": "turn",
  "case.resumed": "turn",
  "case.resolved": "turn",
  "case.reopened": "turn",
  "case.relay-missed": "turn",
  "case.resort-told": "late",
  "case.overdue": "late",
  "case.escalated": "late",
  "case.note-added": "notes",
  "case.triaged": "progress",
  "case.lapsed": "progress",
  "case.redirected": "progress",
  "case.archived": "progress",
  "case.cancelled": "progress",
  "case.amended": "progress",
  "case.accepted": "progress",
  "case.nominated": "progress",
  "case.nomination-verified": "progress",
  "case.nomination-decided": "progress",
  "case.nomination-stopped": "progress",
  "case.aid-delivered": "progress",
  "case.held": "progress",
  "case.confirmed": "progress",
  "case.closed": "progress",
  "case.relayed": "progress",
  "case.link-sent": "progress",
  "case.receipt-renewed": "progress",
  "case.imported": "progress",
  "case.referral-accepted": "progress",
  "case.referral-declined": "turn",
  "case.referral-done": "progress",
  "case.referral-expired": "late",
  "case.referral-failed": "progress",
  "case.referral-progressed": "progress",
  "case.referral-revoked": "progress",
  "case.referral-waived": "progress",
  "case.referral-link-sent": "progress",
  "case.referral-link-revoked": "progress",
  "case.referred": "turn",
  "case.task-done": "progress",
  "case.task-reopened": "turn",
  "case.tasks-added": "progress",
  "case.transfer-accepted": "progress",
  "case.transfer-proposed": "turn",
  "case.transfer-rejected": "progress",
  "case.transfer-revoked": "progress",
  "case.merged": "progress",
  "case.unmerged": "progress",
  "case.joined": "progress",
  "case.report-left": "progress",
  "case.report-judged": "progress",
  "case.split": "progress",
  "case.deadline-recomputed": "progress",
  "case.file-added": "progress",
  "case.file-removed": "progress",
  "case.file-restored": "progress",
  "case.letter-issued": "progress",
  "case.letter-signed": "progress",
  "case.letter-voided": "progress",
  "case.anonymised": "progress",
  "case.glass-broken": "turn",
  "case.glass-revoked": "progress",
};

/**
 * What a person may switch off. In the app, `turn` and `late` stay: they are a duty of office, and a
 * case whose holder chose not to hear of it would wait with nobody. Mail of them is a convenience.
 */
export const choices = [
  "turn/email",
  "late/email",
  "notes/in-app",
  "notes/email",
  "progress/in-app",
  "progress/email",
] as const;
export type Choice = (typeof choices)[number];

/** What may wait for the daily digest instead of being sent at once. */
export const mailChoices = ["turn/email", "late/email", "notes/email", "progress/email"] as const;
export type MailChoice = (typeof mailChoices)[number];

/** The days of a person's digest: those that their office works, or each. */
export const digestDays = ["working", "daily"] as const;

const dayMinutes = 1_440;
const minuteOfDay = z
  .int()
  .min(0)
  .max(dayMinutes - 1);

/** Minutes after midnight on the person's wall; `from` after `to` runs over midnight. */
export const quietHoursSchema = z
  .object({ from: minuteOfDay, to: minuteOfDay })
  .refine(({ from, to }) => from !== to);
export type QuietHours = z.infer<typeof quietHoursSchema>;

/** When a digest leaves: minutes after midnight on the person's wall, and on which days. */
export const digestTimeSchema = z.object({ at: minuteOfDay, days: z.enum(digestDays) });
export type DigestTime = z.infer<typeof digestTimeSchema>;

/** True in the quiet hours; the minute that they end at is not quiet any more. */
export const isQuietMinute = ({ from, to }: QuietHours, minute: number): boolean =>
  from < to ? minute >= from && minute < to : minute >= from || minute < to;

interface DigestWish {
  readonly digested: readonly MailChoice[];
  readonly digest: DigestTime;
  readonly quiet: QuietHours | null;
}

/** False where the digest is to leave in hours in which no mail may: it would never be sent. */
export const isDigestPossible = ({ digested, digest, quiet }: DigestWish): boolean =>
  digested.length === 0 || quiet === null || !isQuietMinute(quiet, digest.at);

/** The languages that mail is written in. */
export const mailLanguages = templateLanguages;
export type MailLanguage = TemplateLanguage;

export const setPreferencesCommand = z
  .object({
    ...clientAction,
    language: z.enum(mailLanguages),
    muted: z.array(z.enum(choices)).max(choices.length),
    digested: z.array(z.enum(mailChoices)).max(mailChoices.length),
    digest: digestTimeSchema,
    quiet: quietHoursSchema.nullable(),
    emergenciesPass: z.boolean(),
  })
  .refine(({ muted, digested }) => !digested.some((one) => muted.includes(one)), {
    path: ["digested"],
  })
  .refine(isDigestPossible, { path: ["digest"] });
export type SetPreferencesCommand = z.infer<typeof setPreferencesCommand>;

export interface Preferences {
  /** Of one's mail. */
  readonly language: MailLanguage;
  readonly muted: readonly Choice[];
  /** Mail that waits for the daily digest; never what is switched off too. */
  readonly digested: readonly MailChoice[];
  readonly digest: DigestTime;
  /** Hours in which mail waits; null: none. */
  readonly quiet: QuietHours | null;
  /** Mail of an emergency waits for neither quiet hours nor digest. */
  readonly emergenciesPass: boolean;
}

/** Of who never chose: told by every way at once, at any hour. */
export const defaultPreferences: Preferences = {
  language: "id",
  muted: [],
  digested: [],
  digest: { at: 7 * 60, days: "working" },
  quiet: null,
  emergenciesPass: true,
};

/** True unless the person switched this kind off for this channel. */
export const wants = (
  { muted }: Preferences,
  kind: NotificationKind,
  channel: NotificationChannel,
): boolean => !muted.some((choice) => choice === `${groupOf[kind]}/${channel}`);

/** at-once: a mail of its own. digest: in the daily one. off: none. */
export type MailMode = "at-once" | "digest" | "off";

/** How a person wants mail of this kind. */
export const mailModeOf = (
  { muted, digested }: Pick<Preferences, "muted" | "digested">,
  kind: NotificationKind,
): MailMode => {
  const choice: MailChoice = `${groupOf[kind]}/email`;
  if (muted.includes(choice)) return "off";
  return digested.includes(choice) ? "digest" : "at-once";
};

/** The end of the quiet hours that an instant lies in; null outside them. The last minute is not quiet. */
export const quietUntil = (quiet: QuietHours | null, zone: Zone, now: Date): Date | null => {
  if (quiet === null) return null;
  const shifted = now.getTime() + utcOffsetHours(zone) * 3_600_000;
  const sinceMidnight = shifted - Math.floor(shifted / 86_400_000) * 86_400_000;
  const minutes = sinceMidnight / 60_000;
  if (!isQuietMinute(quiet, minutes)) return null;
  const left = (quiet.to - minutes + dayMinutes) % dayMinutes;
  return new Date(now.getTime() + Math.round(left * 60_000));
};

export type MailDecision =
  | { readonly act: "send" }
  | { readonly act: "wait"; readonly until: Date }
  | { readonly act: "gather" }
  | { readonly act: "withdraw" };

/** What becomes of a mail now. Asked when it is made and again when it leaves: wishes change in between. */
export const decideMail = (
  preferences: Preferences,
  mail: { readonly kind: NotificationKind; readonly isEmergency: boolean },
  zone: Zone,
  now: Date,
): MailDecision => {
  const mode = mailModeOf(preferences, mail.kind);
  if (mode === "off") return { act: "withdraw" };
  if (mail.isEmergency && preferences.emergenciesPass) return { act: "send" };
  if (mode === "digest") return { act: "gather" };
  const until = quietUntil(preferences.quiet, zone, now);
  return until === null ? { act: "send" } : { act: "wait", until };
};

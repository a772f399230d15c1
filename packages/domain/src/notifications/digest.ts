import type { LocalDate } from "../calendars/local-date";
import type { WorkingCalendar } from "../calendars/model";
import { instantAt, isWorkingDay, toLocalDate } from "../calendars/working-days";
import { utcOffsetHours } from "../calendars/zone";
import { fillWords } from "../cases/placeholders";
import type { MailWording } from "./mail-wording";
import type { NotificationKind } from "./model";
import {
  groupOf,
  isQuietMinute,
  type KindGroup,
  kindGroups,
  type MailLanguage,
  type Preferences,
} from "./preferences";

/**
 * How the digest of a person's day stands. pending: it is to be composed. empty: when it was, nothing
 * was left that its reader may open. missed: its day passed first; what it was for stands in the
 * next. The others as with any mail.
 */
export const digestDeliveries = [
  "pending",
  "sending",
  "sent",
  "uncertain",
  "failed",
  "empty",
  "missed",
] as const;
export type DigestDelivery = (typeof digestDeliveries)[number];

/** The digest that may leave now: of which day on the reader's wall, and what it is made of. */
export interface DueDigest {
  readonly day: LocalDate;
  /** Its hour: what came later waits for the next. */
  readonly since: Date;
}

/**
 * The digest that a person may be sent now; null before its hour, on a day without one and in quiet
 * hours. After an outage it is still due, until the day ends.
 * @param calendar of the reader's office: its zone is their wall, its days their working days
 */
export const dueDigest = (
  { digested, digest, quiet }: Pick<Preferences, "digested" | "digest" | "quiet">,
  calendar: WorkingCalendar,
  now: Date,
): DueDigest | null => {
  if (digested.length === 0) return null;
  const { zone } = calendar;
  const day = toLocalDate(now, zone);
  if (digest.days === "working" && !isWorkingDay(day, calendar)) return null;
  const since = instantAt(day, digest.at, zone);
  if (now < since) return null;
  const wall = now.getTime() / 60_000 + utcOffsetHours(zone) * 60;
  return quiet !== null && isQuietMinute(quiet, Math.floor(wall) % 1_440) ? null : { day, since };
};

/** One gathered notice: its kind and the number of a case that its reader may open. */
export interface DigestLine {
  readonly kind: NotificationKind;
  readonly number: string;
}

interface DigestWords {
  readonly titles: Readonly<Record<KindGroup, string>>;
  readonly cases: (count: number) => string;
  readonly others: (count: number) => string;
  readonly day: Intl.DateTimeFormat;
  readonly subject: (day: string) => string;
}

const dayIn = (locale: string) =>
  new Intl.DateTimeFormat(locale, { dateStyle: "full", timeZone: "UTC" });

const words: Readonly<Record<MailLanguage, DigestWords>> = {
  id: {
    titles: {
      turn: "Giliran Anda",
      late: "Lewat tenggat dan eskalasi",
      notes: "Catatan baru",
      progress: "Perkembangan",
    },
    cases: (count) => `${count} kasus`,
    others: (count) => `dan ${count} kasus lain`,
    day: dayIn("id-ID"),
    subject: (day) => `Ringkasan Rembuk ${day}`,
  },
  en: {
    titles: {
      turn: "Your turn",
      late: "Late and escalated",
      notes: "New notes",
      progress: "Progress",
    },
    cases: (count) => (count === 1 ? "1 case" : `${count} cases`),
    others: (count) => (count === 1 ? "and 1 other case" : `and ${count} other cases`),
    day: dayIn("en-GB"),
    subject: (day) => `Rembuk digest ${day}`,
  },
};

/** More than this of a group are counted, not listed. */
const listedNumbers = 40;

const paragraph = (
  group: KindGroup,
  lines: readonly DigestLine[],
  { titles, cases, others }: DigestWords,
): readonly string[] => {
  const numbers = [
    ...new Set(lines.filter((l) => groupOf[l.kind] === group).map((l) => l.number)),
  ].sort();
  if (numbers.length === 0) return [];
  const rest = numbers.length - listedNumbers;
  const shown = numbers.slice(0, listedNumbers).join(", ");
  const listed = rest > 0 ? `${shown}, ${others(rest)}` : shown;
  return [`${titles[group]}: ${cases(numbers.length)}\n${listed}`];
};

interface DigestHead {
  /** The office's own text or what ships, with words in braces. */
  readonly template: string;
  readonly publicUrl: string;
  readonly language: MailLanguage;
}

/**
 * The mail of a digest: counts and numbers alone, in the words of the reader's office. Its subject
 * names the day and no case, for subjects are shown on locked screens and kept by providers; it is
 * nobody's to change.
 * @param lines at least one, of cases that the reader may open now
 */
export const digestWording = (
  lines: readonly DigestLine[],
  day: LocalDate,
  { template, publicUrl, language }: DigestHead,
): MailWording => {
  const say = words[language];
  const dayWords = say.day.format(new Date(`${day}T00:00:00Z`));
  return {
    subject: say.subject(dayWords),
    body: fillWords(template, {
      hari: dayWords,
      daftar: kindGroups.flatMap((group) => paragraph(group, lines, say)).join("\n\n"),
      tautan: `${publicUrl}/pemberitahuan`,
      akun: `${publicUrl}/akun`,
    }),
  };
};

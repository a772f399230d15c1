import { parseNik } from "@rembuk/domain/beneficiaries/nik";
import { parsePhone } from "@rembuk/domain/beneficiaries/phone";
import { toLocalDate } from "@rembuk/domain/calendars/working-days";
import { utcOffsetHours } from "@rembuk/domain/calendars/zone";
import type { OpenCaseCommand } from "@rembuk/domain/cases/commands";
import type { PrivacyMode } from "@rembuk/domain/cases/model";
import { titleFromStory } from "@rembuk/domain/cases/title-from-story";
import type { Zone } from "@/lib/format";

export const capacities = ["official", "citizen", "council", "rt", "proxy"] as const;
export type Capacity = (typeof capacities)[number];

/** How it came, where that is not the place of the form itself. */
export const heardWays = ["phone", "paper", "whatsapp"] as const;
export type HeardWay = (typeof heardWays)[number];

/** What the person at the counter or in the village has told so far. */
export interface IntakeEntry {
  readonly name: string;
  readonly capacity: Capacity;
  readonly phone: string;
  /** Never written to the device: see intake-draft. */
  readonly nik: string;
  readonly villageCode: string | null;
  readonly position: string;
  readonly categoryCode: string | null;
  readonly story: string;
  /** Null while it follows the story. */
  readonly ownTitle: string | null;
  readonly anonymous: boolean;
  readonly secret: boolean;
  /** The case that carries this report: the same matter was told before. */
  readonly joinNumber: string | null;
  /** Null: told here and now, at the counter or to the village. */
  readonly heardBy: HeardWay | null;
  /** When a paper, call or chat came, on the wall of the office: "2026-11-21T10:15"; "" is now. */
  readonly heardAt: string;
  /** The unit complained of; a draft of before the question has none. */
  readonly reportedParty?: string | null;
}

export const emptyEntry = (capacity: Capacity, villageCode: string | null): IntakeEntry => ({
  name: "",
  capacity,
  phone: "",
  nik: "",
  villageCode,
  position: "",
  categoryCode: null,
  story: "",
  ownTitle: null,
  anonymous: false,
  secret: false,
  joinNumber: null,
  heardBy: null,
  heardAt: "",
});

export const titleOf = (entry: IntakeEntry): string =>
  entry.ownTitle ?? titleFromStory(entry.story);

/** True once somebody has typed or chosen anything worth keeping. */
export const isStarted = (entry: IntakeEntry): boolean =>
  Boolean(entry.name || entry.phone || entry.story || entry.categoryCode || entry.position);

/** Entries that a problem can belong to; also the key of its sentence and part of the field's id. */
export type IntakeField =
  | "name"
  | "phone"
  | "nik"
  | "heardAt"
  | "village"
  | "category"
  | "story"
  | "caseTitle"
  | "reportedParty";

export const fieldId = (field: IntakeField): string => `isian-${field}`;

export interface NikCheck {
  readonly zone: Zone;
  readonly now: Date;
  /** Demonstration: NIKs of the province 9999 are accepted. */
  readonly demo: boolean;
}

/** "empty", "fine" (of the right form, nothing more) or "wrong". */
export function nikState(nik: string, check: NikCheck): "empty" | "fine" | "wrong" {
  if (nik.trim() === "") return "empty";
  const today = toLocalDate(check.now, check.zone);
  return parseNik(nik, { today, demo: check.demo }).ok ? "fine" : "wrong";
}

/** The moment that the paper or call came; null when it is now. NaN inside: no such time. */
export function heardInstant(entry: IntakeEntry, zone: Zone): Date | null {
  if (entry.heardBy === null || entry.heardAt === "") return null;
  const offset = `+${String(utcOffsetHours(zone)).padStart(2, "0")}:00`;
  return new Date(`${entry.heardAt.slice(0, 16)}:00${offset}`);
}

/** The wall clock of an office, as a control for date and time writes it. */
export const wallClock = (now: Date, zone: Zone): string =>
  new Date(now.getTime() + utcOffsetHours(zone) * 3_600_000).toISOString().slice(0, 16);

/** Longer ago than this is a slip of the pen (ms). */
const LONGEST_AGO_MS = 366 * 24 * 3_600_000;

/** A time to come, one that does not exist, or one that nobody can mean. */
const isWronglyHeard = (entry: IntakeEntry, zone: Zone): boolean => {
  const heard = heardInstant(entry, zone);
  if (heard === null) return false;
  const ago = Date.now() - heard.getTime();
  // A minute: clocks of two computers differ.
  return !(ago >= -60_000 && ago <= LONGEST_AGO_MS);
};

/** What must be put right before the entry can be sent, in the order of the form. */
export function problemsOf(entry: IntakeEntry, check: NikCheck): readonly IntakeField[] {
  const found: IntakeField[] = [];
  if (entry.name.trim() === "") found.push("name");
  if (entry.phone.trim() !== "" && !parsePhone(entry.phone).ok) found.push("phone");
  if (nikState(entry.nik, check) === "wrong") found.push("nik");
  if (isWronglyHeard(entry, check.zone)) found.push("heardAt");
  if (entry.villageCode === null) found.push("village");
  if (entry.categoryCode === null) found.push("category");
  if (entry.story.trim().length < 5) found.push("story");
  else if (titleOf(entry).trim() === "") found.push("caseTitle");
  return found;
}

const privacyOf = (entry: IntakeEntry): PrivacyMode | null =>
  entry.secret ? "SECRET" : entry.anonymous ? "ANONYMOUS" : null;

/** The command of an entry without problems. @param capacityWords "Perangkat desa" */
export function openingOf(
  entry: IntakeEntry,
  more: {
    readonly clientActionId: string;
    /** Of the form, for what was told there. */
    readonly channel: OpenCaseCommand["channel"];
    readonly capacityWords: string;
    readonly zone: Zone;
  },
): OpenCaseCommand {
  const filled = (text: string) => text.trim() || null;
  return {
    clientActionId: more.clientActionId,
    channel: entry.heardBy ?? more.channel,
    capturedAt: heardInstant(entry, more.zone),
    villageCode: entry.villageCode ?? "",
    categoryCode: entry.categoryCode ?? "",
    title: titleOf(entry).trim().slice(0, 300),
    description: entry.story.trim(),
    privacy: privacyOf(entry),
    ...(entry.joinNumber === null ? {} : { joinNumber: entry.joinNumber }),
    reportedParty: entry.reportedParty ?? null,
    reporter: {
      name: entry.name.trim(),
      phone: filled(entry.phone),
      nik: filled(entry.nik),
      capacity: [more.capacityWords, entry.position.trim()].filter(Boolean).join(", ").slice(0, 80),
    },
  };
}

/** What every part of the form is given, at the desk and in the village. */
export interface PartProps {
  readonly entry: IntakeEntry;
  readonly change: (part: Partial<IntakeEntry>) => void;
  /** Sentences by field. */
  readonly errors: Readonly<Record<string, string | undefined>>;
}

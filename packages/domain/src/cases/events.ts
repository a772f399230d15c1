import type { CalendarCause } from "../calendars/events";
import type { DomainEvent } from "../kernel/event";
import type { LetterKind } from "../letters/model";
import type {
  CaseStatus,
  HolderKind,
  HoldReason,
  NoteAudience,
  Outcome,
  Overseer,
  PrivacyMode,
  RelayWay,
} from "./model";
import type { ReferralEventPayloads } from "./referral-model";

/** Fields of the intake that an amendment may correct. */
export const amendedFields = ["village", "category", "privacy", "reporter", "reported"] as const;
export type AmendedField = (typeof amendedFields)[number];

/** Of an intake, before and after it was corrected. */
interface IntakeFacts {
  readonly villageCode: string;
  readonly categoryCode: string;
  readonly ruleId: string | null;
  readonly privacy: PrivacyMode;
  readonly totalDueAt: string;
}

/** What is told of a file: never its name. Of a note, it is known to whoever reads the note. */
export interface FileFact {
  readonly fileId: string;
  readonly audience: NoteAudience;
  readonly ofNote?: true;
}

interface OfNomination {
  readonly enrollmentId: string;
  readonly programCode: string;
}

/** What each event carries: ids and codes; words of people stand in `case_note`. */
export interface CaseEventPayloads extends ReferralEventPayloads {
  "case.opened": {
    status: CaseStatus;
    holder: HolderKind;
    categoryCode: string;
    /** The version of the rule it is decided by. */
    ruleId: string | null;
    villageCode: string;
    splitFromId?: string;
  };
  /** Taken over from the register that the office kept before; nobody is told. */
  "case.imported": {
    status: CaseStatus;
    holder: HolderKind;
    categoryCode: string;
    ruleId: string | null;
    villageCode: string;
    importId: string;
    /** The row of the register, as Excel counts. */
    row: number;
  };
  /** Of the duplicate; without a note it followed the case that it had been merged into. */
  "case.merged": { intoId: string; noteId?: string };
  "case.unmerged": { fromId: string; noteId: string };
  /** Of the survivor: another report came to it, or left it again. */
  "case.joined": { caseId: string };
  "case.report-left": { caseId: string };
  /** Of the report and, once settled, of the case that carries it: what who made it says of the answer. */
  "case.report-judged": { reportId: string; settled: boolean };
  "case.split": { intoId: string; noteId: string };
  "case.info-asked": { until: string; noteId: string };
  "case.completed": { onBehalf: boolean; noteId: string };
  "case.lapsed": Record<string, never>;
  "case.redirected": { noteId: string };
  "case.archived": { noteId: string };
  "case.cancelled": { onBehalf: boolean; noteId: string };
  "case.amended": {
    fields: readonly AmendedField[];
    before: IntakeFacts;
    after: IntakeFacts;
    noteId: string;
  };
  "case.triaged": { categoryCode: string; ruleId: string | null; noteId?: string };
  /** The desk proposes a sector: the leaders decide, and the case stays in the office till then. */
  "case.disposition-asked": { target: string; noteId: string };
  /** By the leaders, or taken back by the desk that proposed. */
  "case.disposition-returned": { target: string; withdrawn: boolean; noteId: string };
  "case.routed": { target: string; holder: HolderKind; party: string | null; noteId?: string };
  "case.accepted": { onBehalf: boolean; noteId?: string };
  "case.declined": { by: string | null; onBehalf: boolean; noteId: string };
  "case.note-added": { noteId: string; audience: NoteAudience; isFirstFollowUp: boolean };
  "case.held": { waitingFor: HoldReason; until: string; noteId: string };
  "case.resumed": { bySystem: boolean };
  "case.resolved": { outcome: Outcome; onBehalf: boolean; noteId?: string };
  "case.confirmed": { noteId?: string };
  "case.reopened": { noteId: string };
  "case.closed": { bySystem: boolean };
  "case.overdue": { clock: "total" | "stage" | "response"; dueAt: string };
  "case.escalated": { level: number; trigger: string };
  /** The calendar was edited: both deadlines before and after, and the edit that moved them. */
  "case.deadline-recomputed": {
    changeId: string;
    cause: CalendarCause;
    day: string;
    totalFrom: string;
    totalTo: string;
    stageFrom: string;
    stageTo: string;
  };
  "case.link-sent": { sectorCode: string; expiresAt: string };
  "case.receipt-renewed": Record<string, never>;
  /** The file's name may tell of people: it stands in `attachment`, never here. */
  "case.file-added": FileFact;
  "case.file-removed": FileFact;
  "case.file-restored": FileFact;
  "case.relayed": { relayId: string; how: RelayWay; toldAt: string };
  "case.relay-missed": { resolvedAt: string };
  /** The reporter is told where else to turn: past the last rung, or after 60 working days. */
  "case.resort-told": Record<string, never>;
  /** Number and words stand in `letter`. */
  "case.letter-issued": { letterId: string; kind: LetterKind };
  "case.letter-signed": { letterId: string; kind: LetterKind };
  "case.letter-voided": { letterId: string; kind: LetterKind };
  /** A secret case was opened in an emergency; why stands in `glass_opening`. */
  "case.glass-broken": { openingId: string; overseer: Overseer; until: string };
  /** Its content went by the retention rule. */
  "case.anonymised": { runId: string; persons: number; files: number };
  /** A request for welfare became a nomination for a program, and what became of that. */
  "case.nominated": OfNomination;
  "case.nomination-verified": OfNomination;
  "case.nomination-decided": OfNomination;
  "case.nomination-stopped": OfNomination;
  "case.aid-delivered": OfNomination;
  "case.glass-revoked": { openingId: string; openerId: string };
}
export type CaseEventType = keyof CaseEventPayloads;
export type CaseEvent = {
  [T in CaseEventType]: DomainEvent<T, CaseEventPayloads[T]>;
}[CaseEventType];

/** The event of one case; the compiler holds the payload to its type. */
export const caseEvent = <T extends CaseEventType>(
  type: T,
  kase: { readonly id: string; readonly subdistrictCode: string },
  payload: CaseEventPayloads[T],
): DomainEvent<T, CaseEventPayloads[T]> => ({
  type,
  subject: `case/${kase.id}`,
  subdistrictCode: kase.subdistrictCode,
  payload,
});

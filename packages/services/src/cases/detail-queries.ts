import type { Role } from "@rembuk/domain/access/roles";
import type { WorkingCalendar } from "@rembuk/domain/calendars/model";
import type { NextStep } from "@rembuk/domain/cases/lifecycle";
import type { Answer, Case, Hold, NoteAudience, Outcome } from "@rembuk/domain/cases/model";
import type { OfficeSummary } from "../areas/queries";
import type { DispositionView } from "./disposition-queries";
import type { GlassDto } from "./glass-queries";
import type { ClockDto } from "./queries";
import type { ReferralDto, TaskDto } from "./referral-queries";
import type { RelayDto } from "./relay-store";
import type { Texts } from "./template-queries";

export interface NoteDto {
  readonly id: string;
  readonly audience: NoteAudience;
  readonly purpose: string;
  readonly body: string;
  readonly authorName: string;
  readonly createdAt: Date;
}

export interface TimelineEntry {
  readonly id: string;
  readonly type: string;
  readonly at: Date;
  /** Null: not a person with an account; then `actorKind` says what. */
  readonly actorName: string | null;
  /** link: a sector by its signed link; reporter: who holds the receipt. */
  readonly actorKind: "person" | "system" | "link" | "reporter";
  /** Codes that the wording needs: target, outcome, level. */
  readonly payload: Readonly<Record<string, unknown>>;
  /** The words that belong to it, if the reader may see them. */
  readonly note: string | null;
  /** The office that was held for somebody absent, and the letter that says so. */
  readonly acting: ActingDto | null;
}

export interface ActingDto {
  readonly kind: "plh" | "plt";
  readonly role: Role;
  readonly letterNumber: string;
}

export interface StageDto {
  readonly holderKind: Case["holder"]["kind"];
  readonly holderCode: string | null;
  readonly holderName: string | null;
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly dueAt: Date;
  readonly usedDays: number;
  readonly limitDays: number;
  readonly daysLeft: number;
}

export interface RelatedCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly status: Case["status"];
  readonly villageCode: string;
  readonly receivedAt: Date;
}

/** Of the case that carries a report, what everybody may know who may know the report. */
export interface CarrierState {
  readonly status: Case["status"];
  readonly holderKind: Case["holder"]["kind"];
  readonly holderCode: string | null;
  readonly outcome: Outcome | null;
  readonly resolvedAt: Date | null;
  readonly closedAt: Date | null;
  readonly totalDueAt: Date;
}

/** The case that carries a report; `id`, `number` and `title` only for who may open it. */
export interface CarriedBy extends CarrierState {
  readonly opens: RelatedCase | null;
  /** Where the report shares it; null too before there is one. */
  readonly answer: Answer | null;
  /** The reader may say whether it settles this report; the version of the carrying case goes with it. */
  readonly judging: { readonly version: number } | null;
  /** When it was said that it does. */
  readonly settledAt: Date | null;
}

/** A report that a case carries. */
export interface CarriedReport extends RelatedCase {
  readonly reporterName: string | null;
  readonly settledAt: Date | null;
}

export interface RelatedCases {
  readonly carriedBy: CarriedBy | null;
  /** Reports that this case carries, as far as the reader may open them. */
  readonly reports: readonly CarriedReport[];
  readonly splitFrom: RelatedCase | null;
  readonly splitInto: readonly RelatedCase[];
}

export interface CaseDetail {
  readonly id: string;
  readonly number: string;
  readonly version: number;
  readonly kind: Case["kind"];
  readonly classification: string;
  readonly title: string;
  readonly description: string;
  readonly status: Case["status"];
  readonly channel: Case["channel"];
  readonly privacy: Case["privacy"];
  readonly isSecret: boolean;
  readonly isSupervisory: boolean;
  readonly isEmergency: boolean;
  readonly priority: Case["priority"];
  /** As the case's own version of the rule has it. */
  readonly category: {
    code: string;
    name: string;
    requiredEvidence: string;
    leadSectorCode: string;
    supportingSectorCodes: readonly string[];
    verifyDays: number;
    followUpDays: number;
    resolutionDays: number;
  };
  readonly village: { code: string; name: string; within: string };
  readonly office: OfficeSummary | null;
  readonly holder: { kind: Case["holder"]["kind"]; code: string | null; name: string | null };
  /** The unit complained of; whoever works in it never gets this answer. */
  readonly reportedUnit: { key: string; name: string } | null;
  readonly leadSectorName: string | null;
  readonly responsibleName: string | null;
  readonly enteredByName: string | null;
  readonly reporter: {
    id: string;
    maskedName: string;
    name: string | null;
    capacity: string | null;
    hasPhone: boolean;
    hasNik: boolean;
  } | null;
  readonly related: RelatedCases;
  readonly receivedAt: Date;
  readonly dueIsEstimate: boolean;
  readonly responseDueAt: Date | null;
  readonly firstFollowUpAt: Date | null;
  readonly total: ClockDto;
  readonly stage: ClockDto;
  readonly stages: readonly StageDto[];
  readonly holds: readonly Hold[];
  readonly escalationLevel: number;
  readonly outcome: Outcome | null;
  readonly answer: Answer | null;
  readonly resolvedAt: Date | null;
  readonly confirmBy: Date | null;
  readonly closedAt: Date | null;
  readonly disposition: DispositionView;
  readonly nextSteps: readonly NextStep[];
  readonly isMyTurn: boolean;
  readonly referrals: readonly ReferralDto[];
  readonly mayRefer: boolean;
  readonly mayTransfer: boolean;
  readonly mayRevokeTransfer: boolean;
  readonly tasks: readonly TaskDto[];
  readonly mayManageTasks: boolean;
  /** Steps of the category's rule, as they are offered; none for who does not keep the checklist. */
  readonly templateSteps: readonly string[];
  readonly notes: readonly NoteDto[];
  readonly timeline: readonly TimelineEntry[];
  /** Audiences that this reader may write to. */
  readonly mayWriteTo: readonly NoteAudience[];
  /** Openings by break-glass that run now. */
  readonly glass: readonly GlassDto[];
  readonly mayReveal: boolean;
  readonly mayReprint: boolean;
  /** How often the citizen was told, the newest first. */
  readonly relays: readonly RelayDto[];
  /** May record that the citizen was told, and there is one. */
  readonly mayRelay: boolean;
  /** What the office hands on to the citizen, by language; words in braces are the case's. */
  readonly relayTexts: Texts;
  /** Office days of the span that the band draws, for the client's drawing of weeks. */
  readonly calendar: Pick<WorkingCalendar, "zone" | "week" | "holidays" | "coveredYears">;
}

import type { CaseSubject } from "../access/policy";
import type { CaseReferral } from "./referral-model";
import type { TaskStep } from "./task-steps";

export const caseKinds = [
  "village_problem",
  "welfare_request",
  "complaint",
  "information_request",
  "aspiration",
] as const;
export type CaseKind = (typeof caseKinds)[number];

export const caseStatuses = [
  "draft",
  "received",
  "needs_info",
  "lapsed",
  "redirected",
  "duplicate",
  "archived",
  "triaged",
  "assigned",
  "declined",
  "in_progress",
  "on_hold",
  "resolved",
  "reopened",
  "closed",
  "cancelled",
  "anonymised",
] as const;
export type CaseStatus = (typeof caseStatuses)[number];

/** Statuses in which somebody still has to act; the partial indexes and the queue use the same list. */
export const openStatuses = [
  "received",
  "needs_info",
  "triaged",
  "assigned",
  "declined",
  "in_progress",
  "on_hold",
  "resolved",
  "reopened",
] as const satisfies readonly CaseStatus[];
export const isOpen = (status: CaseStatus): boolean =>
  (openStatuses as readonly CaseStatus[]).includes(status);

/** How a case came; import: taken over from the register that the office kept before. */
export const channels = [
  ...(["desk", "village", "web", "phone", "field", "paper", "whatsapp"] as const),
  "import",
] as const;
export type Channel = (typeof channels)[number];

/**
 * Told by somebody without account, and no officer has looked at it yet: triage verifies it, or the
 * inspectorate by taking it up.
 */
export const isUnverified = (c: {
  readonly channel: Channel;
  readonly status: CaseStatus;
  readonly isSupervisory: boolean;
}): boolean =>
  c.channel === "web" &&
  (c.status === "received" ||
    c.status === "needs_info" ||
    (c.isSupervisory && c.status === "assigned"));

export const privacyModes = ["NORMAL", "ANONYMOUS", "SECRET"] as const;
export type PrivacyMode = (typeof privacyModes)[number];

export const priorities = ["DARURAT", "TINGGI", "SEDANG", "RENDAH"] as const;
export type Priority = (typeof priorities)[number];

export const outcomes = ["handled", "answered", "planned", "forwarded", "not_possible"] as const;
/** ditangani | dijawab | masuk perencanaan | diteruskan ke kewenangan lain | tidak dapat dipenuhi */
export type Outcome = (typeof outcomes)[number];

/** How a citizen was told. */
export const relayWays = ["in_person", "phone", "whatsapp"] as const;
export type RelayWay = (typeof relayWays)[number];

/** How an answer came that is entered for somebody who has no account. */
export const behalfWays = ["letter", "phone", "whatsapp", "in_person"] as const;

export const noteAudiences = ["internal", "partner", "reporter"] as const;
export type NoteAudience = (typeof noteAudiences)[number];

export const holdReasons = ["reporter", "third_party", "budget", "season"] as const;
export type HoldReason = (typeof holdReasons)[number];

/**
 * Whose turn it is. desk: the triage desk; leaders: camat or sekcam, whose disposisi is awaited;
 * section: a Kasi of the kecamatan; sector: the lead sector; village: to confirm; none: settled.
 */
export type HolderKind = "desk" | "leaders" | "section" | "sector" | "village" | "none";

export interface Holder {
  readonly kind: HolderKind;
  /** Section (KASI_PMD) or sector (DPMD); null for desk, leaders, village, none. */
  readonly code: string | null;
  readonly userId: string | null;
}

/** A pause of the day limits: days that it covers whole do not count. */
export interface Hold {
  readonly startedAt: Date;
  readonly endedAt: Date | null;
  readonly waitingFor: HoldReason;
  /** The hold ends by itself then. */
  readonly until: Date;
}

/** The three fields of every answer. */
export interface Answer {
  readonly response: string;
  readonly solution: string;
  readonly followUp: string;
}

/** A report that another case carries (Digabung). */
export interface Merged {
  readonly intoId: string;
  readonly at: Date;
  readonly byId: string;
  /** Where it stood, and returns to when the merge is undone. */
  readonly from: "received" | "triaged";
  /** Cases that it had been merged into before, the first one first: they were merged on in their turn. */
  readonly path: readonly string[];
}

/** A problem or request from receipt to settlement. Two clocks: total never resets, stage starts anew with each holder. */
export interface Case extends CaseSubject {
  readonly id: string;
  /** PRS-2026-0397-K */
  readonly number: string;
  readonly kind: CaseKind;
  readonly classification: string;
  readonly categoryCode: string;
  /** The applied rule (a version, kept whole) that this case is decided by; null: as now in force. */
  readonly ruleId: string | null;
  readonly channel: Channel;
  readonly title: string;
  readonly description: string;
  readonly status: CaseStatus;
  readonly privacy: PrivacyMode;
  readonly priority: Priority;
  readonly isEmergency: boolean;
  readonly version: number;
  readonly holder: Holder;
  /** The sector that the desk proposes and the leaders have not decided on; else null. */
  readonly proposedTarget: string | null;
  readonly reporterPersonId: string | null;
  readonly receivedAt: Date;
  readonly totalLimitDays: number;
  readonly totalDueAt: Date;
  readonly stageStartedAt: Date;
  readonly stageLimitDays: number;
  readonly stageDueAt: Date;
  readonly dueIsEstimate: boolean;
  /** Emergency hours to the first response, on the wall clock; null for ordinary categories. */
  readonly responseDueAt: Date | null;
  readonly firstFollowUpAt: Date | null;
  readonly holds: readonly Hold[];
  readonly outcome: Outcome | null;
  readonly answer: Answer | null;
  readonly resolvedAt: Date | null;
  /** The village's window to confirm or reopen. */
  readonly confirmBy: Date | null;
  readonly closedAt: Date | null;
  /** Help asked for in parallel, and offered transfers; loaded with one case, empty in lists. */
  readonly referrals: readonly CaseReferral[];
  /** Sub-tasks that are mandatory and not done; loaded with one case, 0 in lists. */
  readonly openMandatoryTasks: number;
  /** Null unless the status is `duplicate`. */
  readonly merged: Merged | null;
  /** The case that it was split off from. */
  readonly splitFromId: string | null;
}

/** A row of the routing table: where a category goes by default and how fast. */
export interface CaseCategory {
  readonly code: string;
  readonly name: string;
  readonly classification: string;
  readonly kind: CaseKind;
  readonly leadSectorCode: string;
  readonly supportingSectorCodes: readonly string[];
  readonly focalSectionCode: string;
  readonly priority: Priority;
  readonly verifyDays: number;
  readonly followUpDays: number;
  readonly resolutionDays: number;
  readonly emergencyHours: number | null;
  readonly isAlwaysEmergency: boolean;
  readonly privacy: PrivacyMode;
  readonly isSupervisory: boolean;
  /** Which rungs its cases climb ("SEKCAM>CAMAT"); "": each. Read by `ladderOf`. */
  readonly escalateTo: string;
  /** What the desk asks for, in words separated by ";" */
  readonly requiredEvidence: string;
  /** The checklist that a case is offered, in its order; empty: nobody wrote one down. */
  readonly tasks: readonly TaskStep[];
  /** Id under which this rule is kept whole for the cases opened under it; null: not kept. */
  readonly ruleId: string | null;
}

export interface SectorLevel {
  readonly code: string;
  readonly level:
    | "village"
    | "section"
    | "subdistrict"
    | "regency"
    | "province"
    | "vertical"
    | "national"
    | "partner";
}

/** Who is told of a case opened by break-glass and may end it: the camat; of the camat's own, the sekcam. */
export const overseers = ["subdistrict-head", "subdistrict-secretary"] as const;
export type Overseer = (typeof overseers)[number];

/** planned > active > monitoring > completed | lapsed | cancelled. */
export const engagementStatuses = [
  "planned",
  "active",
  "monitoring",
  "completed",
  "lapsed",
  "cancelled",
] as const;
export type EngagementStatus = (typeof engagementStatuses)[number];

/** scheduled > held > minutes_draft > minutes_agreed; missed is an end. */
export const sessionStatuses = [
  "scheduled",
  "held",
  "minutes_draft",
  "minutes_agreed",
  "missed",
] as const;
export type SessionStatus = (typeof sessionStatuses)[number];

/** proposed > agreed > in_progress > evidence_submitted > verified | returned; overdue waits on; dropped is an end. */
export const commitmentStatuses = [
  "proposed",
  "agreed",
  "in_progress",
  "overdue",
  "evidence_submitted",
  "returned",
  "verified",
  "dropped",
] as const;
export type CommitmentStatus = (typeof commitmentStatuses)[number];

/** Who sits at the table on the kecamatan's side: camat, pengelola inovasi, pemangku kepentingan. */
export const officeElements = ["head", "manager", "stakeholder"] as const;
export type OfficeElement = (typeof officeElements)[number];

/** Pembina and kecamatan: both stand behind minutes and plan. */
export const sides = ["coach", "office"] as const;
export type Side = (typeof sides)[number];

/** Somebody of the coaching team. One person may be written in several ways. */
export interface TeamMember {
  readonly id: string;
  readonly institution: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** The account that acts as this person; null: without one. */
  readonly userId: string | null;
}

export interface Award {
  readonly id: string;
  /** "SKK 2023" */
  readonly name: string;
  readonly giver: string;
  readonly year: number;
}

/** Angkatan pembinaan: the winners of one award, coached by one team in one period. */
/** Late commitments of a batch are counted up to here: beyond it nobody needs to know how many. */
export const mostLateCounted = 100;

export interface CoachingBatch {
  readonly id: string;
  readonly provinceCode: string;
  readonly award: Award;
  readonly title: string;
  /** "2024-10-21" */
  readonly startsOn: string;
  readonly endsOn: string;
  /** Institutions that each session expects, in the order of their papers. */
  readonly institutions: readonly string[];
  readonly team: readonly TeamMember[];
  readonly version: number;
  readonly createdById: string;
}

/** Somebody who stood behind something, and when. */
export interface Signature {
  readonly userId: string;
  readonly name: string;
  readonly at: Date;
}
export type Agreement = Readonly<Record<Side, Signature | null>>;
export const noAgreement: Agreement = { coach: null, office: null };

/** Rencana Pengembangan of a kecamatan. */
export interface DevelopmentPlan {
  /** Where the innovations are to go. */
  readonly direction: string;
  readonly steps: readonly string[];
  /** What makes it last: SK, budget, people. */
  readonly support: string;
  readonly agreement: Agreement;
}

/** The camat who answers for the engagement, since when, and what was handed over. */
export interface Leadership {
  readonly userId: string;
  readonly name: string;
  /** "2024-10-21" */
  readonly since: string;
  /** What the one before left to be known; empty for the first. */
  readonly note: string;
}

export interface CoachingEngagement {
  readonly id: string;
  readonly batchId: string;
  readonly subdistrictCode: string;
  readonly status: EngagementStatus;
  readonly version: number;
  /** Accounts of the coaches who run it. */
  readonly coachIds: readonly string[];
  readonly innovationIds: readonly string[];
  /** Who registered those innovations. */
  readonly managerIds: readonly string[];
  /** Camats in the order of their time; the last one answers now. */
  readonly leaders: readonly Leadership[];
  readonly plan: DevelopmentPlan | null;
  /** Why it lapsed or was cancelled. */
  readonly endReason: string | null;
}

/** Gagasan of a session; `innovationId` once it entered the pipeline. */
export interface SessionIdea {
  readonly id: string;
  readonly text: string;
  readonly innovationId: string | null;
}
export interface SessionMinutes {
  readonly challenges: readonly string[];
  readonly pride: readonly string[];
  readonly ideas: readonly SessionIdea[];
  readonly summary: string;
  readonly agreement: Agreement;
}
export interface Attendance {
  /** Ids of the team members who came. */
  readonly present: readonly string[];
  /** Why an institution sent nobody. */
  readonly absences: readonly { readonly institution: string; readonly reason: string }[];
  /** Heads counted on the kecamatan's side. */
  readonly office: Readonly<Record<OfficeElement, number>>;
}

export interface CoachingSession {
  readonly id: string;
  readonly engagementId: string;
  readonly subdistrictCode: string;
  readonly status: SessionStatus;
  readonly version: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string;
  readonly attendance: Attendance | null;
  readonly minutes: SessionMinutes | null;
  readonly missedReason: string | null;
}

/** What an owner shows for a commitment. */
export interface CommitmentEvidence {
  readonly note: string;
  /** Where it can be seen; null: told in words alone. */
  readonly link: string | null;
  readonly byId: string;
  readonly at: Date;
}

/** Rencana tindak lanjut: one thing that somebody of the kecamatan does until a day. */
export interface Commitment {
  readonly id: string;
  readonly engagementId: string;
  readonly sessionId: string | null;
  /** Which innovation it keeps alive; null: the office as a whole. */
  readonly innovationId: string | null;
  readonly subdistrictCode: string;
  readonly status: CommitmentStatus;
  readonly version: number;
  readonly text: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly proposedById: string;
  readonly agreedById: string | null;
  /** "2024-11-30" */
  readonly dueOn: string;
  /** The day from which its evidence is waited for; null while nobody waits. */
  readonly waitsSince: string | null;
  readonly remindedOn: string | null;
  readonly alertedOn: string | null;
  readonly evidence: CommitmentEvidence | null;
  readonly verifiedById: string | null;
  readonly returnedReason: string | null;
  readonly droppedReason: string | null;
  /** A case that it opened. */
  readonly caseId: string | null;
}

/** How far it is, as the national index asks: inisiatif, uji coba, penerapan. */
export const iidStages = ["initiative", "trial", "adoption"] as const;
export type IidStage = (typeof iidStages)[number];

/** Bentuk: tata kelola, pelayanan publik, lainnya. */
export const innovationForms = ["governance", "public-service", "other"] as const;
export type InnovationForm = (typeof innovationForms)[number];

/** Jenis; `undecided` is "Belum ditentukan", which was said and still leaves the field open. */
export const innovationKinds = ["digital", "non-digital", "undecided"] as const;
export type InnovationKind = (typeof innovationKinds)[number];

/** Kepala daerah, DPRD, perangkat daerah, ASN, masyarakat. */
export const initiatorTypes = [
  "regional-head",
  "council",
  "agency",
  "civil-servant",
  "community",
] as const;
export type InitiatorType = (typeof initiatorTypes)[number];

/** Inisiasi > identifikasi masalah > perumusan ide > implementasi > evaluasi. */
export const pipelineStages = [
  "initiation",
  "problem",
  "idea",
  "implementation",
  "evaluation",
] as const;
export type PipelineStage = (typeof pipelineStages)[number];

/** draft > submitted > under_verification > returned | validated > endorsed > reviewed > sent. */
export const reportStatuses = [
  "draft",
  "submitted",
  "under_verification",
  "returned",
  "validated",
  "endorsed",
  "reviewed",
  "sent",
] as const;
export type ReportStatus = (typeof reportStatuses)[number];

/** A text with numbered parts: what stands before them, and each without its number. */
export interface NumberedText {
  readonly intro: string;
  readonly items: readonly string[];
}

/** The 11 rows of *Laporan Indeks Inovasi Daerah*, in its order. */
export const reportRowKeys = [
  "agency",
  "name",
  "iidStage",
  "initiator",
  "form",
  "kind",
  "startedOn",
  "design",
  "purpose",
  "benefit",
  "outcome",
] as const;
export type ReportRowKey = (typeof reportRowKeys)[number];

/** Profil inovasi. Null and empty mean that nobody has said it; nothing is filled in by itself. */
export interface InnovationProfile {
  readonly agency: string;
  readonly name: string;
  readonly iidStage: IidStage | null;
  readonly initiatorType: InitiatorType | null;
  readonly initiatorName: string;
  readonly form: InnovationForm | null;
  readonly kind: InnovationKind | null;
  /** "2022-06-01": the day on which it began. */
  readonly startedOn: string | null;
  /** The day on which it was developed further. */
  readonly developedOn: string | null;
  readonly design: string;
  readonly purpose: string;
  readonly benefit: string;
  readonly outcome: string;
  /** First page of a proposal, as it was written. */
  readonly cover: string;
  readonly legalBasis: string;
  readonly problems: NumberedText;
  readonly strategicIssues: string;
  readonly methods: string;
  readonly before: string;
  readonly after: string;
  readonly strengths: string;
  readonly steps: NumberedText;
  /** The idea that answers the problem. */
  readonly idea: string;
  /** Rows of an imported report as they were written, as long as they still say what the profile says. */
  readonly written: Readonly<Partial<Record<ReportRowKey, string>>>;
}

export const emptyProfile: InnovationProfile = {
  ...{ agency: "", name: "", iidStage: null, initiatorType: null, initiatorName: "" },
  ...{ form: null, kind: null, startedOn: null, developedOn: null },
  ...{ design: "", purpose: "", benefit: "", outcome: "", cover: "", legalBasis: "" },
  ...{ problems: { intro: "", items: [] }, strategicIssues: "", methods: "", before: "" },
  ...{ after: "", strengths: "", steps: { intro: "", items: [] }, idea: "", written: {} },
};

/** What a verifier wants to have changed, and what was answered. */
export interface RevisionRequest {
  readonly id: string;
  readonly field: RevisionField;
  readonly note: string;
  readonly askedById: string;
  readonly askedAt: Date;
  readonly answer: string | null;
}

/** Where a revision can be asked for: rows of the report, and the parts beside it. */
export const revisionFields = [
  ...reportRowKeys,
  "legalBasis",
  "problems",
  "steps",
  "decrees",
  "budget",
  "team",
  "cases",
] as const;
export type RevisionField = (typeof revisionFields)[number];

export interface BudgetLine {
  readonly year: number;
  /** "APBD, DPA Kecamatan Halong" */
  readonly source: string;
  /** Rupiah. */
  readonly amount: number;
}
export interface InnovationTeamMember {
  readonly name: string;
  readonly position: string;
  readonly userId: string | null;
}
export interface Award {
  /** "SKK 2023" */
  readonly name: string;
  readonly giver: string;
  readonly year: number;
}
/** SK under which it runs. */
export interface InnovationDecree {
  readonly number: string;
  readonly subject: string;
  /** "2022-02-01" */
  readonly startsOn: string;
  /** Null: without an end. */
  readonly endsOn: string | null;
}
/** A meeting that identified the problem and was not recorded here, by its minutes. */
export interface MeetingLink {
  /** "Notulen 005/12/2022" */
  readonly minutes: string;
  readonly heldOn: string;
}
/** Which operation of the office is this innovation: what its live evidence counts. */
export interface Operations {
  /** Categories of cases: "VIL-FIN". */
  readonly categories: readonly string[];
  readonly countsTrips: boolean;
}
export interface InnovationParts {
  readonly budget: readonly BudgetLine[];
  readonly team: readonly InnovationTeamMember[];
  readonly awards: readonly Award[];
  readonly decrees: readonly InnovationDecree[];
  readonly meetings: readonly MeetingLink[];
  readonly operations: Operations;
}

export const emptyParts: InnovationParts = {
  ...{ budget: [], team: [], awards: [], decrees: [], meetings: [] },
  operations: { categories: [], countsTrips: false },
};

export interface Innovation {
  readonly id: string;
  readonly subdistrictCode: string;
  /** Of a village's own innovation. */
  readonly villageCode: string | null;
  readonly status: ReportStatus;
  readonly stage: PipelineStage;
  readonly version: number;
  readonly profile: InnovationProfile;
  readonly parts: InnovationParts;
  readonly revisions: readonly RevisionRequest[];
  readonly caseIds: readonly string[];
  /** Recorded meetings that identified the problem. */
  readonly meetingIds: readonly string[];
  readonly createdById: string;
  readonly submittedById: string | null;
  readonly validatedById: string | null;
  readonly endorsedById: string | null;
}

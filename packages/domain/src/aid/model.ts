/** What aid is: asuransi sosial, pengamanan sosial, perumahan, makanan. */
export const aidTypes = ["social_insurance", "social_safeguard", "housing", "food"] as const;
export type AidType = (typeof aidTypes)[number];

/** Whose money it is, and so who decides who gets it. */
export const fundingLevels = [
  "ministry",
  "province",
  "regency",
  "subdistrict",
  "village",
  "other",
] as const;
export type FundingLevel = (typeof fundingLevels)[number];

/** What a program says of itself; each kecamatan may word it for itself. */
export interface ProgramContent {
  readonly name: string;
  readonly short: string;
  /** Who runs it, in words. */
  readonly manager: string;
  readonly fundingLevel: FundingLevel;
  readonly aidType: AidType;
  readonly benefit: string;
  /** Amounts as a source has them: they change by the year. */
  readonly amount: string;
  readonly cadence: string;
  readonly target: string;
  readonly route: string;
  readonly documents: readonly string[];
  readonly verification: string;
  readonly evidence: string;
  readonly legalBasis: string;
}

/** A program as it holds in one kecamatan. */
export interface Program extends ProgramContent {
  readonly code: string;
  /** Whether the kecamatan works with it. */
  readonly isActive: boolean;
  /** 0: as the master data have it. */
  readonly version: number;
}

/**
 * Who approves an enrolment here. Elsewhere it is decided outside: the kecamatan recommends, and what was
 * decided is recorded with its letter.
 */
export const approverOf = (level: FundingLevel): "subdistrict-head" | "village-head" | null => {
  if (level === "subdistrict") return "subdistrict-head";
  return level === "village" ? "village-head" : null;
};

/** One round of a program: its period and how many it is for. Days of the office. */
export interface Cycle {
  readonly id: string;
  readonly programCode: string;
  readonly subdistrictCode: string;
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Households or persons; null: no quota is known. */
  readonly quota: number | null;
  /** What one entitlement is: "10 kg beras". */
  readonly benefit: string;
  readonly version: number;
}

export type CycleState = "coming" | "running" | "ended";

export const cycleState = (
  cycle: Pick<Cycle, "startsOn" | "endsOn">,
  today: string,
): CycleState => {
  if (cycle.startsOn > today) return "coming";
  return cycle.endsOn < today ? "ended" : "running";
};

import type { InnovationProfile } from "./model";

/** When a year of assessment takes an innovation: master data, one row a year, edited by an administrator. */
export interface AssessmentYear {
  /** "IGA-2026" */
  readonly id: string;
  /** First and last day on which it was put into practice or developed further, "2024-01-01". */
  readonly implementedFrom: string;
  readonly implementedTo: string;
  /** Words of rancang bangun at least. */
  readonly designWords: number;
}

/** Wording `innovations.eligibility.<code>`. */
export type EligibilityGap = "start-unknown" | "started-before" | "started-after" | "design-short";

export const wordsOf = (text: string): number => text.match(/\S+/gu)?.length ?? 0;

/** Why this year's assessment would not take it; none: it would. */
export const eligibilityGaps = (
  { startedOn, developedOn, design }: InnovationProfile,
  year: AssessmentYear,
): readonly EligibilityGap[] => {
  const { implementedFrom: from, implementedTo: to } = year;
  const isWithin = (day: string | null) => day !== null && day >= from && day <= to;
  const gaps: EligibilityGap[] = [];
  if (startedOn === null) gaps.push("start-unknown");
  else if (startedOn > to) gaps.push("started-after");
  else if (startedOn < from && !isWithin(developedOn)) gaps.push("started-before");
  if (wordsOf(design) < year.designWords) gaps.push("design-short");
  return gaps;
};

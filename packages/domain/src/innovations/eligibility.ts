import type { InnovationProfile } from "./model";

/** When a year of assessment takes an innovation: master data, one entry a year. */
export interface AssessmentYear {
  readonly id: string;
  readonly implementedFrom: string;
  readonly implementedTo: string;
  readonly designWords: number;
}

/** Surat Kepala BSKDN 400.10.11/1887/BSKDN of 29 April 2026, as two independent public sources cite it. */
export const iga2026: AssessmentYear = {
  ...{ id: "IGA-2026", implementedFrom: "2024-01-01", implementedTo: "2025-12-31" },
  designWords: 300,
};

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

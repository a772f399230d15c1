import { smallestShown } from "../access/smallest-shown";

export const evidenceFigures = ["cases", "solved", "trips", "people"] as const;
export type EvidenceFigure = (typeof evidenceFigures)[number];

/** What Rembuk counted of the operation behind an innovation, since it began. */
export interface EvidenceCounts {
  readonly cases: number;
  /** Of them answered. */
  readonly solved: number;
  readonly trips: number;
  /** People, not rows. */
  readonly people: number;
  /** Cases, trips and handovers of each of the last 26 weeks, oldest first. */
  readonly weeks: readonly number[];
  /** The figures of the last 182 days and of the 182 before, in the order of `evidenceFigures`. */
  readonly latest: readonly number[];
  readonly before: readonly number[];
}

/** The last half year beside the one before it; null: nothing happened in either, or too little to be told. */
export type Trend = "up" | "same" | "down" | null;
export type Trends = Readonly<Record<EvidenceFigure, Trend>>;

const isSmall = (count: number): boolean => count > 0 && count < smallestShown;

/** @param isOffice others hear nothing of a half year with 1 to 4 in it */
export const trendsOf = (
  { latest, before }: Pick<EvidenceCounts, "latest" | "before">,
  isOffice: boolean,
): Trends => {
  const trend = (figure: EvidenceFigure): Trend => {
    const at = evidenceFigures.indexOf(figure);
    const [now = 0, then = 0] = [latest[at], before[at]];
    // A trip is no person.
    const isHidden = !isOffice && figure !== "trips" && (isSmall(now) || isSmall(then));
    if (isHidden || now + then === 0) return null;
    if (now === then) return "same";
    return now > then ? "up" : "down";
  };
  return {
    ...{ cases: trend("cases"), solved: trend("solved") },
    ...{ trips: trend("trips"), people: trend("people") },
  };
};
/** Null: too small to be shown to this reader. */
export type ShownEvidence = {
  readonly [Key in EvidenceFigure]: number | null;
} & { readonly weeks: readonly (number | null)[] };

const hidden = (count: number): number | null => (isSmall(count) ? null : count);

/** As this reader sees it, with the trend of each figure. */
export const shownEvidence = (
  counts: EvidenceCounts,
  isOffice: boolean,
): ShownEvidence & { readonly trends: Trends } => {
  const { cases, solved, trips, people, weeks } = counts;
  const shown = isOffice ? { cases, solved, trips, people, weeks } : shownOutside(counts);
  return { ...shown, trends: trendsOf(counts, isOffice) };
};

/** As readers outside the office see it: no count from 1 to 4, and none that another one gives away. */
export const shownOutside = (counts: EvidenceCounts): ShownEvidence => {
  const { cases, solved } = counts;
  // What is not solved is told by the two together.
  const isTold = hidden(cases) === null || hidden(cases - solved) === null;
  return {
    cases: hidden(cases),
    solved: isTold ? null : hidden(solved),
    // A trip is no person.
    trips: counts.trips,
    people: hidden(counts.people),
    weeks: counts.weeks.map(hidden),
  };
};

import { smallestShown } from "../access/smallest-shown";

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
}
/** Null: too small to be shown to this reader. */
export type ShownEvidence = {
  readonly [Key in "cases" | "solved" | "trips" | "people"]: number | null;
} & { readonly weeks: readonly (number | null)[] };

const hidden = (count: number): number | null =>
  count > 0 && count < smallestShown ? null : count;

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

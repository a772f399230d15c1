import type { ReviewTrigger } from "./model";

/** What is known of an innovation on a day, beside its reviews. Numbers and days alone. */
export interface DecayFacts {
  /** "2026-11-22", on the office's wall. */
  readonly today: string;
  /** The camat or the initiator's account left office since the last review. */
  readonly hasRotated: boolean;
  /** Last days of its SKs; null: one without an end. Empty: it never had one. */
  readonly decreeEnds: readonly (string | null)[];
  /** Years that have a budget line. */
  readonly budgetYears: readonly number[];
  /** Cases, trips and handovers of each of the last 26 weeks, oldest first; null: nothing is counted. */
  readonly weeks: readonly number[] | null;
  /** Complaints of the last 90 days, and of the 90 before them. */
  readonly complaints: { readonly latest: number; readonly before: number };
}

/** 90 days are 13 weeks: the 12 whole ones before the present one, and it. */
const quietWeeks = 13;
/** Fewer than these say nothing about a trend. */
const leastComplaints = 5;

const checks: Readonly<Record<Exclude<ReviewTrigger, "half-year">, (f: DecayFacts) => boolean>> = {
  "leader-rotated": ({ hasRotated }) => hasRotated,
  "decree-expired": ({ decreeEnds, today }) =>
    decreeEnds.length > 0 && decreeEnds.every((end) => end !== null && end < today),
  "no-budget": ({ budgetYears, today }) => !budgetYears.includes(Number(today.slice(0, 4))),
  "no-activity": ({ weeks }) => weeks?.slice(-quietWeeks).every((count) => count === 0) ?? false,
  // By half or more, and enough of them that it is no chance.
  "complaints-rising": ({ complaints: { latest, before } }) =>
    latest >= leastComplaints && latest >= before * 1.5,
};

/** The signs of decay that an innovation shows, in the order of the list; none: it lives. */
export const decayTriggers = (facts: DecayFacts): readonly ReviewTrigger[] =>
  (Object.keys(checks) as (keyof typeof checks)[]).filter((trigger) => checks[trigger](facts));

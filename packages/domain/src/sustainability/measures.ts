/** What Rembuk measures by itself, to be read beside a criterion. */
export const measures = [
  "solved",
  "cases",
  "people",
  "trips",
  "activity",
  "decree",
  "budget",
  "commitments",
] as const;
export type Measure = (typeof measures)[number];

/** Of the criteria that are shipped, by what they ask. One that was added later is told by the office alone. */
const byCriterion: Readonly<Record<string, readonly Measure[]>> = {
  EFFECTIVE: ["solved", "cases"],
  USEFUL: ["people", "trips"],
  LASTING: ["activity"],
  INSTITUTIONAL: ["decree", "budget"],
  MANAGERIAL: ["commitments"],
};

/** What is read from live operation for a criterion; none: nothing is measured, the office's word stands alone. */
export const measuresOf = (code: string): readonly Measure[] => byCriterion[code] ?? [];

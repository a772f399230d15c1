import type { Trend } from "@rembuk/domain/innovations/evidence";
import type { Measure } from "@rembuk/domain/sustainability/measures";
import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";
import type { Standing } from "./health-words";

type Innovation = inferOutput<ReturnType<typeof useTRPC>["innovations"]["show"]>;
/** What the numbers are read from. */
export type MeasuredInnovation = Pick<Innovation, "evidence" | "parts">;

/** One measure: wording `reviews.measured.<key>` with its values, and how it moved. */
export interface MeasuredLine {
  readonly key: Measure | "small" | "noDecree" | "decreeEndless" | "decreeOver" | "noBudget";
  readonly values: Readonly<Record<string, number | string>>;
  readonly trend: Trend;
}

const line = (
  key: MeasuredLine["key"],
  values: MeasuredLine["values"] = {},
  trend: Trend = null,
): MeasuredLine => ({ key, values, trend });

/** Half of the weeks of the pulse. */
const quarter = 13;

const activityOf = ({ evidence, parts }: MeasuredInnovation): MeasuredLine[] => {
  const { categories, countsTrips } = parts.operations;
  if (!evidence || (categories.length === 0 && !countsTrips)) return [];
  // A week with a few is a week with something, also to who may not know how many.
  const active = (weeks: readonly (number | null)[]) => weeks.filter((week) => week !== 0).length;
  const now = active(evidence.weeks.slice(-quarter));
  const before = active(evidence.weeks.slice(0, -quarter));
  const trend = now === before ? "same" : now > before ? "up" : "down";
  return [line("activity", { now, before, weeks: quarter }, now + before === 0 ? null : trend)];
};

const decreeOf = ({ parts: { decrees } }: MeasuredInnovation, today: string): MeasuredLine => {
  if (decrees.length === 0) return line("noDecree");
  const ends = decrees.flatMap(({ endsOn }) => (endsOn === null ? [] : [endsOn])).sort();
  if (ends.length < decrees.length) return line("decreeEndless");
  const day = ends.at(-1) ?? "";
  return line(day < today ? "decreeOver" : "decree", { day });
};

const budgetOf = ({ parts: { budget } }: MeasuredInnovation, today: string): MeasuredLine => {
  const year = Number(today.slice(0, 4));
  const amounts = budget.filter((one) => one.year === year).map(({ amount }) => amount);
  const amount = amounts.reduce((sum, one) => sum + one, 0);
  return amounts.length === 0
    ? line("noBudget", { year: String(year) })
    : line("budget", { year: String(year), amount });
};

/** What is known of a measure today; none: nobody has counted it. @param today "2026-11-23" */
export const measured = (
  measure: Measure,
  innovation: MeasuredInnovation,
  standing: Standing | undefined,
  today: string,
): readonly MeasuredLine[] => {
  const { evidence, parts } = innovation;
  if (measure === "activity") return activityOf(innovation);
  if (measure === "decree") return [decreeOf(innovation, today)];
  if (measure === "budget") return [budgetOf(innovation, today)];
  if (measure === "commitments")
    return standing
      ? [line("commitments", { verified: standing.verified, all: standing.all })]
      : [];
  const { categories, countsTrips } = parts.operations;
  // A count of nothing that was chosen is no measure.
  const isChosen =
    measure === "cases" || measure === "solved" ? categories.length > 0 : countsTrips;
  if (!evidence || !isChosen) return [];
  const value = evidence[measure];
  const trend = evidence.trends[measure];
  return [
    value === null ? line("small", { what: measure }, trend) : line(measure, { value }, trend),
  ];
};

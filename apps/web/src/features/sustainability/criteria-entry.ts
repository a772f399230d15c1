import type { inferOutput } from "@trpc/tanstack-react-query";
import type { useTRPC } from "@/lib/trpc";

type Criteria = inferOutput<ReturnType<typeof useTRPC>["sustainability"]["criteria"]>;
export type ShownCriteria = Criteria[number];

/** One line of the form; `key` is of this browser alone. */
export interface CriterionLine {
  readonly key: string;
  readonly code: string | null;
  readonly name: string;
  readonly question: string;
}

export const linesOf = ({ criteria }: Pick<ShownCriteria, "criteria">): readonly CriterionLine[] =>
  criteria.map((one) => ({ ...one, key: one.code }));

export const newLine = (key: string): CriterionLine => ({
  key,
  code: null,
  name: "",
  question: "",
});

/** As the server checks it: 3 to 80 letters, 5 to 300. */
export const isWhole = ({ name, question }: CriterionLine): boolean =>
  name.trim().length >= 3 && question.trim().length >= 5;

export const writtenOf = (lines: readonly CriterionLine[]) =>
  lines.map(({ code, name, question }) => ({
    ...{ code, name: name.trim(), question: question.trim() },
  }));

/** The line one place up (-1) or down (1). */
export const movedLine = (
  lines: readonly CriterionLine[],
  at: number,
  step: 1 | -1,
): readonly CriterionLine[] => {
  const [one, other] = [lines[at], lines[at + step]];
  if (!one || !other) return lines;
  return lines.map((line, place) => (place === at ? other : place === at + step ? one : line));
};

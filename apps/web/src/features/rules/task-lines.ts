import { longestTaskDays, type TaskDoer, type TaskStep } from "@rembuk/domain/cases/task-steps";

/** A step as it is typed; the key keeps its place in the form while it is carried up and down. */
export interface TaskLine {
  readonly key: string;
  readonly title: string;
  readonly doer: TaskDoer;
  readonly limitDays: string;
  readonly isMandatory: boolean;
}

export const linesOf = (steps: readonly TaskStep[]): readonly TaskLine[] =>
  steps.map((step, at) => ({ ...step, key: `lama-${at}`, limitDays: String(step.limitDays) }));

/** A step that follows the others; it may take as long as the last one. */
export const freshLine = (before: readonly TaskLine[]): TaskLine => ({
  key: crypto.randomUUID(),
  title: "",
  doer: "holder",
  limitDays: before.at(-1)?.limitDays ?? "5",
  isMandatory: false,
});

/** The typed days; null when they are none, or beyond what a step may take. */
export const daysOf = ({ limitDays }: TaskLine): number | null => {
  const value = Number(limitDays.trim() || Number.NaN);
  return Number.isInteger(value) && value >= 1 && value <= longestTaskDays ? value : null;
};

export const isSoundLine = (line: TaskLine): boolean =>
  line.title.trim() !== "" && daysOf(line) !== null;

/** Ids of the controls of a line. */
export const titleId = ({ key }: TaskLine): string => `langkah-judul-${key}`;
export const daysId = ({ key }: TaskLine): string => `langkah-hari-${key}`;

/** The first control that must be put right; null when every line is sound. */
export const unsoundControl = (lines: readonly TaskLine[]): string | null => {
  const line = lines.find((one) => !isSoundLine(one));
  if (!line) return null;
  return line.title.trim() === "" ? titleId(line) : daysId(line);
};

/** The steps to try or save. Call it only with sound lines. */
export const stepsOf = (lines: readonly TaskLine[]): TaskStep[] =>
  lines.map((line) => ({
    title: line.title.trim(),
    doer: line.doer,
    limitDays: daysOf(line) ?? 1,
    isMandatory: line.isMandatory,
  }));

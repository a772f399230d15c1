/** Who does a step of a checklist; a word for people, no right follows from it. */
export const taskDoers = ["holder", "responsible", "desk", "village", "sector"] as const;
export type TaskDoer = (typeof taskDoers)[number];

/** The longest that a step may take, in working days. */
export const longestTaskDays = 90;
/** More than this is no checklist any more. */
export const mostTaskSteps = 20;

/** A step that a category's rule offers: what, who, within how many working days. */
export interface TaskStep {
  readonly title: string;
  readonly doer: TaskDoer;
  /** Working days from the day on which the step is put on a case. */
  readonly limitDays: number;
  /** Undone, it keeps the case from being resolved. */
  readonly isMandatory: boolean;
}

/**
 * A list with one line carried to another place; places outside the list change nothing.
 * @param from, to counted from 0
 */
export const movedLine = <T>(lines: readonly T[], from: number, to: number): readonly T[] => {
  const line = lines[from];
  if (line === undefined || to < 0 || to >= lines.length || from === to) return lines;
  const rest = lines.filter((_, at) => at !== from);
  return [...rest.slice(0, to), line, ...rest.slice(to)];
};

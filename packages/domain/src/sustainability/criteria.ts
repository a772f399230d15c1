import { DomainError } from "../kernel/errors";
import type { CriteriaVersion, Criterion } from "./model";

/** A criterion as somebody wrote it; without a code it is new. */
export interface WrittenCriterion {
  readonly code: string | null;
  readonly name: string;
  readonly question: string;
}

const own = /^OWN_(\d+)$/;

/** The number of the next own criterion: a code that was ever used keeps its meaning. */
const nextOwn = (used: readonly string[]): number =>
  Math.max(0, ...used.map((code) => Number(own.exec(code)?.[1] ?? 0))) + 1;

const words = (criteria: readonly Criterion[]): string =>
  JSON.stringify(criteria.map(({ code, name, question }) => [code, name, question]));

/**
 * The version after this one. Codes stay with what they ask, in answers of earlier reviews too; new criteria are given
 * codes that no version used.
 * @param usedCodes of every version there was
 * @throws conflict CRITERIA_CHANGED_MEANWHILE when another was changed; invalid CRITERIA_UNCHANGED, INPUT_INVALID
 */
export const decideCriteria = (
  current: CriteriaVersion,
  base: number,
  written: readonly WrittenCriterion[],
  usedCodes: readonly string[],
): CriteriaVersion => {
  if (current.version !== base)
    throw new DomainError("conflict", "CRITERIA_CHANGED_MEANWHILE", { version: current.version });
  const known = new Set(current.criteria.map(({ code }) => code));
  const given = written.flatMap(({ code }) => (code === null ? [] : [code]));
  const isSound = given.every((code) => known.has(code)) && new Set(given).size === given.length;
  if (!isSound) throw new DomainError("invalid", "INPUT_INVALID", { field: "criteria" });
  let own = nextOwn(usedCodes);
  const criteria = written.map(({ code, name, question }): Criterion => {
    if (code !== null) return { code, name, question };
    own += 1;
    return { code: `OWN_${own - 1}`, name, question };
  });
  if (words(criteria) === words(current.criteria))
    throw new DomainError("invalid", "CRITERIA_UNCHANGED");
  return { version: current.version + 1, criteria };
};

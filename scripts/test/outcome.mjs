/** What a part of the test run found out, in one shape for every tool. */

/**
 * @typedef {{title: string, text: string}} Finding
 * @typedef {{passed: number, failures: Finding[], unverified: Finding[], seen: string[]}} Outcome
 *   `unverified`: could not be judged at all; never counted as good; `seen`: figures worth telling
 */

/** @returns {Outcome} */
export const emptyOutcome = () => ({ passed: 0, failures: [], unverified: [], seen: [] });

/** One check that held, and what was seen while it did. */
export const onePassed = (...seen) => ({ ...emptyOutcome(), passed: 1, seen });

/** One check that did not hold. */
export const oneFailed = (title, text) => ({ ...emptyOutcome(), failures: [{ title, text }] });

/** One thing that could not be judged. */
export const oneUnverified = (title, text) => ({
  ...emptyOutcome(),
  unverified: [{ title, text }],
});

/** The outcome of a command that stands for one check. */
export const fromCommand = (title, { code, output }) =>
  code === 0 ? onePassed() : oneFailed(title, output.trim());

/** The sum of several outcomes. */
export const joinOutcomes = (outcomes) => ({
  passed: outcomes.reduce((sum, outcome) => sum + outcome.passed, 0),
  failures: outcomes.flatMap((outcome) => outcome.failures),
  unverified: outcomes.flatMap((outcome) => outcome.unverified),
  seen: outcomes.flatMap((outcome) => outcome.seen),
});

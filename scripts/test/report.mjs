/** Prints what a run found: successes in a line, failures in full, the sum at the end. */
import { say, seconds, table } from "../launch/steps.mjs";
import { joinOutcomes } from "./outcome.mjs";

const indent = (text) => text.replaceAll(/^/gm, "    ");

/** One part has ended: a line for it, and every finding in full. */
export const reportPart = ({ name, outcome, milliseconds }) => {
  const { passed, failures, unverified, seen } = outcome;
  const good = failures.length + unverified.length === 0;
  const counts = [
    `${passed} passed`,
    ...(failures.length ? [`${failures.length} failed`] : []),
    ...(unverified.length ? [`${unverified.length} COULD NOT VERIFY`] : []),
  ].join(", ");
  say(`  ${good ? "✓" : "✗"} ${name.padEnd(22)} ${counts.padEnd(44)} ${seconds(milliseconds)}`);
  for (const figure of seen) say(`      ${figure}`);
  for (const { title, text } of failures) say(`\n  FAILED ${title}\n${indent(text)}\n`);
  for (const { title, text } of unverified) {
    say(`\n  COULD NOT VERIFY ${title}\n${indent(text)}\n`);
  }
};

/**
 * The table and the last line. What could not be verified counts as failed.
 * @returns {number} the exit code
 */
export const reportSum = (results) => {
  const rows = results.map(({ name, outcome, milliseconds }) => [
    name,
    outcome.passed,
    outcome.failures.length,
    outcome.unverified.length,
    seconds(milliseconds),
  ]);
  say(`\n${table(["part", "passed", "failed", "not verified", "time"], rows)}\n`);
  const { passed, failures, unverified } = joinOutcomes(results.map((result) => result.outcome));
  const failed = failures.length + unverified.length;
  say(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
};

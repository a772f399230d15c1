/** Tells step by step what happens, with the time each step took. */

const began = performance.now();

/** Seconds with one decimal, e.g. `1.4 s`. */
export const seconds = (milliseconds) => `${(milliseconds / 1000).toFixed(1)} s`;

/** Time since the command began. */
export const elapsed = () => seconds(performance.now() - began);

/** One line of plain text. */
export const say = (text = "") => process.stdout.write(`${text}\n`);

const line = (mark, name, detail, time) =>
  `  ${mark} ${name.padEnd(18)} ${String(detail ?? "").padEnd(52)} ${time.padStart(8)}`;

/**
 * Runs one step and prints a line when it is done.
 * @template T
 * @param {string} name
 * @param {(tell: (detail: string) => void) => Promise<T> | T} work calls `tell` with what it did
 * @returns {Promise<T>}
 */
export const step = async (name, work) => {
  const start = performance.now();
  let detail = "";
  const live = process.stdout.isTTY;
  if (live) process.stdout.write(`  … ${name}`);
  const finish = (mark) => {
    if (live) process.stdout.write("\r\u001b[2K");
    say(line(mark, name, detail, seconds(performance.now() - start)));
  };
  try {
    const result = await work((text) => {
      detail = text;
    });
    finish("✓");
    return result;
  } catch (error) {
    detail ||= "failed";
    finish("✗");
    throw error;
  }
};

/** A plain table with aligned columns. */
export const table = (heading, rows) => {
  const widths = heading.map((title, column) =>
    Math.max(title.length, ...rows.map((row) => String(row[column] ?? "").length)),
  );
  const format = (row) =>
    `  ${row.map((cell, column) => String(cell ?? "").padEnd(widths[column])).join("  ")}`.trimEnd();
  return [
    format(heading),
    format(widths.map((width) => "─".repeat(width))),
    ...rows.map(format),
  ].join("\n");
};

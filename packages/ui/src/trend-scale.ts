/** A round step such that about `lines` grid lines cover 0 to `most`. */
export function niceStep(most: number, lines = 3): number {
  const raw = Math.max(1, most) / lines;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].find((factor) => factor * power >= raw) ?? 10;
  return Math.max(1, step * power);
}

/** Grid values from 0 up to the first one at or above `most`. */
export function gridValues(most: number): number[] {
  const step = niceStep(most);
  const count = Math.max(1, Math.ceil(most / step));
  return Array.from({ length: count + 1 }, (_, at) => at * step);
}

/** SVG path through the values; null values break the line. */
export function linePath(
  values: readonly (number | null)[],
  place: (at: number, value: number) => readonly [number, number],
): string {
  let open = false;
  const parts: string[] = [];
  for (const [at, value] of values.entries()) {
    if (value === null) {
      open = false;
      continue;
    }
    const [x, y] = place(at, value);
    parts.push(`${open ? "L" : "M"}${x.toFixed(1)} ${y.toFixed(1)}`);
    open = true;
  }
  return parts.join("");
}

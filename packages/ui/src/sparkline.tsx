import { linePath } from "./trend-scale";

/** A small line in a row: no axis, the last value printed by the caller beside it. */
export function Sparkline({
  values,
  sentence,
  width = 72,
  height = 20,
}: {
  values: readonly (number | null)[];
  sentence: string;
  width?: number;
  height?: number;
}) {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const last = Math.max(1, values.length - 1);
  const d = linePath(values, (at, value) => [
    1 + (at / last) * (width - 2),
    height - 2 - (value / most) * (height - 4),
  ]);
  return (
    <svg
      role="img"
      aria-label={sentence}
      data-chart
      width={width}
      height={height}
      className="block flex-none"
    >
      <path d={d} fill="none" stroke="var(--brand)" strokeWidth="1.5" strokeLinejoin="round" />
    </svg>
  );
}

const HEIGHTS = [2, 6, 11, 18];

/** Weekly bars of 0 to 3 steps; zero is a flat line, so that a broken thread can be seen. */
export function PulseStrip({
  weeks,
  sentence,
}: {
  /** Oldest first, each 0 to 3. */
  weeks: readonly (0 | 1 | 2 | 3)[];
  /** "e-Sayur: 18 dari 26 pekan ada catatan, sepi 56 hari". */
  sentence: string;
}) {
  const width = weeks.length * 5 - 1;
  return (
    <svg
      role="img"
      aria-label={sentence}
      data-chart
      width={width}
      height="18"
      viewBox={`0 0 ${width} 18`}
      className="block flex-none"
    >
      <path
        d={weeks.map((step, at) => `M${at * 5} ${18 - (HEIGHTS[step] ?? 2)}h4V18h-4z`).join("")}
        fill="var(--brand)"
      />
    </svg>
  );
}

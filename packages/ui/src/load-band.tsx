import { cx } from "./class-names";

/**
 * One cell per package or record (up to 60, above that a scaled bar): filled is delivered,
 * hatched returned or to be reviewed, empty remaining. `equation` says the same in numbers.
 */
export function LoadBand({
  done,
  review,
  remaining,
  sentence,
  equation,
  className,
}: {
  done: number;
  review: number;
  remaining: number;
  sentence: string;
  equation?: string;
  className?: string;
}) {
  const all = done + review + remaining;
  const cells = Math.min(60, all);
  const scaled = (count: number) => (all === 0 ? 0 : Math.round((count / all) * cells));
  const filled = scaled(done);
  const hatched = Math.min(cells - filled, Math.max(scaled(review), review > 0 ? 1 : 0));
  return (
    <div className={className}>
      <div
        role="img"
        aria-label={sentence}
        data-chart
        className={cx("grid", cells > 30 ? "gap-px" : "gap-0.5")}
        style={{ gridTemplateColumns: `repeat(${Math.max(1, cells)}, minmax(0, 1fr))` }}
      >
        {Array.from({ length: cells }, (_, at) => (
          <span
            // biome-ignore lint/suspicious/noArrayIndexKey: cells are their positions
            key={at}
            className={cx(
              "h-3 rounded-[1px]",
              at < filled && (at % 2 === 0 ? "bg-brand" : "weave-alt"),
              at >= filled &&
                at < filled + hatched &&
                "hatch-warn shadow-[inset_0_0_0_1px_var(--warn)]",
              at >= filled + hatched && "bg-sunken shadow-[inset_0_0_0_1px_var(--line-strong)]",
            )}
          />
        ))}
      </div>
      {equation ? <p className="mt-1 text-meta text-text-2">{equation}</p> : null}
    </div>
  );
}

const WIDTHS = ["62%", "50%", "57%", "43%", "53%", "47%"];

/** Rows of a list without their words, in the geometry of the real rows; for the eye alone. */
export function SkeletonBars({ rows }: { rows: number }) {
  return (
    <div aria-hidden>
      {Array.from({ length: rows }, (_, at) => (
        <div
          key={WIDTHS[at % WIDTHS.length] + String(at)}
          className="flex h-(--row) items-center gap-3 border-b border-line px-3"
          style={{ opacity: 1 - (at / rows) * 0.6 }}
        >
          <span className="size-4 flex-none rounded-[3px] bg-line" />
          <span className="flex flex-1 flex-col gap-1.5">
            <span
              className="h-2.5 rounded-r1 bg-line"
              style={{ width: WIDTHS[at % WIDTHS.length] }}
            />
            <span className="h-2 w-[32%] rounded-r1 bg-line/60" />
          </span>
          <span className="hidden h-2.5 w-16 rounded-r1 bg-line sm:block" />
          <span className="h-2 w-14 rounded-r1 bg-line/60" />
        </div>
      ))}
    </div>
  );
}

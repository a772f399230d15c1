import { cx } from "./class-names";

export type ThreadState =
  | "continuing"
  | "replicated"
  | "at_risk"
  | "dormant"
  | "stopped"
  | "unrated";

const THREADS: Record<ThreadState, { ink: string; d: string; dash?: string; faint?: string }> = {
  continuing: { ink: "var(--ok)", d: "M1 6H33" },
  replicated: {
    ink: "var(--brand)",
    d: "M1 6H10C18 6 18 2 33 2M10 6H33M10 6C18 6 18 10 33 10",
  },
  at_risk: { ink: "var(--warn)", d: "M1 6H13M16 6h5M24 6h2.5M30 6h1" },
  dormant: { ink: "var(--text-3)", d: "M1 6H9", faint: "M25 6h8" },
  stopped: { ink: "var(--bad)", d: "M1 6H14M20 6H33M13 1l8 10" },
  unrated: { ink: "var(--text-3)", d: "M1 6H33", dash: "1 4" },
};

/** How a thread of work goes on, with its word. */
export function ThreadWord({
  state,
  label,
  className,
}: {
  state: ThreadState;
  label: string;
  className?: string;
}) {
  const thread = THREADS[state];
  return (
    <span className={cx("inline-flex items-center gap-2.5 text-control font-semibold", className)}>
      <svg
        width="34"
        height="12"
        viewBox="0 0 34 12"
        fill="none"
        stroke={thread.ink}
        strokeWidth="2.25"
        strokeLinecap="round"
        aria-hidden="true"
        className="flex-none"
      >
        <path d={thread.d} strokeDasharray={thread.dash} />
        {thread.faint ? <path d={thread.faint} opacity=".35" /> : null}
      </svg>
      {label}
    </span>
  );
}

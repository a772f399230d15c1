import { Archive, ArrowUpRight, CornerUpLeft, GitMerge, RotateCcw } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

/** States of a matter, as the glyph can draw them. */
export type GlyphState =
  | "draft"
  | "received"
  | "triaged"
  | "assigned"
  | "in_progress"
  | "resolved"
  | "closed"
  | "needs_info"
  | "on_hold"
  | "declined"
  | "reopened"
  | "redirected"
  | "duplicate"
  | "archived"
  | "cancelled"
  | "lapsed"
  | "anonymised";

const SLATS = [
  { x: 0, y: 0, width: 9, height: 4 },
  { x: 10, y: 0, width: 4, height: 9 },
  { x: 5, y: 10, width: 9, height: 4 },
  { x: 0, y: 5, width: 4, height: 9 },
] as const;

const PINWHEEL: Partial<Record<GlyphState, { slats: number; ink: string; centre?: boolean }>> = {
  draft: { slats: 0, ink: "var(--info)" },
  received: { slats: 1, ink: "var(--info)" },
  triaged: { slats: 2, ink: "var(--info)" },
  assigned: { slats: 3, ink: "var(--brand)" },
  in_progress: { slats: 4, ink: "var(--brand)" },
  resolved: { slats: 4, ink: "var(--ok)", centre: true },
};

/** How many slats are filled (0-4); for journeys that count steps instead of states. */
export function Pinwheel({
  slats,
  ink = "var(--brand)",
  centre = false,
  size = 14,
}: {
  slats: number;
  ink?: string;
  centre?: boolean;
  size?: number;
}) {
  return (
    <Frame size={size}>
      {SLATS.map((slat, at) => (
        <rect
          key={`${slat.x}-${slat.y}`}
          {...slat}
          rx=".6"
          fill={at < slats ? ink : "var(--line-strong)"}
        />
      ))}
      {centre ? <rect x="5" y="5" width="4" height="4" fill={ink} /> : null}
    </Frame>
  );
}

function Frame({ size, children }: { size: number; children: ReactNode }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden="true"
      className="block flex-none"
    >
      {children}
    </svg>
  );
}

function bars(size: number, ink: string) {
  return (
    <Frame size={size}>
      <rect x="1" y="0" width="4" height="14" rx=".6" fill={ink} />
      <rect x="9" y="0" width="4" height="14" rx=".6" fill={ink} />
    </Frame>
  );
}

function square(size: number, mark: string) {
  return (
    <Frame size={size}>
      <rect width="14" height="14" rx="1" fill="var(--text-3)" />
      <path d={mark} fill="none" stroke="var(--surface)" strokeWidth="1.8" />
    </Frame>
  );
}

const TICK = "M3.5 7.2 6 9.6l4.5-5";
const CROSS = "M4 4l6 6M10 4l-6 6";

function sideShape(state: GlyphState, size: number): ReactNode {
  switch (state) {
    case "needs_info":
    case "on_hold":
      return bars(size, "var(--warn)");
    case "declined":
      return <CornerUpLeft size={size} aria-hidden className="text-bad" />;
    case "reopened":
      return <RotateCcw size={size} aria-hidden className="text-warn" />;
    case "redirected":
      return <ArrowUpRight size={size} aria-hidden className="text-text-2" />;
    case "duplicate":
      return <GitMerge size={size} aria-hidden className="text-text-2" />;
    case "cancelled":
    case "lapsed":
      return square(size, CROSS);
    case "closed":
      return square(size, TICK);
    default:
      return <Archive size={size} aria-hidden className="text-text-2" />;
  }
}

/** The status glyph, always `aria-hidden`: use `StatusWord`, or put the word beside it. */
export function StatusGlyph({ state, size = 14 }: { state: GlyphState; size?: number }) {
  const pinwheel = PINWHEEL[state];
  return pinwheel ? <Pinwheel {...pinwheel} size={size} /> : sideShape(state, size);
}

/** Glyph and word. The word is never tinted and never hidden, also on the phone. */
export function StatusWord({
  state,
  label,
  className,
}: {
  state: GlyphState;
  label: string;
  className?: string;
}) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-[7px] text-control font-medium whitespace-nowrap",
        state === "closed" ? "text-text-2" : "text-text",
        className,
      )}
    >
      <StatusGlyph state={state} />
      {label}
    </span>
  );
}

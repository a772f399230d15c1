import { TriangleAlert } from "lucide-react";
import { cx } from "./class-names";

export interface RowClock {
  /** "4 hk lagi", "hari ini", "lewat 3 hk", "6 hk, jeda". */
  text: string;
  /** Share of the time used, 0 to 1; late tracks are full whatever it says. */
  used: number;
  state: "fine" | "near" | "late" | "hold";
}

/** Both clocks of a matter in two 14 px lines. */
export function TwoClocksRow({
  total,
  stage,
  totalLabel,
  stageLabel,
  className,
}: {
  total: RowClock;
  stage: RowClock;
  /** Read before each line by screen readers ("Total", "Tahap"). */
  totalLabel: string;
  stageLabel: string;
  className?: string;
}) {
  return (
    <span className={cx("inline-grid gap-y-[3px]", className)}>
      <Line clock={total} label={totalLabel} height={6} fill="bg-brand" />
      <Line clock={stage} label={stageLabel} height={4} fill="bg-text-3" />
    </span>
  );
}

const TEXT: Record<RowClock["state"], string> = {
  fine: "text-text-2",
  near: "font-semibold text-warn",
  late: "font-bold text-bad",
  hold: "text-text-2",
};

function Line({
  clock,
  label,
  height,
  fill,
}: {
  clock: RowClock;
  label: string;
  height: number;
  fill: string;
}) {
  const late = clock.state === "late";
  const share = late ? 100 : Math.round(Math.min(1, Math.max(0, clock.used)) * 100);
  return (
    <span className="grid grid-cols-[38px_auto] items-center justify-start gap-x-[7px]">
      <span
        data-chart
        aria-hidden
        className={cx(
          "relative block overflow-hidden rounded-[1px] shadow-[inset_0_0_0_1px_var(--line)]",
          clock.state === "hold" ? "dashes-hold" : "bg-sunken",
        )}
        style={{ height }}
      >
        <span
          className={cx("absolute inset-y-0 left-0", late ? "hatch-bad-fine" : fill)}
          style={{ width: `${share}%` }}
        />
      </span>
      <span
        className={cx(
          "flex items-center gap-[3px] text-[11.5px] leading-[14px] font-medium whitespace-nowrap",
          TEXT[clock.state],
        )}
      >
        <span className="sr-only">{label}: </span>
        {late ? <TriangleAlert size={12} strokeWidth={2} aria-hidden /> : null}
        {clock.text}
      </span>
    </span>
  );
}

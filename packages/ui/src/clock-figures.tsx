import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "./class-names";

export interface ClockFigure {
  /** "Waktu total", "Tahap: Kasi Kessos". */
  title: string;
  /** "4", "lewat 2", "hari ini", "jeda". */
  value: string;
  /** "hari kerja lagi", "hk", "2 dari 10 hk". */
  unit?: string;
  /** "Tenggat Kam, 26 Nov 2026". */
  detail: string;
  state?: "fine" | "near" | "late" | "hold" | "done";
}

const RULE: Record<NonNullable<ClockFigure["state"]>, string> = {
  fine: "",
  near: "border-l-warn!",
  late: "border-l-bad!",
  hold: "",
  done: "border-l-ok!",
};

const INK: Record<NonNullable<ClockFigure["state"]>, string> = {
  fine: "",
  near: "text-warn",
  late: "text-bad",
  hold: "",
  done: "text-ok",
};

/** The two figures at the same size; also used without the band. */
export function ClockFigures({
  total,
  stage,
  extra,
}: {
  total: ClockFigure;
  stage: ClockFigure;
  extra?: ReactNode;
}) {
  return (
    <div
      className={cx(
        "grid grid-cols-2 gap-x-3 gap-y-2",
        extra ? "@2xl:grid-cols-[1fr_1fr_auto] @2xl:gap-x-6" : null,
      )}
    >
      <Figure figure={total} rule="border-l-brand" />
      <Figure figure={stage} rule="border-l-text-3" />
      {extra ? (
        <div className="col-span-2 min-w-0 text-12 text-text-2 @2xl:col-span-1 @2xl:max-w-64">
          {extra}
        </div>
      ) : null}
    </div>
  );
}

function Figure({ figure, rule }: { figure: ClockFigure; rule: string }) {
  const state = figure.state ?? "fine";
  return (
    <div className={cx("min-w-0 border-l-[3px] pl-2.5 @md:pl-3", rule, RULE[state])}>
      <p className="text-12 font-semibold text-text-2">{figure.title}</p>
      <p
        className={cx(
          "flex flex-wrap items-baseline gap-x-1.5 text-18 font-bold tracking-[-0.02em] @sm:text-22",
          INK[state],
        )}
      >
        {state === "late" ? <TriangleAlert size={16} aria-hidden className="self-center" /> : null}
        <span>{figure.value}</span>
        {figure.unit ? (
          <span className="text-14 font-semibold tracking-normal">{figure.unit}</span>
        ) : null}
      </p>
      <p className="text-12 text-text-2">{figure.detail}</p>
    </div>
  );
}

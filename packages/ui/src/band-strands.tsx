import {
  type BandDay,
  type BandStrand,
  columnFrom,
  fitStep,
  type Segment,
  type StrandTone,
  segmentsOf,
} from "./band-geometry";
import { cx } from "./class-names";

/** Widths at which a strand has room for its words; one literal class each, for Tailwind. */
const FITS: Record<number, { show: string; hide: string }> = {
  30: { show: "@min-[30px]:inline", hide: "@min-[30px]:hidden" },
  40: { show: "@min-[40px]:inline", hide: "@min-[40px]:hidden" },
  50: { show: "@min-[50px]:inline", hide: "@min-[50px]:hidden" },
  60: { show: "@min-[60px]:inline", hide: "@min-[60px]:hidden" },
  70: { show: "@min-[70px]:inline", hide: "@min-[70px]:hidden" },
  85: { show: "@min-[85px]:inline", hide: "@min-[85px]:hidden" },
  100: { show: "@min-[100px]:inline", hide: "@min-[100px]:hidden" },
  120: { show: "@min-[120px]:inline", hide: "@min-[120px]:hidden" },
  140: { show: "@min-[140px]:inline", hide: "@min-[140px]:hidden" },
  165: { show: "@min-[165px]:inline", hide: "@min-[165px]:hidden" },
  190: { show: "@min-[190px]:inline", hide: "@min-[190px]:hidden" },
  220: { show: "@min-[220px]:inline", hide: "@min-[220px]:hidden" },
  260: { show: "@min-[260px]:inline", hide: "@min-[260px]:hidden" },
  320: { show: "@min-[320px]:inline", hide: "@min-[320px]:hidden" },
};
const STEPS = Object.keys(FITS).map(Number);

const TONES: Record<StrandTone, string> = {
  past: "bg-sunken text-text-2 [--knot:var(--text-3)]",
  current: "bg-brand-soft-2 text-text [--knot:var(--brand)]",
  hold: "dashes-wait text-warn [--knot:var(--warn)]",
  nobody: "border border-dashed border-bad text-bad [--knot:var(--bad)]",
  referral: "shadow-[inset_0_0_0_1.5px_var(--brand-line)] text-text [--knot:var(--brand)]",
  done: "bg-ok-soft text-ok shadow-[inset_0_0_0_1px_var(--ok-line)] [--knot:var(--ok)]",
};

const KNOT = [
  "before:absolute before:top-1/2 before:-left-1 before:-mt-[4.5px] before:size-[9px]",
  "before:rotate-45 before:rounded-[1px] before:bg-(--knot) before:content-['']",
  "before:shadow-[0_0_0_2px_var(--surface)]",
].join(" ");

interface StrandRow {
  days: readonly BandDay[];
  lines: readonly number[];
  until: string;
  /** Grid row. */
  row: number;
}

/** One row of strands: a bar per holder, a knot at each handover, a hatch when late. */
export function BandStrands({ strands, ...place }: StrandRow & { strands: readonly BandStrand[] }) {
  return strands.flatMap((strand) =>
    segmentsOf(place.days, strand, place.until).map((segment, at) => (
      <Piece
        key={`${strand.key}-${segment.start}`}
        strand={strand}
        segment={segment}
        continues={at > 0}
        lines={place.lines}
        row={place.row}
      />
    )),
  );
}

function Piece({
  strand,
  segment,
  continues,
  lines,
  row,
}: {
  strand: BandStrand;
  segment: Segment;
  continues: boolean;
  lines: readonly number[];
  row: number;
}) {
  const long = segment.late ? (strand.lateLabel ?? "") : strand.label;
  const short = segment.late ? strand.lateShortLabel : strand.shortLabel;
  return (
    <span
      className={cx(
        "relative z-[1] mt-0.5 h-[22px] min-w-0 rounded-[1px]",
        segment.late ? "hatch-bad-soft text-bad [--knot:var(--bad)]" : TONES[strand.tone],
        !continues && KNOT,
      )}
      style={{
        gridRow: row,
        gridColumn: `${lines[segment.start]} / ${(lines[segment.end] ?? 0) + 1}`,
      }}
    >
      <span className="@container block h-full overflow-hidden">
        <span
          className={cx(
            "flex h-full items-center overflow-hidden text-[11.5px] leading-4 font-semibold",
            "whitespace-nowrap",
            continues ? "pl-1" : "pl-[11px]",
          )}
        >
          <Words long={long} short={short} late={segment.late} />
        </span>
      </span>
    </span>
  );
}

function Words({ long, short, late }: { long: string; short?: string; late: boolean }) {
  const wide = FITS[fitStep(long, STEPS)];
  const narrow = short ? FITS[fitStep(short, STEPS)] : undefined;
  const plate = late ? "rounded-r1 bg-bad-soft px-1 font-bold" : "";
  return (
    <>
      {long ? <span className={cx("hidden", plate, wide?.show)}>{long}</span> : null}
      {short ? (
        <span className={cx("hidden", plate, narrow?.show, wide?.hide)}>{short}</span>
      ) : null}
    </>
  );
}

/** Ties a lane to the stage row on the day it was sent. */
export function BandThread({
  days,
  sentOn,
  lines,
  row,
}: {
  days: readonly BandDay[];
  sentOn: string;
  lines: readonly number[];
  /** First grid row of the lane. */
  row: number;
}) {
  const line = lines[columnFrom(days, sentOn)];
  if (line === undefined) {
    return null;
  }
  return (
    <span
      className="mb-[11px] w-0 justify-self-start border-l-2 border-brand-line"
      style={{ gridColumn: line, gridRow: `4 / ${row + 2}`, marginTop: 12 }}
    />
  );
}

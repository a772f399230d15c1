import type { CSSProperties, ReactNode } from "react";
import {
  type BandDay,
  type BandStrand,
  columnUntil,
  gridColumns,
  visibleDays,
} from "./band-geometry";
import { BandStrands, BandThread } from "./band-strands";
import { BandTable, type BandTableLabels } from "./band-table";
import { BandAxis, BandTotal } from "./band-total";
import { cx } from "./class-names";
import { type ClockFigure, ClockFigures } from "./clock-figures";

/** One more row under the stage: an open referral. */
export interface BandLane {
  key: string;
  name: string;
  /** Quiet word after the name ("wajib"). */
  note?: string;
  /** Working day it was sent: a thread ties it to the stage there. */
  sentOn: string;
  strands: readonly BandStrand[];
}

export interface BandLabels extends BandTableLabels {
  /** Left of the rows: "Total", "Pemegang". */
  totalRow: string;
  stageRow: string;
  /** Under "Total": "5 hk sejak 11 Nov 2026". */
  totalNote?: string;
  /** Suffixes on the axis: "tenggat", "hari ini". */
  due: string;
  today: string;
  /** Printed with a dashed post when the calendar does not cover the due day: "perkiraan". */
  estimate: string;
  /** Before day numbers: "H". */
  dayPrefix: string;
  /** "{n} hari kerja sebelumnya tidak digambar", when the band is too long. */
  omitted: string;
}

export interface TwoClocksBandProps {
  figures: { total: ClockFigure; stage: ClockFigure; extra?: ReactNode };
  /** Every working day from day 1 to the later of today and the due day. */
  days: readonly BandDay[];
  /** Today in the office's zone; the band stops here. */
  today: string;
  /** Set when the matter is settled: the band is frozen on that day, no today outline. */
  frozenOn?: string;
  /** Due day of the total clock. */
  due: string;
  dueIsEstimate?: boolean;
  strands: readonly BandStrand[];
  lanes?: readonly BandLane[];
  /** What the picture says, in one or two sentences. */
  sentence: string;
  labels: BandLabels;
  /** Room for row labels; `compact` (split pane) never shows them. */
  compact?: boolean;
  className?: string;
}

/** The two clocks in full: figures, axis, a cell per working day, a strand per holder. */
export function TwoClocksBand(props: TwoClocksBandProps) {
  const { labels, strands, lanes = [], compact = false } = props;
  const { days, omitted } = visibleDays(props.days);
  const until = props.frozenOn ?? props.today;
  const due = columnUntil(days, props.due);
  const grid = gridColumns(days, 1);
  const many = days.length > 25;
  const style: CSSProperties & Record<"--days", string> = { "--days": grid.template };
  return (
    <div className={cx("@container flex min-w-0 flex-col gap-2.5", props.className)}>
      <ClockFigures {...props.figures} />
      <div
        data-chart
        role="img"
        aria-label={props.sentence}
        className={cx(
          "relative grid pr-[3px] [grid-template-columns:var(--label)_var(--days)]",
          GAPS[many ? "many" : "few"],
          LABEL_COLUMN[compact ? "compact" : "full"],
        )}
        style={style}
      >
        <BandAxis
          days={days}
          due={due}
          until={until}
          omitted={omitted}
          lines={grid.lines}
          frozen={props.frozenOn !== undefined}
          estimate={props.dueIsEstimate}
          labels={labels}
        />
        <BandTotal
          days={days}
          due={props.due}
          until={until}
          lines={grid.lines}
          frozen={props.frozenOn !== undefined}
          estimate={props.dueIsEstimate}
          low={many}
        />
        <RowLabel row={2} compact={compact} note={labels.totalNote}>
          {labels.totalRow}
        </RowLabel>
        <BandStrands days={days} strands={strands} until={until} lines={grid.lines} row={4} />
        <RowLabel row={3} compact={compact}>
          {labels.stageRow}
        </RowLabel>
        {lanes.map((lane, at) => (
          <Lane
            key={lane.key}
            lane={lane}
            row={5 + at * 2}
            days={days}
            until={until}
            lines={grid.lines}
            compact={compact}
          />
        ))}
      </div>
      {omitted > 0 ? (
        <p className="text-11 text-text-2">{labels.omitted.replace("{n}", String(omitted))}</p>
      ) : null}
      <BandTable days={days} strands={strands} until={until} omitted={omitted} labels={labels} />
    </div>
  );
}

const GAPS = {
  few: "gap-x-[2px] [--week-gap:3px] @md:[--week-gap:7px]",
  many: "gap-x-px [--week-gap:1px] @md:gap-x-[2px] @md:[--week-gap:4px] @2xl:[--week-gap:7px]",
};

const LABEL_COLUMN = {
  compact: "[--label:0px]",
  full: "[--label:0px] @xl:[--label:132px]",
};

function RowLabel({
  row,
  compact,
  note,
  children,
}: {
  row: number;
  compact: boolean;
  note?: string;
  children: ReactNode;
}) {
  if (compact) {
    return null;
  }
  return (
    <span
      className="hidden min-w-0 self-center pr-2.5 text-12 font-semibold text-text-2 @xl:block"
      style={{ gridColumn: 1, gridRow: `${row} / span ${row === 2 ? 1 : 2}` }}
    >
      <span className="block truncate">{children}</span>
      {note ? (
        <small className="block truncate text-11 font-normal text-text-3">{note}</small>
      ) : null}
    </span>
  );
}

function Lane({
  lane,
  row,
  days,
  until,
  lines,
  compact,
}: {
  lane: BandLane;
  row: number;
  days: readonly BandDay[];
  until: string;
  lines: readonly number[];
  compact: boolean;
}) {
  const name = (
    <>
      {lane.name}
      {lane.note ? <span className="font-normal text-text-3"> {lane.note}</span> : null}
    </>
  );
  return (
    <>
      <RowLabel row={row} compact={compact}>
        {name}
      </RowLabel>
      <span
        className={cx(
          "z-[2] truncate pt-1.5 text-11 font-semibold text-text-2",
          !compact && "@xl:hidden",
        )}
        style={{ gridColumn: "2 / -1", gridRow: row }}
      >
        <span className="bg-surface pr-1">{name}</span>
      </span>
      <BandThread days={days} sentOn={lane.sentOn} lines={lines} row={row} />
      <BandStrands days={days} strands={lane.strands} until={until} lines={lines} row={row + 1} />
    </>
  );
}

import { type AxisLabel, axisLabels, type BandDay, columnUntil } from "./band-geometry";
import { cx } from "./class-names";

interface RowPlace {
  days: readonly BandDay[];
  lines: readonly number[];
  /** Today, or the day on which the matter was settled. */
  until: string;
  frozen: boolean;
  estimate?: boolean;
}

/** Row 1 of the band: dates or day numbers. */
export function BandAxis({
  days,
  lines,
  until,
  frozen,
  estimate = false,
  due,
  omitted,
  labels,
}: RowPlace & {
  due: number;
  omitted: number;
  labels: { due: string; today: string; estimate: string; dayPrefix: string };
}) {
  const today = frozen ? -1 : columnUntil(days, until);
  const axis = axisLabels(days, {
    due,
    today,
    omitted,
    prefix: labels.dayPrefix,
    markDue: estimate,
  });
  const suffix = (label: AxisLabel) => {
    if (days.length > 7) {
      return "";
    }
    const words = { day: "", due: estimate ? labels.estimate : labels.due, today: labels.today };
    return words[label.kind];
  };
  return axis.map((label) => {
    const last = label.column === days.length - 1 && label.column > 0 && days.length > 7;
    return (
      <span
        key={label.column}
        className={cx(
          "overflow-visible pb-0.5 text-11 leading-[14px] font-medium whitespace-nowrap",
          label.kind === "day" ? "text-text-3" : "text-text",
          label.kind === "today" && "font-bold",
          last && "justify-self-end",
        )}
        style={{
          gridRow: 1,
          gridColumn: last ? `1 / ${(lines[label.column] ?? 1) + 1}` : lines[label.column],
        }}
      >
        {label.text}
        {suffix(label) ? <span className="hidden @3xl:inline"> · {suffix(label)}</span> : null}
        {label.kind === "due" && estimate && days.length > 7 ? ` · ${labels.estimate}` : null}
      </span>
    );
  });
}

/** Row 2 of the band: a cell per working day, today outlined, the due day a post. */
export function BandTotal({
  days,
  lines,
  until,
  frozen,
  estimate = false,
  due,
  low,
}: RowPlace & { due: string; low: boolean }) {
  const end = columnUntil(days, until);
  const post = columnUntil(days, due);
  const height = low ? "h-3.5" : "h-[17px]";
  return (
    <>
      {days.map((day, at) => {
        const late = at <= end && day.date > due;
        return (
          <span
            key={day.date}
            className={cx(
              "relative mb-1 rounded-[1px]",
              height,
              late && "hatch-bad shadow-[inset_0_0_0_1px_var(--bad)]",
              !late && at <= end && (at % 2 === 0 ? "bg-brand" : "weave-alt"),
              at > end && "bg-sunken shadow-[inset_0_0_0_1px_var(--line)]",
              at === end && !frozen && TODAY,
            )}
            style={{ gridRow: 2, gridColumn: lines[at] }}
          />
        );
      })}
      {post >= 0 ? (
        <span
          className={cx(
            "relative z-[3] -mt-0.5 mr-[-2px] mb-0.5 w-0 justify-self-end border-l-2 border-text",
            estimate && "border-dashed",
          )}
          style={{ gridRow: 2, gridColumn: lines[post] }}
        />
      ) : null}
    </>
  );
}

const TODAY = [
  "after:absolute after:-inset-x-0.5 after:-inset-y-[3px] after:z-[2] after:rounded-r1",
  "after:border-2 after:border-text after:content-['']",
].join(" ");

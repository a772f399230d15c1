import { AppLink } from "./app-link";
import { cx } from "./class-names";

export interface BarPart {
  value: number;
  tone: "fine" | "near" | "late";
}

export interface BarRow {
  key: string;
  label: string;
  parts: readonly BarPart[];
  /** Printed total. */
  total: string;
  /** Printed after the total, "3 lewat". */
  lateText?: string;
  href?: string;
  /** "Pemerintahan: 17 kasus, 3 lewat". */
  sentence: string;
}

const FILL: Record<BarPart["tone"], string> = {
  fine: "bg-brand",
  near: "bg-warn",
  late: "hatch-bad-fine shadow-[inset_0_0_0_1px_var(--bad)]",
};

/** Bars with printed values; each row is a link to what it counts. */
export function BarList({
  rows,
  label,
  labelWidth = "7.5rem",
  className,
}: {
  rows: readonly BarRow[];
  /** Name of the list. */
  label: string;
  /** CSS width of the label column. */
  labelWidth?: string;
  className?: string;
}) {
  const sum = (row: BarRow) => row.parts.reduce((total, part) => total + part.value, 0);
  const most = Math.max(1, ...rows.map(sum));
  return (
    <ul
      aria-label={label}
      className={cx(
        "grid gap-x-2.5 [grid-template-columns:minmax(0,var(--bar-label))_minmax(40px,1fr)_auto_auto]",
        className,
      )}
      style={{ ["--bar-label" as string]: labelWidth }}
    >
      {rows.map((row) => (
        <li
          key={row.key}
          className="col-span-full grid grid-cols-subgrid border-t border-line first:border-t-0"
        >
          <BarLine row={row} share={sum(row) / most} />
        </li>
      ))}
    </ul>
  );
}

function BarLine({ row, share }: { row: BarRow; share: number }) {
  const look = cx(
    "relative col-span-full grid min-h-[max(36px,var(--target-min))] grid-cols-subgrid items-center",
    "py-1 text-inherit no-underline",
  );
  const body = (
    <>
      <span aria-hidden className="truncate text-control font-semibold" title={row.label}>
        {row.label}
      </span>
      <span
        aria-hidden
        data-chart
        className="flex h-2.5 gap-px"
        style={{ width: `${share * 100}%` }}
      >
        {row.parts
          .filter((part) => part.value > 0)
          .map((part) => (
            <span
              key={part.tone}
              className={cx(
                "min-w-[3px] first:rounded-l-[1px] last:rounded-r-[1px]",
                FILL[part.tone],
              )}
              style={{ flexGrow: part.value, flexBasis: 0 }}
            />
          ))}
      </span>
      <b
        aria-hidden
        className={cx(
          "text-right text-control font-bold",
          row.href && "underline decoration-1 underline-offset-[3px]",
        )}
      >
        {row.total}
      </b>
      <span aria-hidden className="text-right text-meta font-semibold whitespace-nowrap text-bad">
        {row.lateText}
      </span>
      <span className="sr-only">{row.sentence}</span>
    </>
  );
  return row.href ? (
    <AppLink href={row.href} className={cx(look, "hover:bg-hover")}>
      {body}
    </AppLink>
  ) : (
    <div className={look}>{body}</div>
  );
}

/** What the fills of the bars mean. */
export function BarLegend({
  entries,
}: {
  entries: readonly { tone: BarPart["tone"]; label: string }[];
}) {
  return (
    <span data-chart className="flex flex-wrap items-center gap-x-2.5 text-11 text-text-2">
      {entries.map((entry) => (
        <span key={entry.tone} className="flex items-center gap-1">
          <span aria-hidden className={cx("size-[9px]", FILL[entry.tone])} />
          {entry.label}
        </span>
      ))}
    </span>
  );
}

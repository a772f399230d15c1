import { Fragment, type ReactNode } from "react";
import { cx } from "./class-names";

export interface KeyValueEntry {
  key: string;
  label: ReactNode;
  value: ReactNode;
}

/** Facts as pairs. Below 360 px of room the label goes above the value. */
export function KeyValueList({
  entries,
  labelWidth = 108,
  ruled = false,
  className,
}: {
  entries: readonly KeyValueEntry[];
  /** Width of the label column in px. */
  labelWidth?: number;
  ruled?: boolean;
  className?: string;
}) {
  return (
    <div className={cx("@container", className)}>
      <dl
        className="grid gap-x-2.5 text-control @min-[280px]:[grid-template-columns:var(--kv)_minmax(0,1fr)]"
        style={{ ["--kv" as string]: `${labelWidth}px` }}
      >
        {entries.map((entry) => (
          <Fragment key={entry.key}>
            <dt className={cx("pt-[3px] text-text-3", ruled && "border-t border-line pt-1.5")}>
              {entry.label}
            </dt>
            <dd
              className={cx(
                "min-w-0 pb-[3px] font-medium break-words @min-[280px]:pt-[3px]",
                ruled &&
                  "pb-1.5 @min-[280px]:border-t @min-[280px]:border-line @min-[280px]:pt-1.5",
              )}
            >
              {entry.value}
            </dd>
          </Fragment>
        ))}
      </dl>
    </div>
  );
}

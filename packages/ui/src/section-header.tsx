import type { ReactNode } from "react";
import { cx } from "./class-names";

/** Heading of a part of a page, with a rule of plain words and actions at the end. */
export function SectionHeader({
  title,
  note,
  actions,
  level = 2,
  number,
  ruled = false,
  id,
  className,
}: {
  title: ReactNode;
  note?: ReactNode;
  actions?: ReactNode;
  level?: 1 | 2 | 3;
  /** Number of the part in a form, in a box before the title. */
  number?: string;
  /** A 2 px ink line under it. */
  ruled?: boolean;
  id?: string;
  className?: string;
}) {
  const Heading = `h${level}` as const;
  return (
    <div
      className={cx(
        "flex flex-wrap items-center gap-x-2.5 gap-y-1",
        ruled && "border-b-2 border-text pb-1.5",
        className,
      )}
    >
      {number ? (
        <span
          aria-hidden
          className={cx(
            "flex size-[22px] flex-none items-center justify-center rounded-r1 border-[1.5px]",
            "border-text text-12 font-bold",
          )}
        >
          {number}
        </span>
      ) : null}
      <Heading
        id={id}
        className={cx(
          "font-bold tracking-[-0.01em]",
          level === 1 ? "text-22" : level === 2 ? "text-15" : "text-14",
        )}
      >
        {title}
      </Heading>
      {note ? <p className="text-meta text-text-2">{note}</p> : null}
      {actions ? <div className="ml-auto flex items-center gap-2">{actions}</div> : null}
    </div>
  );
}

import type { ReactNode } from "react";
import { cx } from "./class-names";

/**
 * A bordered sheet with an optional header row. Borders, not shadows.
 * `title` becomes the name of the section.
 */
export function Panel({
  title,
  level = 2,
  note,
  icon,
  actions,
  footer,
  children,
  tone = "plain",
  flush = false,
  id,
  className,
}: {
  title?: ReactNode;
  level?: 2 | 3 | 4;
  /** Quiet words after the title. */
  note?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
  tone?: "plain" | "brand" | "bad" | "sunken";
  /** No padding: the children are rows with their own. */
  flush?: boolean;
  /** Id of the heading; needed for the section's accessible name. */
  id?: string;
  className?: string;
}) {
  const Heading = `h${level}` as const;
  const edge = { plain: "border-line", brand: "border-brand-line", bad: "border-bad-line" };
  return (
    <section
      aria-labelledby={title && id ? id : undefined}
      className={cx(
        "min-w-0 overflow-hidden rounded-r3 border",
        tone === "sunken" ? "border-line bg-sunken" : `bg-surface ${edge[tone]}`,
        className,
      )}
    >
      {title || actions ? (
        <header
          className={cx(
            "flex min-h-10 flex-wrap items-center gap-x-2 gap-y-1 border-b px-3 py-2",
            tone === "brand" ? "border-brand-line bg-brand-soft" : "border-line",
          )}
        >
          {icon}
          <Heading id={id} className="text-control font-bold">
            {title}
          </Heading>
          {note ? <span className="text-meta text-text-2">{note}</span> : null}
          {actions ? <div className="ml-auto flex items-center gap-2">{actions}</div> : null}
        </header>
      ) : null}
      <div className={flush ? undefined : "p-3"}>{children}</div>
      {footer ? (
        <footer className="border-t border-line bg-surface-2 px-3 py-2 text-meta text-text-2">
          {footer}
        </footer>
      ) : null}
    </section>
  );
}

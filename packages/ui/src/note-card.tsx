import type { ReactNode } from "react";
import { type Audience, AudienceLabel } from "./audience-look";
import { cx } from "./class-names";

const EDGES: Record<Audience, string> = {
  internal: "border-line bg-sunken",
  partner: "border-dashed border-line-control bg-surface",
  reporter: "border-brand-line bg-brand-soft",
};

/** One note. The edge differs by audience, so that greyscale print still reads. */
export function NoteCard({
  audience,
  audienceLabel,
  author,
  authorNote,
  time,
  dateTime,
  children,
  footer,
  className,
}: {
  audience: Audience;
  audienceLabel: string;
  author: ReactNode;
  /** Quiet words after the name, "(fiktif)" or a role. */
  authorNote?: string;
  /** "18 Nov 2026, 15.40". */
  time: string;
  /** Machine readable instant. */
  dateTime?: string;
  /** Plain text; its line breaks are kept. */
  children: ReactNode;
  footer?: ReactNode;
  className?: string;
}) {
  return (
    <article className={cx("min-w-0 rounded-r2 border px-3 py-[9px]", EDGES[audience], className)}>
      <header className="mb-[3px] flex flex-wrap items-center gap-x-[7px] gap-y-0.5 text-meta text-text-2">
        <b className="font-semibold text-text">{author}</b>
        {authorNote ? <span className="text-text-2">{authorNote}</span> : null}
        <time dateTime={dateTime}>{time}</time>
        <span className="ml-auto">
          <AudienceLabel audience={audience} label={audienceLabel} />
        </span>
      </header>
      <div className="text-control leading-[1.46] break-words whitespace-pre-line">{children}</div>
      {footer ? (
        <footer className="mt-1.5 text-meta text-text-2 empty:hidden">{footer}</footer>
      ) : null}
    </article>
  );
}

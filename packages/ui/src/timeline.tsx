import type { ReactNode } from "react";
import { cx } from "./class-names";

export interface TimelineEntry {
  id: string;
  /** Filled: a change of state. Hollow: a fact. Red: an escalation. Turn: waits for you. */
  kind: "change" | "fact" | "escalation" | "turn";
  /** Who did what. */
  title: ReactNode;
  /** Full date and zone. */
  time: string;
  dateTime?: string;
  detail?: ReactNode;
}

const KNOTS: Record<TimelineEntry["kind"], string> = {
  change: "border-brand bg-brand",
  fact: "border-text-3 bg-surface",
  escalation: "border-bad bg-bad",
  turn: "border-turn-text bg-turn",
};

/** What happened, newest first. */
export function Timeline({
  entries,
  label,
  kindLabels,
  className,
}: {
  entries: readonly TimelineEntry[];
  label: string;
  /** Words for the knots, read by screen readers ("Perubahan status", "Naik tingkat"). */
  kindLabels?: Partial<Record<TimelineEntry["kind"], string>>;
  className?: string;
}) {
  return (
    <ol aria-label={label} className={className}>
      {entries.map((entry, at) => (
        <li key={entry.id} className="relative pb-3 pl-[22px] text-control last:pb-0">
          {at < entries.length - 1 ? (
            <span aria-hidden className="absolute top-3 -bottom-1 left-1.5 w-0.5 bg-line" />
          ) : null}
          <span
            aria-hidden
            className={cx(
              "absolute top-[5px] left-[3px] size-2 rotate-45 rounded-[1px] border-2",
              KNOTS[entry.kind],
            )}
          />
          {kindLabels?.[entry.kind] ? (
            <span className="sr-only">{kindLabels[entry.kind]}: </span>
          ) : null}
          <span>{entry.title}</span>
          {entry.detail ? <div className="text-text-2">{entry.detail}</div> : null}
          <time dateTime={entry.dateTime} className="block text-meta text-text-3">
            {entry.time}
          </time>
        </li>
      ))}
    </ol>
  );
}

"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { cx } from "@rembuk/ui/class-names";
import { Check } from "lucide-react";
import { CARD, CardBody } from "./card-body";
import type { QueueItem } from "./queue-cells";
import type { useChecked } from "./use-checked";
import { useLongPress } from "./use-long-press";
import { WaitingMark } from "./waiting-mark";

type Checked = ReturnType<typeof useChecked>;

interface QueueCardProps {
  row: QueueItem;
  /** Several are being chosen: the card is a box. */
  select: Checked | null;
  onHold: (() => void) | null;
}

/** A case on a phone: a link, or a box while several are being chosen. */
export function QueueCard({ row, select, onHold }: QueueCardProps) {
  // Around both, so that it stays: the link below the finger is a box by the time it is lifted.
  const press = useLongPress(onHold);
  return (
    <div {...press} className="[-webkit-touch-callout:none]">
      {select ? (
        <SelectCard row={row} checked={select} />
      ) : (
        <AppLink
          href={`/kasus/${row.id}`}
          data-case={row.id}
          className={cx(CARD, "no-underline hover:bg-hover")}
        >
          <CardOf row={row} />
        </AppLink>
      )}
    </div>
  );
}

function CardOf({ row }: { row: QueueItem }) {
  const waiting = row.gone ? null : row.waitingReferral;
  return <CardBody row={row} waiting={waiting ? <WaitingMark waiting={waiting} /> : null} />;
}

function SelectCard({ row, checked }: { row: QueueItem; checked: Checked }) {
  const isChecked = checked.ids.has(row.id);
  return (
    // biome-ignore lint/a11y/useSemanticElements: the whole card is the box, a native one cannot hold it
    <button
      type="button"
      role="checkbox"
      aria-checked={isChecked}
      disabled={row.gone}
      onClick={() => checked.toggle(row.id)}
      className={cx("flex w-full items-stretch", isChecked ? "bg-brand-soft" : "hover:bg-hover")}
    >
      <span aria-hidden className="flex items-center pl-4">
        <span
          className={cx(
            "flex size-5 items-center justify-center rounded-r1 border",
            isChecked ? "border-brand bg-brand text-on-brand" : "border-line-control bg-surface",
          )}
        >
          {isChecked ? <Check size={14} strokeWidth={3} /> : null}
        </span>
      </span>
      <span className={cx(CARD, "min-w-0 flex-1")}>
        <CardOf row={row} />
      </span>
    </button>
  );
}

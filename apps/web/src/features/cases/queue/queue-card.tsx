"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { cx } from "@rembuk/ui/class-names";
import { Check } from "lucide-react";
import { memo, type RefObject } from "react";
import { CARD, CardBody, type CardWords } from "./card-body";
import type { QueueItem } from "./queue-cells";
import { useLongPress } from "./use-long-press";
import { WaitingMark } from "./waiting-mark";

/** What a card begins. */
export interface CardHands {
  readonly onToggle: (id: string) => void;
  readonly onHold: (row: QueueItem) => void;
}

interface QueueCardProps {
  row: QueueItem;
  words: CardWords;
  /** Null while nothing is being chosen: the card is a link, and a box otherwise. */
  isChecked: boolean | null;
  /** A finger that rests begins the choosing of several. */
  mayHold: boolean;
  hands: RefObject<CardHands>;
}

/** A case on a phone: a link, or a box while several are being chosen. Drawn anew when something of its own changed. */
export const QueueCard = memo(function QueueCard(props: QueueCardProps) {
  const { row, isChecked, mayHold, hands } = props;
  // Around both, so that it stays: the link below the finger is a box by the time it is lifted.
  const press = useLongPress(mayHold ? () => hands.current.onHold(row) : null);
  return (
    <div {...press} className="[-webkit-touch-callout:none]">
      {isChecked === null ? (
        <AppLink
          href={`/kasus/${row.id}`}
          data-case={row.id}
          className={cx(CARD, "no-underline hover:bg-hover")}
        >
          <CardOf row={row} words={props.words} />
        </AppLink>
      ) : (
        <SelectCard
          row={row}
          words={props.words}
          isChecked={isChecked}
          onToggle={() => hands.current.onToggle(row.id)}
        />
      )}
    </div>
  );
});

function CardOf({ row, words }: Pick<QueueCardProps, "row" | "words">) {
  const waiting = row.gone ? null : row.waitingReferral;
  return (
    <CardBody
      row={row}
      words={words}
      waiting={waiting ? <WaitingMark waiting={waiting} /> : null}
    />
  );
}

function SelectCard(
  props: Pick<QueueCardProps, "row" | "words"> & { isChecked: boolean; onToggle: () => void },
) {
  const { row, isChecked } = props;
  return (
    // biome-ignore lint/a11y/useSemanticElements: the whole card is the box, a native one cannot hold it
    <button
      type="button"
      role="checkbox"
      aria-checked={isChecked}
      disabled={row.gone}
      onClick={props.onToggle}
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
        <CardOf row={row} words={props.words} />
      </span>
    </button>
  );
}

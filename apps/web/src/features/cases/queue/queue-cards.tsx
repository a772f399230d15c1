"use client";

import { Button } from "@rembuk/ui/button";
import { useVirtualizer, type VirtualizerOptions } from "@tanstack/react-virtual";
import { ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useMemo, useState } from "react";
import { useLatest } from "@/lib/use-latest";
import { useCardWords } from "./card-body";
import { type CardHands, QueueCard } from "./queue-card";
import type { QueueItem } from "./queue-cells";
import { GroupWords } from "./queue-group-bar";
import type { RowGroup } from "./row-groups";
import type { useChecked } from "./use-checked";
import { linesOf } from "./use-list-window";

type Checked = ReturnType<typeof useChecked>;

interface QueueCardsProps {
  scroller: RefObject<HTMLDivElement | null>;
  groups: readonly RowGroup<QueueItem>[];
  /** There are more rows than are loaded. */
  isOpenEnded: boolean;
  /** Null where nothing can be done to several at once. */
  checked: Checked | null;
}

const HEADING = 32;
const CARD = 108;

/** The list on a phone: one column of links; by "Pilih" or a finger that rests, one of boxes to check. */
export function QueueCards({ checked, ...list }: QueueCardsProps) {
  const [isSelecting, setSelecting] = useState(false);
  const begin = (row: QueueItem) => {
    setSelecting(true);
    if (!row.gone && !checked?.ids.has(row.id)) checked?.toggle(row.id);
  };
  const leave = () => {
    checked?.clear();
    setSelecting(false);
  };
  const select = isSelecting ? checked : null;
  return (
    <>
      {checked ? (
        <SelectBar checked={select} onBegin={() => setSelecting(true)} onLeave={leave} />
      ) : null}
      <CardList {...list} select={select} onHold={checked ? begin : null} />
    </>
  );
}

type Measure = NonNullable<VirtualizerOptions<HTMLDivElement, HTMLLIElement>["measureElement"]>;

/**
 * A card is as high as the browser found it when it laid the page out by itself; until then as high as a
 * card is guessed to be. To ask at once would lay out the page once more, on the phones that are slowest at it.
 */
const measureLaidOut: Measure = (card, entry, { options, itemSizeCache, indexFromElement }) => {
  if (entry) return Math.round(entry.borderBoxSize[0]?.blockSize ?? card.offsetHeight);
  const index = indexFromElement(card);
  return itemSizeCache.get(options.getItemKey(index)) ?? options.estimateSize(index);
};

/** Those in sight are drawn, one below the other: what a guess was wrong by moves nothing that is seen. */
function CardList(
  props: Omit<QueueCardsProps, "checked"> & {
    select: Checked | null;
    onHold: ((row: QueueItem) => void) | null;
  },
) {
  const { scroller, groups, isOpenEnded, select, onHold } = props;
  const t = useTranslations("queue");
  const words = useCardWords();
  const lines = useMemo(() => linesOf(groups), [groups]);
  const count = lines.filter((line) => line.kind === "row").length;
  const hands = useLatest<CardHands>({
    onToggle: (id) => select?.toggle(id),
    onHold: (row) => onHold?.(row),
  });
  const virtualizer = useVirtualizer<HTMLDivElement, HTMLLIElement>({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => lines[index]?.key ?? index,
    estimateSize: (index) => (lines[index]?.kind === "heading" ? HEADING : CARD),
    measureElement: measureLaidOut,
    overscan: 8,
  });
  const drawn = virtualizer.getVirtualItems();
  return (
    <ul
      aria-label={t("listLabel")}
      style={{
        paddingTop: drawn[0]?.start,
        paddingBottom: virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? 0),
      }}
    >
      {drawn.map(({ index, key }) => {
        const line = lines[index];
        if (!line) return null;
        return (
          <li
            key={key}
            ref={virtualizer.measureElement}
            data-index={index}
            {...(line.kind === "row"
              ? { "aria-posinset": line.at + 1, "aria-setsize": isOpenEnded ? -1 : count }
              : {})}
            className="border-b border-line"
          >
            {line.kind === "row" ? (
              <QueueCard
                row={line.row}
                words={words}
                isChecked={select ? select.ids.has(line.row.id) : null}
                mayHold={onHold !== null}
                hands={hands}
              />
            ) : (
              <h2 className="flex min-h-8 items-center gap-2 bg-surface-2 px-4 text-12 text-text-2">
                <GroupWords heading={line.heading} />
              </h2>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** Into the choosing of several and out of it; the acts themselves stand below the list, at the thumb. */
function SelectBar(props: { checked: Checked | null; onBegin: () => void; onLeave: () => void }) {
  const { checked, onBegin, onLeave } = props;
  const t = useTranslations("queue.select");
  return (
    <div className="sticky top-0 z-[1] flex min-h-11 items-center justify-end gap-2 border-b border-line bg-surface px-4 py-1">
      {checked ? (
        <>
          <p role="status" className="mr-auto text-13 text-text-2">
            {t("hint", { count: checked.rows.length })}
          </p>
          <Button size="small" onClick={checked.isAll ? checked.clear : checked.all}>
            {t(checked.isAll ? "none" : "all")}
          </Button>
          <Button size="small" onClick={onLeave}>
            {t("leave")}
          </Button>
        </>
      ) : (
        <Button size="small" icon={<ListChecks size={16} aria-hidden />} onClick={onBegin}>
          {t("begin")}
        </Button>
      )}
    </div>
  );
}

"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { Button } from "@rembuk/ui/button";
import { cx } from "@rembuk/ui/class-names";
import { useVirtualizer } from "@tanstack/react-virtual";
import { Check, ListChecks } from "lucide-react";
import { useTranslations } from "next-intl";
import { type RefObject, useMemo, useState } from "react";
import { CardBody } from "./card-body";
import type { QueueItem } from "./queue-cells";
import { GroupWords } from "./queue-group-bar";
import type { RowGroup } from "./row-groups";
import type { useChecked } from "./use-checked";
import { type ListLine, linesOf } from "./use-list-window";
import { useLongPress } from "./use-long-press";

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
const BAR = 44;

/** The lines of the list in sight, below the bar that stands above them. */
function useCardWindow(
  scroller: QueueCardsProps["scroller"],
  lines: readonly ListLine[],
  above: number,
) {
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => lines[index]?.key ?? index,
    estimateSize: (index) => (lines[index]?.kind === "heading" ? HEADING : CARD),
    overscan: 8,
    scrollMargin: above,
  });
  return { virtualizer, topOf: (start: number) => `translateY(${start - above}px)` };
}

/**
 * The list on a phone: one column of links, of which those in sight are drawn; by "Pilih" or a finger
 * that rests, one of boxes to check.
 */
export function QueueCards({ scroller, groups, isOpenEnded, checked }: QueueCardsProps) {
  const t = useTranslations("queue");
  const lines = useMemo(() => linesOf(groups), [groups]);
  const count = lines.filter((line) => line.kind === "row").length;
  const { virtualizer, topOf } = useCardWindow(scroller, lines, checked ? BAR : 0);
  const [isSelecting, setSelecting] = useState(false);
  const select = isSelecting ? checked : null;
  const begin = (row: QueueItem) => {
    setSelecting(true);
    if (!row.gone && !checked?.ids.has(row.id)) checked?.toggle(row.id);
  };
  const leave = () => {
    checked?.clear();
    setSelecting(false);
  };
  return (
    <div>
      {checked ? (
        <SelectBar checked={select} onBegin={() => setSelecting(true)} onLeave={leave} />
      ) : null}
      <ul
        aria-label={t("listLabel")}
        className="relative"
        style={{ height: virtualizer.getTotalSize() }}
      >
        {virtualizer.getVirtualItems().map(({ index, key, start }) => {
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
              className="absolute inset-x-0 top-0 border-b border-line"
              style={{ transform: topOf(start) }}
            >
              {line.kind === "row" ? (
                <Card
                  row={line.row}
                  select={select}
                  onHold={checked ? () => begin(line.row) : null}
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
    </div>
  );
}

/** Into the choosing of several and out of it; the acts themselves stand below the list, at the thumb. */
function SelectBar(props: { checked: Checked | null; onBegin: () => void; onLeave: () => void }) {
  const { checked, onBegin, onLeave } = props;
  const t = useTranslations("queue.select");
  return (
    <div className="flex h-11 items-center justify-end gap-2 border-b border-line px-4">
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

const FACE =
  "flex w-full flex-col gap-1.5 px-4 py-3 text-left text-text focus-visible:outline-offset-[-2px]";

function Card(props: { row: QueueItem; select: Checked | null; onHold: (() => void) | null }) {
  const { row, select, onHold } = props;
  // On what stays: the link below the finger has become a box by the time it is lifted.
  const press = useLongPress(onHold);
  return (
    <div {...press} className="[-webkit-touch-callout:none]">
      {select ? (
        <SelectCard row={row} checked={select} />
      ) : (
        <AppLink
          href={`/kasus/${row.id}`}
          data-case={row.id}
          className={cx(FACE, "no-underline hover:bg-hover")}
        >
          <CardBody row={row} />
        </AppLink>
      )}
    </div>
  );
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
      <span className={cx(FACE, "min-w-0 flex-1")}>
        <CardBody row={row} />
      </span>
    </button>
  );
}

// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be laid out by a grid of columns chosen
// biome-ignore-all lint/a11y/useFocusableInteractive: rows are the stops of this grid, not its cells
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
"use client";

import { Checkbox } from "@rembuk/ui/checkbox";
import { cx } from "@rembuk/ui/class-names";
import { TurnMarker } from "@rembuk/ui/turn-marker";
import { FlexRender } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { memo, type RefObject } from "react";
import { CaseCell, type QueueItem } from "./queue-cells";
import type { ListColumn } from "./queue-look";
import type { QueueTableRow } from "./use-queue-table";

/** What a row begins. */
export interface RowHands {
  readonly onCheck: (id: string, isRange: boolean) => void;
  readonly onSelect: (id: string) => void;
  readonly onOpen: (id: string) => void;
}

interface QueueRowProps {
  row: QueueTableRow;
  /** Those that are shown; the row itself stays the same when they change. */
  columns: readonly ListColumn[];
  template: string;
  top: number;
  height: number;
  hasVillage: boolean;
  /** Place in the whole list, headings and column names counted. */
  rowIndex: number;
  isActive: boolean;
  /** Null where nothing is checked. */
  isChecked: boolean | null;
  hands: RefObject<RowHands>;
}

/** Grid of a row and of the column names; its columns come with the style. */
export const rowGrid = "grid items-center gap-x-2 px-3";

/**
 * One case in 44 or 36 px. The row is the tab stop; its link is for the mouse. Drawn anew only when something of
 * its own changed: whoever walks down the list by keys waits for two rows, not for all.
 */
export const QueueRow = memo(function QueueRow(props: QueueRowProps) {
  const { isActive, isChecked, hands } = props;
  const row = props.row.original;
  const t = useTranslations("queue");
  return (
    <div
      role="row"
      data-case={row.id}
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={props.rowIndex}
      aria-selected={isActive}
      onClick={() => hands.current.onSelect(row.id)}
      onDoubleClick={() => hands.current.onOpen(row.id)}
      style={{
        ...{ position: "absolute", top: props.top, left: 0, right: 0, height: props.height },
        gridTemplateColumns: props.template,
      }}
      className={cx(
        rowGrid,
        "cursor-pointer border-b border-line focus-visible:outline-offset-[-2px]",
        isActive
          ? "bg-selected before:absolute before:inset-y-0 before:left-0 before:w-[3px] before:bg-brand"
          : isChecked
            ? "bg-brand-soft"
            : "hover:bg-hover",
        row.gone && !isActive && "bg-sunken",
      )}
    >
      {isChecked === null ? null : <CheckCell row={row} isChecked={isChecked} hands={hands} />}
      <span role="gridcell" className="flex justify-center">
        {row.isMyTurn && !row.gone ? <TurnMarker label={t("yourTurn")} /> : null}
      </span>
      <CaseCell row={row} hasVillage={props.hasVillage} />
      {props.row.getVisibleCells().map((cell) => (
        <FlexRender key={cell.id} cell={cell} />
      ))}
    </div>
  );
});

/** A click on the box checks; it chooses nothing. With Shift it checks from the last one to here. */
function CheckCell(props: { row: QueueItem; isChecked: boolean; hands: RefObject<RowHands> }) {
  const { row, isChecked, hands } = props;
  const t = useTranslations("queue");
  return (
    <span
      role="gridcell"
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
    >
      <Checkbox
        hideLabel
        tabIndex={-1}
        checked={isChecked}
        disabled={row.gone}
        label={t("check", { number: row.number })}
        onChange={(event) => {
          const { nativeEvent } = event;
          hands.current.onCheck(row.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
        }}
      />
    </span>
  );
}

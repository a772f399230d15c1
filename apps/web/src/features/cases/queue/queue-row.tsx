// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be laid out by a grid of columns chosen
// biome-ignore-all lint/a11y/useFocusableInteractive: rows are the stops of this grid, not its cells
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
"use client";

import { Checkbox } from "@rembuk/ui/checkbox";
import { cx } from "@rembuk/ui/class-names";
import { TurnMarker } from "@rembuk/ui/turn-marker";
import { useTranslations } from "next-intl";
import type { CSSProperties, ReactNode } from "react";
import { CaseCell, type QueueItem } from "./queue-cells";

interface QueueRowProps {
  row: QueueItem;
  /** Cells behind the case, in the order of their columns. */
  children: ReactNode;
  hasVillage: boolean;
  /** Place in the whole list, headings and column names counted. */
  rowIndex: number;
  style: CSSProperties;
  isActive: boolean;
  /** Null where nothing is checked. */
  isChecked: boolean | null;
  onCheck: (id: string, isRange: boolean) => void;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

/** Grid of a row and of the column names; its columns come with the style. */
export const rowGrid = "grid items-center gap-x-2 px-3";

/** One case in 44 or 36 px. The row is the tab stop; its link is for the mouse. */
export function QueueRow(props: QueueRowProps) {
  const { row, isActive, isChecked, onSelect, onOpen } = props;
  const t = useTranslations("queue");
  return (
    <div
      role="row"
      data-case={row.id}
      tabIndex={isActive ? 0 : -1}
      aria-rowindex={props.rowIndex}
      aria-selected={isActive}
      onClick={() => onSelect(row.id)}
      onDoubleClick={() => onOpen(row.id)}
      style={props.style}
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
      {isChecked === null ? null : (
        <CheckCell row={row} isChecked={isChecked} onCheck={props.onCheck} />
      )}
      <span role="gridcell" className="flex justify-center">
        {row.isMyTurn && !row.gone ? <TurnMarker label={t("yourTurn")} /> : null}
      </span>
      <CaseCell row={row} hasVillage={props.hasVillage} />
      {props.children}
    </div>
  );
}

/** A click on the box checks; it chooses nothing. With Shift it checks from the last one to here. */
function CheckCell(props: {
  row: QueueItem;
  isChecked: boolean;
  onCheck: (id: string, isRange: boolean) => void;
}) {
  const { row, isChecked, onCheck } = props;
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
          onCheck(row.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey);
        }}
      />
    </span>
  );
}

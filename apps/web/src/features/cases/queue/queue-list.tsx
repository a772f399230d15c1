// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be laid out by a grid of columns chosen
// biome-ignore-all lint/a11y/useFocusableInteractive: rows are the stops of this grid, not its cells
"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type RefObject, useMemo } from "react";
import { useLatest } from "@/lib/use-latest";
import type { QueueItem } from "./queue-cells";
import { headHeight, QueueColumns } from "./queue-columns";
import { GroupWords } from "./queue-group-bar";
import {
  fittingColumns,
  gridTemplate,
  type QueueLook,
  rowHeights,
  usualColumns,
} from "./queue-look";
import { QueueRow, type RowHands } from "./queue-row";
import type { QueueFilters } from "./queue-view";
import { orderOf, ordersOf } from "./queue-view";
import type { RowGroup } from "./row-groups";
import type { useChecked } from "./use-checked";
import { linesOf, useListWindow } from "./use-list-window";
import { useQueueTable } from "./use-queue-table";
import { useWidthOf } from "./use-width-of";

interface QueueListProps {
  scroller: RefObject<HTMLDivElement | null>;
  groups: readonly RowGroup<QueueItem>[];
  rows: readonly QueueItem[];
  /** There are more rows than are loaded. */
  isOpenEnded: boolean;
  filters: QueueFilters;
  look: QueueLook;
  activeId: string | null;
  /** Null where nothing can be done to several at once. */
  checked: ReturnType<typeof useChecked> | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
  onOrder: (order: QueueFilters["order"]) => void;
}

/** Arrows, Home, End and Enter inside the list, which is one tab stop. */
function useListKeys({ rows, activeId, onSelect, onOpen }: QueueListProps) {
  const ids = useMemo(() => rows.map((row) => row.id), [rows]);
  return (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = activeId === null ? -1 : ids.indexOf(activeId);
    const moves: Record<string, number> = {
      ArrowDown: Math.min(at + 1, ids.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: ids.length - 1,
    };
    const next = ids[moves[event.key] ?? -1];
    if (next !== undefined) {
      event.preventDefault();
      onSelect(next);
    } else if (event.key === "Enter" && activeId !== null) {
      event.preventDefault();
      onOpen(activeId);
    }
  };
}

/** The list at a desk: of thousands of rows those in sight are drawn. */
export function QueueList(props: QueueListProps) {
  const { scroller, groups, look, filters, activeId, checked } = props;
  const t = useTranslations("queue");
  const width = useWidthOf(scroller);
  const hasBox = checked !== null;
  const columns = useMemo(
    () => fittingColumns(look.columns ?? usualColumns, width, hasBox),
    [look.columns, width, hasBox],
  );
  const template = gridTemplate(columns, hasBox);
  const table = useQueueTable(props.rows, columns);
  const lines = useMemo(() => linesOf(groups), [groups]);
  const rowHeight = rowHeights[look.density];
  const { virtualizer, isStuck } = useListWindow({ scroller, lines, rowHeight, activeId });
  const onKeyDown = useListKeys(props);
  const hands = useLatest<RowHands>({
    ...{ onSelect: props.onSelect, onOpen: props.onOpen },
    onCheck: (id, isRange) => (isRange ? checked?.extendTo(id) : checked?.toggle(id)),
  });
  const isVillageSaid = columns.includes("village") || groups[0]?.heading.by === "village";
  const rows = table.getRowModel().rows;
  return (
    <div
      role="grid"
      aria-label={t("listLabel")}
      aria-rowcount={props.isOpenEnded ? -1 : lines.length + 1}
      data-rows={props.rows.length}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup" className="sticky top-0 z-[3]">
        <QueueColumns
          columns={columns}
          template={template}
          checked={checked}
          order={orderOf(filters)}
          orders={ordersOf(filters)}
          onOrder={props.onOrder}
        />
      </div>
      <div role="rowgroup" className="relative" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, key, start, size }) => {
          const line = lines[index];
          const top = start - headHeight;
          if (line?.kind === "heading")
            return (
              <div
                key={key}
                role="row"
                aria-rowindex={index + 2}
                className="z-[2] w-full"
                style={
                  isStuck(index)
                    ? { position: "sticky", top: headHeight, height: size }
                    : { position: "absolute", top, height: size }
                }
              >
                <div
                  role="gridcell"
                  className="flex h-full items-center gap-2 border-b border-line bg-surface-2 px-3 text-12 text-text-2"
                >
                  <GroupWords heading={line.heading} />
                </div>
              </div>
            );
          const row = line ? rows[line.at] : undefined;
          if (!row) return null;
          return (
            <QueueRow
              key={key}
              {...{ row, columns, template, top, hands }}
              height={size}
              hasVillage={isVillageSaid}
              rowIndex={index + 2}
              isActive={row.id === activeId}
              isChecked={checked ? checked.ids.has(row.id) : null}
            />
          );
        })}
      </div>
    </div>
  );
}

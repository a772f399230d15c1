"use client";

import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import { useLatest } from "@/lib/use-latest";
import type { QueueItem } from "./queue-cells";
import { headHeight } from "./queue-columns";
import { groupHeight } from "./queue-look";
import type { Heading, RowGroup } from "./row-groups";

/** A line of the list: a heading, or a case. */
export type ListLine =
  | { readonly kind: "heading"; readonly key: string; readonly heading: Heading }
  | { readonly kind: "row"; readonly key: string; readonly row: QueueItem; readonly at: number };

/** Headings and rows one below the other. `at`: place among the rows alone. */
export function linesOf(groups: readonly RowGroup<QueueItem>[]): readonly ListLine[] {
  let at = 0;
  return groups.flatMap(({ key, heading, rows }) => [
    { kind: "heading" as const, key: `heading ${key}`, heading },
    ...rows.map((row) => ({ kind: "row" as const, key: row.id, row, at: at++ })),
  ]);
}

interface ListWindow {
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly lines: readonly ListLine[];
  readonly rowHeight: number;
  readonly activeId: string | null;
}

/**
 * The lines that are drawn: those in sight, the heading that sticks above them, and the chosen row,
 * which holds the focus wherever the list is scrolled.
 */
export function useListWindow({ scroller, lines, rowHeight, activeId }: ListWindow) {
  const headings = useMemo(
    () => lines.flatMap((line, index) => (line.kind === "heading" ? [index] : [])),
    [lines],
  );
  const activeAt = useMemo(
    () => lines.findIndex((line) => line.kind === "row" && line.row.id === activeId),
    [lines, activeId],
  );
  const stuck = useRef(0);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => lines[index]?.key ?? index,
    estimateSize: (index) => (lines[index]?.kind === "heading" ? groupHeight : rowHeight),
    overscan: 10,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight + groupHeight,
    rangeExtractor: useCallback(
      (range: Parameters<typeof defaultRangeExtractor>[0]) => {
        stuck.current = headings.findLast((index) => index <= range.startIndex) ?? 0;
        const drawn = new Set([stuck.current, ...defaultRangeExtractor(range)]);
        if (activeAt !== -1) drawn.add(activeAt);
        return [...drawn].sort((a, b) => a - b);
      },
      [headings, activeAt],
    ),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are read anew where they change
  useEffect(() => virtualizer.measure(), [virtualizer, rowHeight, lines]);
  useFollow(scroller, activeId, () => {
    const { range, scrollOffset } = virtualizer;
    if (activeAt === -1 || isInSight(activeAt, range, scrollOffset === 0)) return;
    virtualizer.scrollToIndex(activeAt, { align: "auto" });
  });
  return { virtualizer, isStuck: (index: number) => index === stuck.current };
}

/** Lines that the names of the columns and a heading may cover. */
const COVERED = 2;

/** Whether a line stands clear of both edges, by what is known: to ask the page would lay it out at once. */
const isInSight = (
  at: number,
  range: { readonly startIndex: number; readonly endIndex: number } | null,
  isAtTop: boolean,
): boolean => range !== null && at < range.endIndex && (isAtTop || at > range.startIndex + COVERED);

/** The focus goes with the chosen row, unless somebody works elsewhere or has not begun. */
function useFollow(
  scroller: RefObject<HTMLElement | null>,
  activeId: string | null,
  reveal: () => void,
) {
  const before = useRef<string | null>(null);
  const show = useLatest(reveal);
  useEffect(() => {
    const moved = before.current !== null && before.current !== activeId;
    before.current = activeId;
    if (activeId === null || !moved) return;
    show.current();
    const row = scroller.current?.querySelector<HTMLElement>(`[data-case="${activeId}"]`);
    const isInside = scroller.current?.contains(document.activeElement);
    if (isInside || document.activeElement === document.body) row?.focus({ preventScroll: true });
  }, [scroller, activeId, show]);
}

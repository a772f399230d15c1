// biome-ignore-all lint/a11y/useSemanticElements: a table cannot be laid out by container queries
// biome-ignore-all lint/a11y/useFocusableInteractive: rows are the stops of this grid, not its cells
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid handles the keys of its rows
"use client";

import { Checkbox } from "@rembuk/ui/checkbox";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useEffect, useMemo, useRef } from "react";
import { useFormat } from "@/components/office-zone";
import { type Grouped, groupByDue } from "./group-by-due";
import { GroupWords } from "./queue-group-bar";
import { type QueueItem, QueueRow, queueColumns } from "./queue-row";
import type { useChecked } from "./use-checked";

interface QueueListProps {
  rows: readonly QueueItem[];
  /** Newest first has no headings by deadline. */
  grouped: boolean;
  activeId: string | null;
  /** Null where nothing can be done to several at once. */
  checked: ReturnType<typeof useChecked> | null;
  onSelect: (id: string) => void;
  onOpen: (id: string) => void;
}

/** Rows under headings, in the order in which they are drawn. */
export function useGroups(rows: readonly QueueItem[], grouped: boolean) {
  const { zone } = useFormat();
  return useMemo(
    (): readonly Grouped<QueueItem>[] =>
      grouped ? groupByDue(rows, new Date(), zone) : [{ group: "none", rows }],
    [rows, grouped, zone],
  );
}

/** The list at a desk: one tab stop, arrows move inside it. */
export function QueueList(props: QueueListProps) {
  const { rows, activeId, checked, onSelect, onOpen } = props;
  const t = useTranslations("queue");
  const groups = useGroups(rows, props.grouped);
  const box = useRef<HTMLDivElement>(null);
  const ids = useMemo(() => groups.flatMap((g) => g.rows.map((row) => row.id)), [groups]);
  const active = activeId ?? ids[0] ?? null;
  useFollowFocus(box, active);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const at = active === null ? -1 : ids.indexOf(active);
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
    } else if (event.key === "Enter" && active !== null) {
      event.preventDefault();
      onOpen(active);
    }
  };

  return (
    <div
      ref={box}
      role="grid"
      aria-label={t("listLabel")}
      aria-rowcount={-1}
      onKeyDown={onKeyDown}
      className="@container"
    >
      <HeaderRow checked={checked} />
      {groups.map(({ group, rows: members }) => (
        <div role="rowgroup" key={group}>
          <div role="row" className="sticky top-8 z-[1]">
            <div
              role="gridcell"
              className="flex h-7 items-center gap-2 border-b border-line bg-surface-2 px-3 text-12 text-text-2"
            >
              <GroupWords group={group} count={members.length} />
            </div>
          </div>
          {members.map((row) => (
            <QueueRow
              key={row.id}
              row={row}
              isActive={row.id === active}
              isChecked={checked ? checked.ids.has(row.id) : null}
              onCheck={(id, isRange) => (isRange ? checked?.extendTo(id) : checked?.toggle(id))}
              onSelect={onSelect}
              onOpen={onOpen}
            />
          ))}
        </div>
      ))}
    </div>
  );
}

/** The focus goes with the chosen row, unless somebody works elsewhere or has not begun. */
function useFollowFocus(box: React.RefObject<HTMLDivElement | null>, active: string | null) {
  const before = useRef<string | null>(null);
  useEffect(() => {
    const moved = before.current !== null && before.current !== active;
    before.current = active;
    if (active === null || !moved) return;
    const row = box.current?.querySelector<HTMLElement>(`[data-case="${active}"]`);
    row?.scrollIntoView({ block: "nearest" });
    const isInside = box.current?.contains(document.activeElement);
    if (isInside || document.activeElement === document.body) row?.focus({ preventScroll: true });
  }, [box, active]);
}

function HeaderRow({ checked }: Pick<QueueListProps, "checked">) {
  const t = useTranslations("queue.columns");
  const queue = useTranslations("queue");
  return (
    <div
      role="row"
      className={`${queueColumns(checked !== null)} sticky top-0 z-[2] h-8 border-b border-line bg-surface text-11 font-medium text-text-3`}
    >
      {checked ? (
        <span role="columnheader">
          <Checkbox
            hideLabel
            tabIndex={-1}
            checked={checked.isAll}
            mixed={checked.rows.length > 0 && !checked.isAll}
            label={queue("checkAll")}
            onChange={() => (checked.isAll ? checked.clear() : checked.all())}
          />
        </span>
      ) : null}
      <span role="columnheader">
        <span className="sr-only">{queue("yourTurn")}</span>
      </span>
      <span role="columnheader">{t("case")}</span>
      <span role="columnheader" className="hidden @2xl:block">
        {t("village")}
      </span>
      <span role="columnheader">{t("status")}</span>
      <span role="columnheader">{t("clocks")}</span>
      <span role="columnheader" className="hidden @3xl:block">
        {t("holder")}
      </span>
    </div>
  );
}

"use client";

import { Button } from "@rembuk/ui/button";
import { cx } from "@rembuk/ui/class-names";
import { useWanted } from "@rembuk/ui/later";
import { SkeletonRows } from "@rembuk/ui/list-states";
import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { type ReactNode, type RefObject, useEffect, useRef } from "react";
import { useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import { useWide } from "@/components/use-wide";
import { BulkReports } from "../bulk/bulk-reports";
import { ArrivedBar } from "./arrived-bar";
import { ListNotes } from "./list-notes";
import { cards, table } from "./list-parts";
import { QueueDock } from "./queue-dock";
import { QueueFilterBar } from "./queue-filter-bar";
import { QueueHead } from "./queue-head";
import { QueueHints } from "./queue-hints";
import type { QueueSetting } from "./queue-setting";
import { QueueEmpty, QueueFailed } from "./queue-states";
import { narrowing } from "./queue-view";
import { useChecked } from "./use-checked";
import { useCursor } from "./use-cursor";
import { useQueue } from "./use-queue";
import { useQueueActs } from "./use-queue-acts";
import { useQueueFilters } from "./use-queue-filters";
import { useQueueKeys } from "./use-queue-keys";

// On wide screens only, and behind the list: its place is kept free.
const QueuePane = dynamic(() => import("./queue-pane").then((pane) => pane.QueuePane), {
  ssr: false,
});

/** The beginning of one list as the server drew it, until its rows are there. */
export interface FirstSight {
  /** Which list, by `readingOf`. */
  readonly of: string;
  readonly rows: ReactNode;
}

interface QueueScreenProps {
  setting: QueueSetting;
  first: FirstSight | null;
}

/** Everything that waits, by deadline; the officer's day is spent here. */
export function QueueScreen({ setting, first }: QueueScreenProps) {
  const { filters, look, ignored, change, changeLook, clear } = useQueueFilters();
  const queue = useQueue(filters, look);
  const shortcuts = useShortcutSetting();
  const search = useRef<HTMLInputElement>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const isDesk = useWide(768);
  const hasPane = useWide(1200);
  const [rows, stack] = [useWanted(table, isDesk), useWanted(cards, !isDesk)];
  const [List, Cards] = isDesk ? [rows, null] : [null, stack];
  const cursor = useCursor(queue.rows);
  const checked = useChecked(queue.rows);
  const acts = useQueueActs({ cursor, checked, acts: setting.bulkActs, hasCursor: isDesk });
  useMoreBelow(queue, cursor);
  useQueueKeys(
    {
      ...{ cursor, checked, acts: setting.bulkActs, search, refresh: queue.refresh },
      ...{ intakeHref: setting.intake?.href ?? null, undo: acts.undo },
      ...{ startBulk: acts.startBulk, startAct: acts.startByKey },
    },
    shortcuts.on && isDesk && !acts.isOpen,
  );
  const empty = (
    <QueueEmpty
      view={filters.view}
      isNarrowed={narrowing(filters) > 0}
      mayBreakGlass={setting.mayBreakGlass}
      openCount={queue.counts?.open ?? 0}
      onClear={clear}
    />
  );
  const shown = { scroller, groups: queue.groups, isOpenEnded: queue.list.hasNextPage };
  return (
    <div
      data-density={isDesk ? (look.density === "dense" ? "padat" : undefined) : "lapang"}
      className="flex h-full min-h-0 flex-col bg-surface"
    >
      <QueueHead
        setting={setting}
        view={filters.view}
        counts={queue.counts}
        shortcuts={shortcuts.on}
      />
      <div className="flex min-h-0 flex-1">
        <div className="flex min-w-0 flex-1 flex-col">
          <QueueFilterBar
            filters={filters}
            onChange={change}
            look={look}
            onLook={changeLook}
            hasColumns={isDesk}
            subdistrictCode={setting.subdistrictCode}
            searchRef={search}
            shortcuts={shortcuts.on}
          />
          <ListNotes ignored={ignored} isTooMany={queue.isTooMany} />
          <ArrivedBar arrived={queue.arrived} left={queue.left} onRefresh={queue.refresh} />
          <BulkReports />
          <QueueBody
            queue={queue}
            scroller={scroller}
            empty={empty}
            first={first?.of === queue.reading ? first.rows : null}
            isReady={Boolean(List ?? Cards)}
          >
            {List ? (
              <List
                {...shown}
                rows={queue.rows}
                filters={filters}
                look={look}
                activeId={cursor.active?.id ?? null}
                checked={setting.bulkActs.length > 0 ? checked : null}
                onSelect={hasPane ? cursor.select : cursor.open}
                onOpen={cursor.open}
                onOrder={(order) => change({ order })}
              />
            ) : null}
            {Cards ? (
              <Cards {...shown} checked={setting.bulkActs.length > 0 ? checked : null} />
            ) : null}
          </QueueBody>
          <QueueDock checked={checked} acts={setting.bulkActs} onAct={acts.startBulk} />
          {isDesk && shortcuts.on ? <QueueHints canCheck={setting.bulkActs.length > 0} /> : null}
        </div>
        {hasPane && (cursor.active || queue.list.isPending) ? (
          <div className="flex w-[400px] flex-none flex-col border-l border-line">
            {cursor.active ? (
              <QueuePane
                row={cursor.active}
                at={cursor.at}
                of={queue.rows.length}
                onMove={cursor.move}
                onAct={(act) => cursor.active && acts.startAct(cursor.active, act)}
              />
            ) : null}
          </div>
        ) : null}
      </div>
      {acts.windows}
    </div>
  );
}

/** Rows before the last one at which the next page is asked for. */
const NEAR_END = 5;

/** Whoever walks down the list by keys need not ask for the next page. */
function useMoreBelow(queue: ReturnType<typeof useQueue>, cursor: ReturnType<typeof useCursor>) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = queue.list;
  const isNear = cursor.at > 0 && cursor.at >= queue.rows.length - NEAR_END;
  useEffect(() => {
    if (isNear && hasNextPage && !isFetchingNextPage) fetchNextPage();
  }, [isNear, hasNextPage, isFetchingNextPage, fetchNextPage]);
}

/** The four states of the list, in one scrolling box. */
function QueueBody(props: {
  queue: ReturnType<typeof useQueue>;
  scroller: RefObject<HTMLDivElement | null>;
  empty: ReactNode;
  first: ReactNode;
  /** What draws the rows is there. */
  isReady: boolean;
  children: ReactNode;
}) {
  const { list, rows } = props.queue;
  const isPending = list.isPending || (rows.length > 0 && !props.isReady);
  const t = useTranslations("queue");
  const instead = isPending ? (
    (props.first ?? <SkeletonRows rows={10} label={t("loading")} slow={t("slow")} />)
  ) : rows.length > 0 ? null : list.error ? (
    <QueueFailed error={list.error} isRetrying={list.isFetching} onRetry={list.refetch} />
  ) : (
    props.empty
  );
  // What is loading cannot be scrolled: nothing in it takes the focus, but for the first rows.
  const overflow = isPending && !props.first ? "overflow-hidden" : "overflow-y-auto";
  if (instead) return <div className={cx("min-h-0 flex-1", overflow)}>{instead}</div>;
  return (
    <div ref={props.scroller} className="min-h-0 flex-1 overflow-y-auto [overflow-anchor:none]">
      {props.children}
      <div className="flex min-h-12 items-center justify-center p-3 text-meta text-text-2">
        {list.hasNextPage ? (
          <Button
            onClick={list.fetchNextPage}
            pending={list.isFetchingNextPage}
            pendingLabel={t("loadingMore")}
          >
            {t("more")}
          </Button>
        ) : (
          t("end", { count: rows.length })
        )}
      </div>
    </div>
  );
}

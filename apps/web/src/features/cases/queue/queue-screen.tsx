"use client";

import { Button } from "@rembuk/ui/button";
import { SkeletonRows } from "@rembuk/ui/list-states";
import { useTranslations } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useRef } from "react";
import { useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import { BulkReports } from "../bulk/bulk-reports";
import { useWide } from "../use-wide";
import { ArrivedBar } from "./arrived-bar";
import { IgnoredWords } from "./extra-filters";
import { QueueCards } from "./queue-cards";
import { QueueDock } from "./queue-dock";
import { QueueFilterBar } from "./queue-filter-bar";
import { QueueHead, type QueueSetting } from "./queue-head";
import { QueueHints } from "./queue-hints";
import { QueueList, useGroups } from "./queue-list";
import { QueuePane } from "./queue-pane";
import { QueueEmpty, QueueFailed } from "./queue-states";
import { narrowing, orderOf } from "./queue-view";
import { useChecked } from "./use-checked";
import { useCursor } from "./use-cursor";
import { useQueue } from "./use-queue";
import { useQueueActs } from "./use-queue-acts";
import { useQueueFilters } from "./use-queue-filters";
import { useQueueKeys } from "./use-queue-keys";

/** Everything that waits, by deadline; the officer's day is spent here. */
export function QueueScreen({ setting }: { setting: QueueSetting }) {
  return (
    <NuqsAdapter>
      <Queue setting={setting} />
    </NuqsAdapter>
  );
}

function Queue({ setting }: { setting: QueueSetting }) {
  const { filters, ignored, change, clear } = useQueueFilters();
  const queue = useQueue(filters);
  const shortcuts = useShortcutSetting();
  const search = useRef<HTMLInputElement>(null);
  const isDesk = useWide(768);
  const hasPane = useWide(1200);
  // Headings by deadline stand over what is in the order of deadlines.
  const isGrouped = orderOf(filters) === "due";
  const drawn = useGroups(queue.rows, isGrouped).flatMap((group) => group.rows);
  const cursor = useCursor(drawn);
  const checked = useChecked(drawn);
  const acts = useQueueActs({ cursor, checked, acts: setting.bulkActs, hasCursor: isDesk });
  useQueueKeys(
    {
      ...{ cursor, checked, acts: setting.bulkActs, search, refresh: queue.refresh },
      ...{ intakeHref: setting.intake?.href ?? null, undo: acts.undo },
      ...{ startBulk: acts.startBulk, startAct: acts.startByKey },
    },
    shortcuts.on && isDesk && !acts.isOpen,
  );

  return (
    <div
      data-density={isDesk ? undefined : "lapang"}
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
            subdistrictCode={setting.subdistrictCode}
            searchRef={search}
            shortcuts={shortcuts.on}
          />
          <IgnoredWords words={ignored} />
          <ArrivedBar arrived={queue.arrived} left={queue.left} onRefresh={queue.refresh} />
          <BulkReports />
          <QueueBody
            queue={queue}
            empty={
              <QueueEmpty
                view={filters.view}
                isNarrowed={narrowing(filters) > 0}
                mayBreakGlass={setting.mayBreakGlass}
                openCount={queue.counts?.open ?? 0}
                onClear={clear}
              />
            }
          >
            {isDesk ? (
              <QueueList
                rows={queue.rows}
                grouped={isGrouped}
                activeId={cursor.active?.id ?? null}
                checked={setting.bulkActs.length > 0 ? checked : null}
                onSelect={hasPane ? cursor.select : cursor.open}
                onOpen={cursor.open}
              />
            ) : (
              <QueueCards
                rows={queue.rows}
                grouped={isGrouped}
                checked={setting.bulkActs.length > 0 ? checked : null}
              />
            )}
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

/** The four states of the list, in one scrolling box. */
function QueueBody(props: {
  queue: ReturnType<typeof useQueue>;
  empty: ReactNode;
  children: ReactNode;
}) {
  const { list, rows } = props.queue;
  const t = useTranslations("queue");
  if (list.isPending) return <SkeletonRows rows={10} label={t("loading")} slow={t("slow")} />;
  if (list.isError && rows.length === 0) {
    return (
      <QueueFailed
        error={list.error}
        isRetrying={list.isFetching}
        onRetry={() => void list.refetch()}
      />
    );
  }
  if (rows.length === 0) return props.empty;
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {props.children}
      <div className="flex min-h-12 items-center justify-center p-3 text-meta text-text-2">
        {list.hasNextPage ? (
          <Button
            onClick={() => void list.fetchNextPage()}
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

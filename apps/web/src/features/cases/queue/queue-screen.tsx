"use client";

import { Button } from "@rembuk/ui/button";
import { SkeletonRows } from "@rembuk/ui/list-states";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useRef, useState } from "react";
import { rememberTrail } from "../queue-trail";
import { useKeys, useShortcutSetting } from "../use-shortcuts";
import { useWide } from "../use-wide";
import { ArrivedBar } from "./arrived-bar";
import { KeysHelp } from "./keys-help";
import { QueueCards } from "./queue-cards";
import { QueueFilterBar } from "./queue-filter-bar";
import { QueueHead, type QueueSetting } from "./queue-head";
import { QueueList, useGroups } from "./queue-list";
import { QueuePane } from "./queue-pane";
import { QueueEmpty, QueueFailed } from "./queue-states";
import { narrowing } from "./queue-view";
import { useQueue } from "./use-queue";
import { useQueueFilters } from "./use-queue-filters";

/** Everything that waits, by deadline; the officer's day is spent here. */
export function QueueScreen({ setting }: { setting: QueueSetting }) {
  return (
    <NuqsAdapter>
      <Queue setting={setting} />
    </NuqsAdapter>
  );
}

function Queue({ setting }: { setting: QueueSetting }) {
  const { filters, change, clear } = useQueueFilters();
  const queue = useQueue(filters);
  const shortcuts = useShortcutSetting();
  const search = useRef<HTMLInputElement>(null);
  const isDesk = useWide(768);
  const hasPane = useWide(1200);
  const [isHelpOpen, setHelpOpen] = useState(false);
  const isGrouped = filters.view !== "all";
  const cursor = useCursor(queue.rows, isGrouped);
  const router = useRouter();
  useKeys(
    {
      j: () => cursor.move(1),
      k: () => cursor.move(-1),
      o: () => cursor.active && cursor.open(cursor.active.id),
      r: queue.refresh,
      c: () => setting.intake && router.push(setting.intake.href),
      "/": () => search.current?.focus(),
      "?": () => setHelpOpen(true),
    },
    shortcuts.on && isDesk,
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
        onHelp={() => setHelpOpen(true)}
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
          <ArrivedBar arrived={queue.arrived} left={queue.left} onRefresh={queue.refresh} />
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
                onSelect={hasPane ? cursor.select : cursor.open}
                onOpen={cursor.open}
              />
            ) : (
              <QueueCards rows={queue.rows} grouped={isGrouped} />
            )}
          </QueueBody>
        </div>
        {hasPane && (cursor.active || queue.list.isPending) ? (
          <div className="flex w-[400px] flex-none flex-col border-l border-line">
            {cursor.active ? (
              <QueuePane
                row={cursor.active}
                at={cursor.at}
                of={queue.rows.length}
                onMove={cursor.move}
              />
            ) : null}
          </div>
        ) : null}
      </div>
      {isHelpOpen ? <KeysHelp onClose={() => setHelpOpen(false)} /> : null}
    </div>
  );
}

/** Which row is chosen, in the order that is drawn. The first one until somebody chooses. */
function useCursor(rows: ReturnType<typeof useQueue>["rows"], isGrouped: boolean) {
  const router = useRouter();
  const drawn = useGroups(rows, isGrouped).flatMap((group) => group.rows);
  const [chosen, select] = useState<string | null>(null);
  const found = drawn.findIndex((row) => row.id === chosen);
  const at = found === -1 ? 0 : found;
  const move = (step: number) => {
    const next = drawn[Math.min(Math.max(at + step, 0), drawn.length - 1)];
    if (next) select(next.id);
  };
  const open = (id: string) => {
    const href = `${window.location.pathname}${window.location.search}`;
    rememberTrail({ ids: drawn.map((row) => row.id), href });
    router.push(`/kasus/${id}`);
  };
  return { active: drawn[at] ?? null, at, select, move, open };
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

"use client";

import { mostLateCounted } from "@rembuk/domain/coaching/model";
import { AppLink } from "@rembuk/ui/app-link";
import { Button, ButtonLink } from "@rembuk/ui/button";
import { EmptyState } from "@rembuk/ui/list-states";
import { PageHeader } from "@rembuk/ui/page-header";
import { Panel } from "@rembuk/ui/panel";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { CalendarDays, Plus, TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useFormat } from "@/components/office-zone";
import { dayOf } from "@/lib/format";
import { useTRPC } from "@/lib/trpc";
import { AgendaList } from "./agenda-list";
import type { BatchItem, WaitingItem } from "./coaching-data";
import { LoadedList } from "./loaded-list";

/** The server counts late commitments of a batch up to here. */

/** Coaching as its people begin the day: what waits for them, the batches, and the sessions to come. */
export function CoachingScreen({ mayOpen }: { mayOpen: boolean }) {
  const t = useTranslations("coaching");
  return (
    <div className="min-h-full bg-canvas">
      <PageHeader
        title={t("title")}
        actions={
          <>
            <ButtonLink
              href="/pembinaan/agenda"
              size="small"
              icon={<CalendarDays size={14} aria-hidden />}
            >
              {t("agenda.title")}
            </ButtonLink>
            {mayOpen ? (
              <ButtonLink
                href="/pembinaan/angkatan/baru"
                size="small"
                tone="primary"
                icon={<Plus size={14} aria-hidden />}
              >
                {t("open.title")}
              </ButtonLink>
            ) : null}
          </>
        }
      />
      <div className="grid gap-3.5 px-4 py-3.5 sm:px-7 lg:grid-cols-[minmax(0,1fr)_380px] lg:items-start">
        <WaitingPanel />
        <div className="flex min-w-0 flex-col gap-3.5">
          <BatchesPanel />
          <NextSessions />
        </div>
      </div>
    </div>
  );
}

function WaitingPanel() {
  const t = useTranslations("coaching");
  const list = useInfiniteQuery(
    useTRPC().coaching.waiting.infiniteQueryOptions(
      { limit: 25 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  const items = list.data?.pages.flatMap((page) => page.items);
  const late = items?.filter((one) => one.isLate).length ?? 0;
  // Late come first: when the last one of a page is late, more of them may follow.
  const goesOn = list.hasNextPage && items?.at(-1)?.isLate === true;
  return (
    <Panel
      id="menunggu"
      title={t("queue.title")}
      note={late > 0 ? t(goesOn ? "queue.lateAtLeast" : "queue.late", { count: late }) : undefined}
      flush
    >
      <LoadedList list={{ ...list, data: items }}>
        {(all) =>
          all.length === 0 ? (
            <EmptyState level={3} title={t("queue.none")}>
              {t("queue.noneText")}
            </EmptyState>
          ) : (
            <ul className="divide-y divide-line">
              {all.map((item) => (
                <li key={item.id}>
                  <WaitingRow item={item} />
                </li>
              ))}
            </ul>
          )
        }
      </LoadedList>
      <MoreRows list={list} />
    </Panel>
  );
}

/** The next page, when there is one. */
function MoreRows({
  list,
}: {
  list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<unknown>;
  };
}) {
  const t = useTranslations("coaching");
  if (!list.hasNextPage) return null;
  return (
    <div className="border-t border-line p-2">
      <Button
        block
        size="small"
        pending={list.isFetchingNextPage}
        pendingLabel={t("loading")}
        onClick={() => void list.fetchNextPage()}
      >
        {t("more")}
      </Button>
    </div>
  );
}

function WaitingRow({ item }: { item: WaitingItem }) {
  const t = useTranslations("coaching");
  const { shortDate } = useFormat();
  const day = item.dueOn ? shortDate(dayOf(item.dueOn)) : null;
  return (
    <AppLink
      href={`/pembinaan/${item.engagementId}`}
      className="grid gap-x-4 gap-y-1 px-3 py-2.5 text-inherit no-underline hover:bg-hover sm:grid-cols-[minmax(0,1fr)_auto]"
    >
      <span className="min-w-0">
        <span className="block text-14 font-semibold">{t(`queue.kinds.${item.kind}`)}</span>
        {item.text ? <span className="block text-14 break-words">{item.text}</span> : null}
        <span className="block text-13 text-text-2">{item.placeName}</span>
      </span>
      {day ? (
        <span
          className={`flex items-center gap-1.5 text-13 sm:justify-end ${item.isLate ? "font-semibold text-bad" : "text-text-2"}`}
        >
          {item.isLate ? <TriangleAlert size={14} aria-hidden /> : null}
          {item.isLate ? t("queue.since", { day }) : day}
        </span>
      ) : null}
    </AppLink>
  );
}

function BatchesPanel() {
  const t = useTranslations("coaching");
  const list = useInfiniteQuery(
    useTRPC().coaching.batches.infiniteQueryOptions(
      { limit: 10 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  );
  return (
    <Panel id="angkatan" title={t("batch.list")} flush>
      <LoadedList list={{ ...list, data: list.data?.pages.flatMap((page) => page.items) }}>
        {(items) =>
          items.length === 0 ? (
            <p className="px-3 py-2.5 text-text-2">{t("batch.none")}</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((item) => (
                <li key={item.id}>
                  <BatchRow item={item} />
                </li>
              ))}
            </ul>
          )
        }
      </LoadedList>
      <MoreRows list={list} />
    </Panel>
  );
}

function BatchRow({ item }: { item: BatchItem }) {
  const t = useTranslations("coaching");
  const { shortDate } = useFormat();
  const { places, innovations, late } = item;
  return (
    <AppLink
      href={`/pembinaan/angkatan/${item.id}`}
      className="block px-3 py-2.5 text-inherit no-underline hover:bg-hover"
    >
      <span className="block text-14 font-semibold break-words">{item.title}</span>
      <span className="block text-13 text-text-2">
        {t("batch.period", {
          from: shortDate(dayOf(item.startsOn)),
          to: shortDate(dayOf(item.endsOn)),
        })}
      </span>
      <span className="block text-13 text-text-2">{t("batch.size", { places, innovations })}</span>
      {late > 0 ? (
        <span className="mt-0.5 flex items-center gap-1.5 text-13 font-semibold text-bad">
          <TriangleAlert size={14} aria-hidden />
          {t(late >= mostLateCounted ? "batch.lateAtLeast" : "batch.late", { count: late })}
        </span>
      ) : null}
    </AppLink>
  );
}

/** The three sessions that come next. */
function NextSessions() {
  const t = useTranslations("coaching");
  const list = useQuery(useTRPC().coaching.agenda.queryOptions());
  return (
    <Panel id="sesi-berikut" title={t("agenda.next")} flush>
      <LoadedList list={list}>
        {(entries) => {
          const next = entries.filter(({ status }) => status === "scheduled").slice(0, 3);
          return next.length === 0 ? (
            <p className="px-3 py-2.5 text-text-2">{t("agenda.noneNext")}</p>
          ) : (
            <AgendaList entries={next} />
          );
        }}
      </LoadedList>
    </Panel>
  );
}

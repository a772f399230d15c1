"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useCallback, useMemo, useState } from "react";
import { useFormat } from "@/components/office-zone";
import { keepEqual } from "@/lib/keep-equal";
import { useTRPC } from "@/lib/trpc";
import { useNextPage } from "@/lib/use-next-page";
import type { CaseListItem } from "../case-data";
import { usePendingCases, withPending } from "../pending/pending-cases";
import type { QueueLook } from "./queue-look";
import { orderOf, type QueueFilters, queueInput, viewCounts } from "./queue-view";
import { type CountedGroup, groupOf, groupRows, isCounted, readingOf } from "./row-groups";
import { type Shown, type SteadyList, steadyRows } from "./steady-rows";
import { useGroupedList } from "./use-grouped-list";

const PAGE = 50;

interface Reading extends Shown<CaseListItem> {
  readonly key: string;
}

const nothing: SteadyList<CaseListItem> = { rows: [], arrived: 0, left: 0 };
const noPages: readonly { readonly items: readonly CaseListItem[] }[] = [];
const noGroups: readonly CountedGroup[] = [];

/** Rows that stay where they are while somebody reads, whatever arrives meanwhile. */
function useSteady(key: string, fresh: Shown<CaseListItem> | null) {
  const [last, setReading] = useState<Reading | null>(null);
  const reading = last?.key === key ? last : null;
  // The same rows as long as nothing came: a key pressed draws two lines of the list, not all.
  const list = useMemo(
    () => (fresh === null ? nothing : steadyRows(reading ?? fresh, fresh)),
    [reading, fresh],
  );
  const adopt = useCallback(() => {
    if (fresh !== null) setReading({ key, ...fresh });
  }, [key, fresh]);
  if (fresh !== null && reading === null) adopt();
  if (fresh !== null && reading !== null && fresh.pages > reading.pages)
    setReading({ key, rows: list.rows, pages: fresh.pages });
  return { list, adopt };
}

/** The pages of the list, straight on or group after group. */
function usePages(filters: QueueFilters, look: QueueLook) {
  const trpc = useTRPC();
  const input = queueInput(filters);
  const order = orderOf(filters);
  const wanted = groupOf(look, order);
  const grouped = useGroupedList(input, wanted);
  const by = grouped.isTooMany ? groupOf({ ...look, group: "due" }, order) : wanted;
  const straight = useInfiniteQuery(
    trpc.cases.list.infiniteQueryOptions(
      { ...input, limit: PAGE },
      {
        getNextPageParam: (page) => page.nextCursor,
        refetchOnMount: "always",
        structuralSharing: keepEqual,
        enabled: !isCounted(by),
      },
    ),
  );
  const isEmpty = grouped.counts.isSuccess && grouped.groups.length === 0;
  const list = isCounted(by) ? grouped.list : straight;
  const pages = list.data?.pages ?? (isCounted(by) && isEmpty ? noPages : null);
  const reading = readingOf(input, by);
  const next = useNextPage(list, reading);
  return {
    ...{ by, order, groups: grouped.groups, isTooMany: grouped.isTooMany, pages },
    reading,
    key: `${reading} ${list.isFetchedAfterMount}`,
    list: {
      isPending: isCounted(by)
        ? !isEmpty && list.isPending && !grouped.counts.isError
        : list.isPending,
      error: (isCounted(by) ? grouped.counts.error : null) ?? list.error,
      isFetching: list.isFetching || grouped.counts.isFetching,
      hasNextPage: list.hasNextPage,
      isFetchingNextPage: next.isAsked,
      fetchNextPage: next.ask,
      refetch: () => {
        if (isCounted(by)) void grouped.counts.refetch();
        void list.refetch();
      },
    },
  };
}

/** The pages of the queue under their headings, and the numbers of its tabs; the frame of the office keeps both fresh. */
export function useQueue(filters: QueueFilters, look: QueueLook) {
  const trpc = useTRPC();
  const { zone } = useFormat();
  const {
    by,
    order,
    groups: counted,
    isTooMany,
    pages,
    reading,
    key,
    list,
  } = usePages(filters, look);
  const { order: _, ...filter } = queueInput(filters);
  const { hasNextPage } = list;
  const due = useQuery(
    trpc.cases.groups.queryOptions(
      { ...filter, by: "due" },
      { enabled: by === "due" && hasNextPage, select: ({ groups }) => groups },
    ),
  ).data;
  const counts = useQuery(trpc.cases.counts.queryOptions(viewCounts));
  const fresh = useMemo(
    () => pages && { rows: pages.flatMap((page) => page.items), pages: pages.length },
    [pages],
  );
  // What the cache held is shown at once; the first answer after opening the page replaces it.
  const steady = useSteady(key, fresh);
  const pending = usePendingCases();
  const rows = useMemo(() => withPending(steady.list.rows, pending), [steady.list.rows, pending]);
  const groups = useMemo(
    () =>
      groupRows(rows, {
        ...{ by, order, zone, now: new Date(), hasMore: hasNextPage },
        counted: by === "due" ? (due ?? noGroups) : counted,
      }),
    [rows, by, order, counted, due, hasNextPage, zone],
  );
  const drawn = useMemo(() => groups.flatMap((group) => group.rows), [groups]);
  return {
    ...{ list, reading, isTooMany, counts: counts.data, groups, rows: drawn },
    ...{ arrived: steady.list.arrived, left: steady.list.left, refresh: steady.adopt },
  };
}

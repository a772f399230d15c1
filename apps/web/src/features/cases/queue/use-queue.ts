"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { CaseListItem } from "../case-data";
import { usePendingCases, withPending } from "../pending/pending-cases";
import { type QueueFilters, queueInput, viewCounts } from "./queue-view";
import { type Shown, type SteadyList, steadyRows } from "./steady-rows";

const PAGE = 50;

interface Reading extends Shown<CaseListItem> {
  readonly key: string;
}

const nothing: SteadyList<CaseListItem> = { rows: [], arrived: 0, left: 0 };

/** Rows that stay where they are while somebody reads, whatever arrives meanwhile. */
function useSteady(key: string, fresh: Shown<CaseListItem> | null) {
  const [reading, setReading] = useState<Reading | null>(null);
  if (fresh === null) return { list: nothing, adopt: () => undefined };
  const adopt = () => setReading({ key, ...fresh });
  if (reading === null || reading.key !== key) {
    adopt();
    return { list: steadyRows(fresh, fresh), adopt };
  }
  const list = steadyRows(reading, fresh);
  if (fresh.pages > reading.pages) {
    setReading({ key, rows: list.rows, pages: fresh.pages });
  }
  return { list, adopt };
}

/** The pages of the queue and the numbers of its tabs; the frame of the office keeps both fresh. */
export function useQueue(filters: QueueFilters) {
  const trpc = useTRPC();
  const input = queueInput(filters);
  const list = useInfiniteQuery(
    trpc.cases.list.infiniteQueryOptions(
      { ...input, limit: PAGE },
      { getNextPageParam: (page) => page.nextCursor, refetchOnMount: "always" },
    ),
  );
  const counts = useQuery(trpc.cases.counts.queryOptions(viewCounts));
  const fresh = list.data
    ? { rows: list.data.pages.flatMap((page) => page.items), pages: list.data.pages.length }
    : null;
  // What the cache held is shown at once; the first answer after opening the page replaces it.
  const key = `${JSON.stringify(input)} ${list.isFetchedAfterMount}`;
  const steady = useSteady(key, fresh);
  const rows = withPending(steady.list.rows, usePendingCases());
  return { list, counts: counts.data, ...steady.list, rows, refresh: steady.adopt };
}

"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "@/lib/trpc";

/** Households of the reader's places, a page after the other. What was typed goes in a body, never in an address. */
export function useHouseholds(text: string, villageCode: string) {
  const input = {
    text: text.trim() || undefined,
    villageCode: villageCode || undefined,
    limit: 40,
  };
  const query = useInfiniteQuery(
    useTRPC().beneficiaries.list.infiniteQueryOptions(input, {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.items),
    savesIn: pages[0]?.savesIn ?? [],
    decides: pages[0]?.decides ?? false,
    isLoaded: query.data !== undefined,
    error: query.error,
    isFetching: query.isFetching,
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

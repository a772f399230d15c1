"use client";

import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { useTRPC } from "@/lib/trpc";
import type { Scope } from "./people-data";

/** People of an area by name, a page after the other. */
export function usePeople(scope: Scope, text: string) {
  const words = text.trim();
  const input = { areaCode: scope.code, text: words || undefined, limit: 50 };
  const query = useInfiniteQuery(
    useTRPC().staff.list.infiniteQueryOptions(input, {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  );
  const pages = query.data?.pages ?? [];
  return {
    rows: pages.flatMap((page) => page.items),
    assignableRoles: pages[0]?.assignableRoles ?? [],
    isLoaded: query.data !== undefined,
    isStale: query.isPlaceholderData,
    error: query.error,
    isFetching: query.isFetching,
    hasMore: query.hasNextPage,
    more: () => void query.fetchNextPage(),
    retry: () => void query.refetch(),
  };
}

export type People = ReturnType<typeof usePeople>;

"use client";

import { useCallback, useEffect, useState } from "react";

/** What is asked of a list that is read page by page. */
interface PagedList {
  readonly data: { readonly pages: readonly unknown[] } | undefined;
  readonly hasNextPage: boolean;
  readonly fetchStatus: "fetching" | "paused" | "idle";
  /** How often a reading of it has failed so far. */
  readonly errorUpdateCount: number;
  readonly fetchNextPage: () => Promise<unknown>;
}

/** Which list was asked to go on, how long it was then, and how often its reading had failed. */
interface Wish {
  readonly key: string;
  readonly pages: number;
  readonly failures: number;
}

/**
 * Asks a list for its next page until it is there. A list that is read anew meanwhile (somebody changed
 * one of its cases) cancels the page under way, and would lose the press; here it is asked for again.
 * A page that failed is not: the reader sees the failure and presses again.
 */
export function useNextPage(
  list: PagedList,
  key: string,
): { readonly ask: () => void; readonly isAsked: boolean } {
  const [wish, setWish] = useState<Wish | null>(null);
  const { hasNextPage, fetchStatus, fetchNextPage } = list;
  const pages = list.data?.pages.length ?? 0;
  const failures = list.errorUpdateCount;
  const isAsked =
    hasNextPage && wish?.key === key && wish.pages === pages && wish.failures === failures;
  useEffect(() => {
    if (isAsked && fetchStatus === "idle") void fetchNextPage();
  }, [isAsked, fetchStatus, fetchNextPage]);
  const ask = useCallback(() => setWish({ key, pages, failures }), [key, pages, failures]);
  return { ask, isAsked };
}

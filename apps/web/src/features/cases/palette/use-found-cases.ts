"use client";

import { caseStatuses } from "@rembuk/domain/cases/model";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTRPC } from "@/lib/trpc";
import type { CaseListItem } from "../case-data";

const PAUSE_MS = 200;
const SHORTEST = 2;
const MOST = 6;
const everyStatus = caseStatuses.filter((status) => status !== "draft");

/** What was typed, once the fingers rest. */
function useRestedText(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** Cases by number or words, settled ones too; only what the reader may open is found. */
export function useFoundCases(text: string, mayRead: boolean) {
  const trpc = useTRPC();
  const wanted = useRestedText(text.trim());
  const isAsked = mayRead && wanted.length >= SHORTEST;
  const found = useQuery(
    trpc.cases.list.queryOptions(
      { text: wanted, statuses: everyStatus, order: "newest", limit: MOST },
      { enabled: isAsked, placeholderData: keepPreviousData },
    ),
  );
  const items: readonly CaseListItem[] = isAsked ? (found.data?.items ?? []) : [];
  const isWaiting = mayRead && text.trim().length >= SHORTEST && text.trim() !== wanted;
  return { items, isBusy: isWaiting || (isAsked && found.isFetching && items.length === 0) };
}

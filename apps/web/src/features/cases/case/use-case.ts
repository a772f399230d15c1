"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { keepEqual } from "@/lib/keep-equal";
import { useTRPC } from "@/lib/trpc";
import type { TimelineEntry } from "../case-data";

/** One case; the frame of the office asks for it again when live updates name it. */
export function useCase(caseId: string) {
  const trpc = useTRPC();
  return useQuery(
    trpc.cases.show.queryOptions(
      { caseId },
      { refetchOnMount: "always", structuralSharing: keepEqual },
    ),
  );
}

/** Re-reads everything that an action may have moved; resolves once the case itself is fresh. */
export function useRefreshCase(caseId: string): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useCallback(async () => {
    void client.invalidateQueries(trpc.cases.list.pathFilter());
    void client.invalidateQueries(trpc.cases.counts.pathFilter());
    // What is prepared depends on the state.
    void client.invalidateQueries(trpc.cases.replies.queryFilter({ caseId }));
    await client.invalidateQueries(trpc.cases.show.queryFilter({ caseId }));
  }, [client, trpc, caseId]);
}

/**
 * The newest thing that somebody else did while the page stood open; null when nothing came.
 * @param readerName whose own acts are no news
 */
export function useNews(
  timeline: readonly TimelineEntry[] | undefined,
  readerName: string,
): TimelineEntry | null {
  const newest = timeline?.[0];
  const [known, setKnown] = useState<string | null>(null);
  if (newest && (known === null || newest.actorName === readerName) && known !== newest.id) {
    setKnown(newest.id);
  }
  return newest && known !== null && newest.id !== known ? newest : null;
}

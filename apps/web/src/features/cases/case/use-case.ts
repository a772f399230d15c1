"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useState } from "react";
import { useLive } from "@/lib/live";
import { useTRPC } from "@/lib/trpc";
import type { TimelineEntry } from "../case-data";

/** One case, kept fresh by live updates. `changed` grows when somebody else moved it. */
export function useCase(caseId: string) {
  const trpc = useTRPC();
  const client = useQueryClient();
  const query = useQuery(
    trpc.cases.show.queryOptions({ caseId }, { refetchOnMount: "always" }),
  );
  useLive((event) => {
    if (event.kind === "connected") return;
    if (event.kind === "changed" && !event.caseIds.includes(caseId)) return;
    void client.invalidateQueries(trpc.cases.show.queryFilter({ caseId }));
  });
  return query;
}

/** Re-reads everything that an action may have moved; resolves once the case itself is fresh. */
export function useRefreshCase(caseId: string): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useCallback(async () => {
    void client.invalidateQueries(trpc.cases.list.pathFilter());
    void client.invalidateQueries(trpc.cases.counts.pathFilter());
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

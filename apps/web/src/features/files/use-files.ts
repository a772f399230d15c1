"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/lib/trpc";

/** How often what is still being decided is asked for again (ms). */
const askAgainMs = 15_000;

/** The files of a case; live updates of the case bring it up to date. */
export function useFiles(caseId: string) {
  const trpc = useTRPC();
  return useQuery(
    trpc.files.list.queryOptions(
      { caseId },
      {
        refetchInterval: ({ state }) =>
          state.data?.files.some((one) => one.status === "held" || one.status === "scanning")
            ? askAgainMs
            : false,
      },
    ),
  );
}

export function useRefreshFiles(caseId: string): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useCallback(async () => {
    void client.invalidateQueries(trpc.cases.show.queryFilter({ caseId }));
    await client.invalidateQueries(trpc.files.list.queryFilter({ caseId }));
  }, [client, trpc, caseId]);
}

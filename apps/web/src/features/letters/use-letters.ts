"use client";

import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useTRPC } from "@/lib/trpc";
import { isDrawn } from "./letters-data";

/** How often a paper that is still being drawn is asked for again (ms). */
const askAgainMs = 1_500;

/** The letters of a case. */
export function useLetters(caseId: string) {
  const trpc = useTRPC();
  return useQuery(
    trpc.letters.list.queryOptions(
      { caseId },
      {
        refetchInterval: ({ state }) => {
          const issued = state.data?.letters.filter((one) => one.number !== null) ?? [];
          return issued.some((one) => !isDrawn(one)) ? askAgainMs : false;
        },
      },
    ),
  );
}

export function useRefreshLetters(caseId: string): () => Promise<void> {
  const trpc = useTRPC();
  const client = useQueryClient();
  return useCallback(async () => {
    void client.invalidateQueries(trpc.cases.show.queryFilter({ caseId }));
    void client.invalidateQueries(trpc.files.list.queryFilter({ caseId }));
    await client.invalidateQueries(trpc.letters.list.queryFilter({ caseId }));
  }, [client, trpc, caseId]);
}

"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useTRPC, useTRPCClient } from "@/lib/trpc";
import { isRunning } from "./papers-data";

const askAgainMs = 1_000;

/** The reader's papers, asked for again while one of them is being made. */
export function usePapers() {
  const trpc = useTRPC();
  return useQuery(
    trpc.reports.papers.queryOptions(undefined, {
      refetchInterval: ({ state }) => (state.data?.some(isRunning) ? askAgainMs : false),
      // Whoever looks elsewhere meanwhile finds it done when they come back.
      refetchIntervalInBackground: true,
      // A link is good for minutes: a window that opens later asks for a fresh one.
      refetchOnMount: "always",
    }),
  );
}

/** Asks for a paper; the list shows it from then on. */
export function useRequest<Input>(send: (input: Input) => Promise<unknown>, onSent?: () => void) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSuccess: async () => {
      onSent?.();
      await cache.invalidateQueries(trpc.reports.papers.queryFilter());
    },
  });
}

export function useCancelPaper() {
  const client = useTRPCClient();
  const trpc = useTRPC();
  const cache = useQueryClient();
  return useMutation({
    mutationFn: (paperId: string) =>
      client.reports.cancelPaper.mutate({ clientActionId: crypto.randomUUID(), paperId }),
    // Also when it had ended meanwhile: the list says what it is now.
    onSettled: () => cache.invalidateQueries(trpc.reports.papers.queryFilter()),
  });
}

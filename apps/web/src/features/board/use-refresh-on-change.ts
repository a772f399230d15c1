"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLive } from "@/lib/live";
import { useTRPC } from "@/lib/trpc";
import { type Gather, gatherCalls } from "./gather-calls";

/** A burst of changes is read once; two seconds from the act to the screen at most. */
const GATHER_MS = 600;

/** Reads boards, lists and counts again when a case in the reader's reach changes. */
export function useRefreshOnChange(): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const gather = useRef<Gather | null>(null);
  useEffect(() => () => gather.current?.stop(), []);
  useLive((event) => {
    if (event.kind === "connected") return;
    gather.current ??= gatherCalls(async () => {
      // A paper tells by itself how far it is: a busy office must not cut its answers off.
      const papers = JSON.stringify(trpc.reports.papers.queryKey()[0]);
      await Promise.all(
        [trpc.reports, trpc.cases].map((router) =>
          queries.invalidateQueries({
            queryKey: router.pathKey(),
            predicate: ({ queryKey }) => JSON.stringify(queryKey[0]) !== papers,
          }),
        ),
      );
    }, GATHER_MS);
    gather.current.call();
  });
}

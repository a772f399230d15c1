"use client";

import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { useLive } from "@/lib/live";
import { useTRPC } from "@/lib/trpc";

/** A burst of changes is read once; two seconds from the act to the screen at most. */
const GATHER_MS = 600;

/** Reads boards, lists and counts again when a case in the reader's reach changes. */
export function useRefreshOnChange(): void {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const waiting = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  useLive((event) => {
    if (event.kind === "connected") return;
    clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      for (const router of [trpc.reports, trpc.cases]) {
        void queries.invalidateQueries({ queryKey: router.pathKey() });
      }
    }, GATHER_MS);
  });
}

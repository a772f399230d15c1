"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { LiveStatusProvider, SILENT } from "@/components/live-status";
import { useLive } from "@/lib/live";
import type { LiveEvent } from "@/lib/live-event";
import { useTRPC } from "@/lib/trpc";

/** Refetches what is on screen when the reader's own reach changes. */
export function LiveUpdates({ children }: { children: ReactNode }) {
  const trpc = useTRPC();
  const queries = useQueryClient();
  const [state, setState] = useState(SILENT);

  function hear(event: LiveEvent) {
    setState({ isOn: true, heardAt: new Date(), last: event });
    if (event.kind === "connected") return;
    // Only queries that a screen shows are asked again; the others wait until they are.
    if (event.kind === "resync" || event.caseIds.length > 0) {
      void queries.invalidateQueries(trpc.cases.pathFilter());
      void queries.invalidateQueries(trpc.reports.pathFilter());
    }
    if (event.kind === "resync" || event.notices) {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isNotices(queryKey) });
    }
  }

  useLive(hear, (status) => setState((before) => ({ ...before, isOn: status === "on" })));
  return <LiveStatusProvider state={state}>{children}</LiveStatusProvider>;
}

/** Keys of tRPC queries begin with the path: [["notifications", "list"], ...]. */
function isNotices(queryKey: readonly unknown[]): boolean {
  const [path] = queryKey;
  return Array.isArray(path) && path[0] === "notifications";
}

"use client";

import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, startTransition, useState } from "react";
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
    // In its own time: what the server drew and the browser has not taken over yet stays on the screen.
    startTransition(() => setState({ isOn: true, heardAt: new Date(), last: event }));
    if (event.kind === "connected") return;
    if (event.kind === "present") {
      const { caseIds } = event;
      void queries.invalidateQueries({
        predicate: ({ queryKey }) => isPresence(queryKey, caseIds),
      });
      return;
    }
    // Only queries that a screen shows are asked again; the others wait until they are.
    if (event.kind === "resync" || event.caseIds.length > 0) {
      const changed = event.kind === "resync" ? null : event.caseIds;
      void queries.invalidateQueries({ predicate: ({ queryKey }) => concerns(queryKey, changed) });
      void queries.invalidateQueries(trpc.reports.pathFilter());
    }
    if (event.kind === "resync" || event.notices) {
      void queries.invalidateQueries({ predicate: ({ queryKey }) => isNotices(queryKey) });
    }
  }

  useLive(hear, (status) =>
    startTransition(() => setState((before) => ({ ...before, isOn: status === "on" }))),
  );
  return <LiveStatusProvider state={state}>{children}</LiveStatusProvider>;
}

/** Not told by what happens to cases: who is present, and one's own batches. */
const apart = ["present", "openBulks"];

/**
 * Lists and counts whatever changed; an open case only when it changed itself: reading a secret one
 * again is logged as a reading.
 */
function concerns(queryKey: readonly unknown[], changed: readonly string[] | null): boolean {
  const [path, options] = queryKey;
  if (!Array.isArray(path) || (path[0] !== "cases" && path[0] !== "files")) return false;
  if (changed === null) return true;
  if (path[0] === "cases" && apart.includes(path[1])) return false;
  if (path[0] === "cases" && path[1] !== "show") return true;
  const input = (options as { input?: { caseId?: string } } | undefined)?.input;
  return input?.caseId !== undefined && changed.includes(input.caseId);
}

/** Who has one of these cases open. */
function isPresence(queryKey: readonly unknown[], caseIds: readonly string[]): boolean {
  const [path, options] = queryKey;
  if (!Array.isArray(path) || path[0] !== "cases" || path[1] !== "present") return false;
  const input = (options as { input?: { caseId?: string } } | undefined)?.input;
  return input?.caseId !== undefined && caseIds.includes(input.caseId);
}

/** Keys of tRPC queries begin with the path: [["notifications", "list"], ...]. */
function isNotices(queryKey: readonly unknown[]): boolean {
  const [path] = queryKey;
  return Array.isArray(path) && path[0] === "notifications";
}

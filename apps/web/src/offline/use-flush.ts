"use client";

import { useCallback, useEffect, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { type FlushEnd, flushOutbox, recoverOutbox, type Send } from "./outbox";

const RETRY_MS = 30_000;
/** An answer that takes longer is not waited for; the server knows the record when it comes again. */
const PATIENCE_MS = 30_000;

/**
 * Sends the outbox when something begins to wait, when the network or the reader comes back, and every
 * half minute. It never reloads the page: that would abort what is on its way.
 */
export function useFlush(hasWaiting: boolean): { end: FlushEnd | null; flush: () => void } {
  const client = useTRPCClient();
  const [end, setEnd] = useState<FlushEnd | null>(null);
  const flush = useCallback(() => {
    if (!navigator.onLine) {
      recoverOutbox().catch(() => undefined);
      return;
    }
    const send: Send = ({ deviceId, clientActionId, command, capturedAt, sealed }) =>
      client.devices.replay.mutate(
        { deviceId, clientActionId, command, capturedAt, sealed },
        { signal: AbortSignal.timeout(PATIENCE_MS) },
      );
    flushOutbox(send).then(setEnd, () => undefined);
  }, [client]);
  useEffect(() => {
    if (!hasWaiting) return;
    const whenSeen = () => document.visibilityState === "visible" && flush();
    flush();
    const timer = setInterval(whenSeen, RETRY_MS);
    window.addEventListener("online", flush);
    document.addEventListener("visibilitychange", whenSeen);
    return () => {
      clearInterval(timer);
      window.removeEventListener("online", flush);
      document.removeEventListener("visibilitychange", whenSeen);
    };
  }, [hasWaiting, flush]);
  return { end, flush };
}

"use client";

import { useCallback, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { type FlushEnd, flushOutbox, recoverOutbox } from "./outbox";
import { sendOver } from "./send-over";
import { useSending } from "./use-sending";

/**
 * Sends what was recorded one by one: by a village, or told to a crew on its trip.
 * @param own as in `sendOver`
 */
export function useFlush(
  hasWaiting: boolean,
  own: string | null,
): { end: FlushEnd | null; flush: () => void } {
  const client = useTRPCClient();
  const [end, setEnd] = useState<FlushEnd | null>(null);
  const flush = useCallback(() => {
    if (!navigator.onLine) {
      recoverOutbox().catch(() => undefined);
      return;
    }
    const { send, put } = sendOver(client, own);
    flushOutbox(send, put).then(setEnd, () => undefined);
  }, [client, own]);
  useSending(hasWaiting, flush);
  return { end, flush };
}

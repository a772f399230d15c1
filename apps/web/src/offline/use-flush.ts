"use client";

import { useCallback, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { deviceDatabase } from "./device-database";
import { type FlushEnd, flushOutbox, recoverOutbox, type Send } from "./outbox";
import { useSending } from "./use-sending";

/** An answer that takes longer is not waited for; the server knows the record when it comes again. */
const PATIENCE_MS = 30_000;

/** Sends the outbox of the village's phone. */
export function useFlush(hasWaiting: boolean): { end: FlushEnd | null; flush: () => void } {
  const client = useTRPCClient();
  const [end, setEnd] = useState<FlushEnd | null>(null);
  const flush = useCallback(() => {
    if (!navigator.onLine) {
      recoverOutbox().catch(() => undefined);
      return;
    }
    const send: Send = async ({ deviceId, clientActionId, command, capturedAt, sealed }) => {
      const unsynced = await deviceDatabase.records.count();
      return client.devices.replay.mutate(
        { deviceId, clientActionId, command, capturedAt, sealed, unsynced },
        { signal: AbortSignal.timeout(PATIENCE_MS) },
      );
    };
    flushOutbox(send).then(setEnd, () => undefined);
  }, [client]);
  useSending(hasWaiting, flush);
  return { end, flush };
}

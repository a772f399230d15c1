"use client";

import { tripCaseSeal } from "@rembuk/domain/staff/device";
import { useCallback, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { type FlushEnd, flushOutbox, recoverOutbox, type Send } from "./outbox";
import { countWaiting, type PutPhoto } from "./photo-outbox";
import { useSending } from "./use-sending";

/** An answer that takes longer is not waited for; the server knows the record when it comes again. */
const PATIENCE_MS = 30_000;

/** Sends what was recorded one by one: by a village, or told to a crew on its trip. */
export function useFlush(hasWaiting: boolean): { end: FlushEnd | null; flush: () => void } {
  const client = useTRPCClient();
  const [end, setEnd] = useState<FlushEnd | null>(null);
  const flush = useCallback(() => {
    if (!navigator.onLine) {
      recoverOutbox().catch(() => undefined);
      return;
    }
    const send: Send = async ({ deviceId, clientActionId, command, capturedAt, sealed }) => {
      const unsynced = await countWaiting();
      const record = { deviceId, clientActionId, command, capturedAt, sealed, unsynced };
      const patience = { signal: AbortSignal.timeout(PATIENCE_MS) };
      return command === tripCaseSeal
        ? client.handovers.openCase.mutate(record, patience)
        : client.devices.replay.mutate(record, patience);
    };
    const put: PutPhoto = ({ command }, part) => {
      const patience = { signal: AbortSignal.timeout(PATIENCE_MS) };
      return command === tripCaseSeal
        ? client.handovers.putCasePhoto.mutate(part, patience)
        : client.devices.putPhoto.mutate(part, patience);
    };
    flushOutbox(send, put).then(setEnd, () => undefined);
  }, [client]);
  useSending(hasWaiting, flush);
  return { end, flush };
}

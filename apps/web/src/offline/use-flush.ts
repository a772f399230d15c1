"use client";

import { tripCaseSeal } from "@rembuk/domain/staff/device";
import { useCallback, useState } from "react";
import { useTRPCClient } from "@/lib/trpc";
import { type FlushEnd, flushOutbox, recoverOutbox, type Send } from "./outbox";
import { countWaiting, type PutPhoto } from "./photo-outbox";
import { useSending } from "./use-sending";

/** An answer that takes longer is not waited for; the server knows the record when it comes again. */
const PATIENCE_MS = 30_000;

/** A phone of a crew sends what another one sealed as its own, and says so. */
const carriedBy = (own: string | null, sealer: string): { readonly carrierId?: string } =>
  own === null || own === sealer ? {} : { carrierId: own };

/**
 * Sends what was recorded one by one: by a village, or told to a crew on its trip.
 * @param own this phone as a crew's, which may carry what another one of the crew wrote down; null: it is none
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
    const send: Send = async ({ deviceId, clientActionId, command, capturedAt, sealed }) => {
      const unsynced = await countWaiting();
      const record = { deviceId, clientActionId, command, capturedAt, sealed, unsynced };
      const patience = { signal: AbortSignal.timeout(PATIENCE_MS) };
      return command === tripCaseSeal
        ? client.handovers.openCase.mutate({ ...record, ...carriedBy(own, deviceId) }, patience)
        : client.devices.replay.mutate(record, patience);
    };
    const put: PutPhoto = ({ command }, part) => {
      const patience = { signal: AbortSignal.timeout(PATIENCE_MS) };
      return command === tripCaseSeal
        ? client.handovers.putCasePhoto.mutate(
            { ...part, ...carriedBy(own, part.deviceId) },
            patience,
          )
        : client.devices.putPhoto.mutate(part, patience);
    };
    flushOutbox(send, put).then(setEnd, () => undefined);
  }, [client, own]);
  useSending(hasWaiting, flush);
  return { end, flush };
}

import { tripCaseSeal } from "@rembuk/domain/staff/sealing";
import type { Client } from "@/lib/trpc-client";
import type { Send } from "./outbox";
import { countWaiting, type PutPhoto } from "./photo-outbox";

/** An answer that takes longer is not waited for; the server knows the record when it comes again. */
const PATIENCE_MS = 30_000;

/** A phone of a crew sends what another one sealed as its own, and says so. */
const carriedBy = (own: string | null, sealer: string): { readonly carrierId?: string } =>
  own === null || own === sealer ? {} : { carrierId: own };

const patience = () => ({ signal: AbortSignal.timeout(PATIENCE_MS) });

/**
 * How records and their photos reach the server, one by one.
 * @param own this phone as a crew's, which may carry what another one of the crew wrote down; null: it is none
 */
export const sendOver = (
  { handovers, devices }: Client,
  own: string | null,
): { readonly send: Send; readonly put: PutPhoto } => ({
  send: async ({ deviceId, clientActionId, command, capturedAt, sealed }) => {
    const unsynced = await countWaiting();
    const record = { deviceId, clientActionId, command, capturedAt, sealed, unsynced };
    return command === tripCaseSeal
      ? handovers.openCase.mutate({ ...record, ...carriedBy(own, deviceId) }, patience())
      : devices.replay.mutate(record, patience());
  },
  put: ({ command }, part) =>
    command === tripCaseSeal
      ? handovers.putCasePhoto.mutate({ ...part, ...carriedBy(own, part.deviceId) }, patience())
      : devices.putPhoto.mutate(part, patience()),
});

import type { PushHandoversCommand, SealedHandover } from "@rembuk/domain/handovers/commands";
import { DomainError, isDomainError } from "@rembuk/domain/kernel/errors";
import { handoverSeal } from "@rembuk/domain/staff/sealing";
import { canOnTrip } from "@rembuk/domain/trips/access";
import type { Trip } from "@rembuk/domain/trips/model";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import {
  type FieldDevice,
  findDevices,
  quarantineRecord,
  touchDevice,
} from "../staff/device-store";
import { findHash, hashOfHandover, type OpenedHandover } from "./handover-store";
import {
  type HandoverReceipt,
  openHandover,
  receipt,
  receiveWithin,
  refusal,
  type Sending,
} from "./receive-on-trip";

/** Who sends goes along, and so did who recorded. @throws forbidden, not-found TRIP_NOT_FOUND */
const requireCrew = (ctx: ServiceContext, trip: Trip, opened: OpenedHandover): void => {
  const went = trip.crew.some(({ userId }) => userId === opened.recordedById);
  if (!canOnTrip(ctx.actor, "handover.record", trip) || !went)
    throw new DomainError("forbidden", "FORBIDDEN", { permission: "handover.record" });
};

const receiveOfTrip = (
  ctx: ServiceContext,
  tripId: string,
  sending: Sending,
): Promise<readonly HandoverReceipt[]> =>
  inTransaction(ctx, (tx) =>
    receiveWithin(tx, ctx, tripId, sending, (trip, opened) => requireCrew(ctx, trip, opened)),
  );

const receiveOpened = async (
  ctx: ServiceContext,
  sentAt: Date,
  opened: readonly OpenedHandover[],
): Promise<readonly HandoverReceipt[]> => {
  const receipts: HandoverReceipt[] = [];
  for (const tripId of new Set(opened.map(({ body }) => body.tripId))) {
    const own = opened.filter(({ body }) => body.tripId === tripId);
    try {
      receipts.push(...(await receiveOfTrip(ctx, tripId, { sentAt, opened: own })));
    } catch (error) {
      receipts.push(...own.map(({ id }) => refusal(id, error)));
    }
  }
  return receipts;
};

/**
 * Of a revoked phone: what it had handed over before, its answer lost on the way, stands as it is; all else
 * waits for a person, sealed as it came.
 */
const setApart = async (
  ctx: ServiceContext,
  record: SealedHandover,
  device: FieldDevice,
  sentAt: Date,
): Promise<HandoverReceipt> => {
  const { clientActionId } = record;
  const kept = await inTransaction(ctx, (tx) => findHash(tx, clientActionId));
  if (kept && isSameRecord(ctx, record, device, kept)) return receipt(clientActionId, "already");
  await quarantineRecord(ctx, { ...record, command: handoverSeal, sentAt });
  return receipt(clientActionId, "quarantined");
};

const isSameRecord = (
  ctx: ServiceContext,
  record: SealedHandover,
  device: FieldDevice,
  kept: Uint8Array,
): boolean => {
  try {
    return Buffer.from(kept).equals(hashOfHandover(openHandover(ctx, record, device)));
  } catch (error) {
    if (isDomainError(error)) return false;
    throw error;
  }
};

/**
 * Takes a sending of a phone: each record is kept, held for a person, known already, or refused with its
 * reason, whatever becomes of the others. Records of a revoked phone go to quarantine, still sealed. A phone
 * may carry another's records, if both go along on the trip.
 * @throws not-found DEVICE_NOT_FOUND for a phone of somebody else
 */
export const receiveHandovers = async (
  ctx: ServiceContext,
  { deviceId, sentAt, unsynced, records }: PushHandoversCommand,
): Promise<{ readonly isRevoked: boolean; readonly receipts: readonly HandoverReceipt[] }> => {
  const ids = [...new Set([deviceId, ...records.map((record) => record.deviceId)])];
  const devices = await findDevices(ctx.db, ids);
  const sender = devices.get(deviceId);
  if (sender?.userId !== ctx.actor.userId) throw new DomainError("not-found", "DEVICE_NOT_FOUND");
  const receipts: HandoverReceipt[] = [];
  const opened: OpenedHandover[] = [];
  for (const record of records) {
    const { clientActionId } = record;
    const device = devices.get(record.deviceId);
    try {
      if (!device) throw new DomainError("not-found", "DEVICE_NOT_FOUND");
      if (device.isRevoked || sender.isRevoked)
        receipts.push(await setApart(ctx, record, device, sentAt));
      else opened.push(openHandover(ctx, record, device));
    } catch (error) {
      receipts.push(refusal(clientActionId, error));
    }
  }
  receipts.push(...(await receiveOpened(ctx, sentAt, opened)));
  await touchDevice(ctx, deviceId, Math.max(0, unsynced - settled(receipts)));
  return { isRevoked: sender.isRevoked, receipts };
};

const settled = (receipts: readonly HandoverReceipt[]): number =>
  receipts.filter(({ answer }) => answer !== "refused").length;

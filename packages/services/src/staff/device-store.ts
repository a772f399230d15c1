import type { Database, Transaction } from "@rembuk/db/client";
import { staffEvent } from "@rembuk/domain/staff/events";
import { photoSeals } from "@rembuk/domain/staff/sealing";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";

export interface FieldDevice {
  readonly id: string;
  readonly userId: string;
  readonly isRevoked: boolean;
}

/** Phones by id; whose they are is for the caller to judge. */
export const findDevices = async (
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FieldDevice>> => {
  const rows = await db.device.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, userId: true, revokedAt: true },
  });
  return new Map(
    rows.map(({ id, userId, revokedAt }) => [id, { id, userId, isRevoked: revokedAt !== null }]),
  );
};

/** When the phone was here last, and how much was still on it. */
export const touchDevice = async (
  ctx: ServiceContext,
  id: string,
  unsynced: number,
): Promise<void> => {
  await ctx.db.device.updateMany({ where: { id }, data: { unsynced, lastSeenAt: ctx.now() } });
};

/**
 * Never dropped, never doubled: sealed as it came, it waits for a person who may decide. What came before changes
 * nothing. Those who decide are told of a record, not of each photo beside it.
 */
export const quarantineRecord = (
  ctx: ServiceContext,
  record: {
    readonly deviceId: string;
    readonly clientActionId: string;
    readonly command: string;
    readonly sealed: string;
    /** By the phone's clock; null: of a photo. */
    readonly capturedAt: Date | null;
    readonly sentAt: Date | null;
  },
): Promise<void> =>
  inTransaction(ctx, async (tx) => {
    const { deviceId, clientActionId, command, sealed, capturedAt, sentAt } = record;
    const recordId = ctx.newId();
    // Without RETURNING, and of no key by name: who sends may add to the quarantine and not read it.
    const arrived = await tx.$executeRaw`
      INSERT INTO quarantined_record (id, device_id, client_action_id, command, sealed, received_at,
        subdistrict_code, captured_at, sent_at)
      SELECT ${recordId}::uuid, id, ${clientActionId}::uuid, ${command}, ${Buffer.from(sealed, "base64")},
        ${ctx.now()}, left(area_code, 8), ${capturedAt}::timestamptz, ${sentAt}::timestamptz
      FROM device WHERE id = ${deviceId}::uuid ON CONFLICT DO NOTHING`;
    if (arrived === 0 || photoSeals.includes(command)) return;
    const device = await tx.device.findUniqueOrThrow({
      where: { id: deviceId },
      select: { userId: true, areaCode: true },
    });
    const event = staffEvent("staff.record-quarantined", device, { deviceId, recordId });
    await recordEvents(tx, ctx, [event], null, {});
  });

/** The phone took a trip along; what was there before is gone from it. */
export const noteDownload = async (
  tx: Transaction,
  id: string,
  { takenAt, expiresAt }: { readonly takenAt: Date; readonly expiresAt: Date },
): Promise<void> => {
  await tx.device.updateMany({
    where: { id },
    data: { packageTakenAt: takenAt, packageExpiresAt: expiresAt, lastSeenAt: takenAt },
  });
};

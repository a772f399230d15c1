import type { Database, Transaction } from "@rembuk/db/client";
import type { ServiceContext } from "../context";

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

/** Never dropped, never doubled: sealed as it came, it waits for a person who may decide. */
export const quarantineRecord = async (
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
): Promise<void> => {
  const { deviceId, clientActionId, command, sealed, capturedAt, sentAt } = record;
  // Without RETURNING, and of no key by name: who sends may add to the quarantine and not read it.
  await ctx.db
    .$executeRaw`INSERT INTO quarantined_record (id, device_id, client_action_id, command, sealed, received_at,
        subdistrict_code, captured_at, sent_at)
    SELECT ${ctx.newId()}::uuid, id, ${clientActionId}::uuid, ${command}, ${Buffer.from(sealed, "base64")},
      ${ctx.now()}, left(area_code, 8), ${capturedAt}::timestamptz, ${sentAt}::timestamptz
    FROM device WHERE id = ${deviceId}::uuid ON CONFLICT DO NOTHING`;
};

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

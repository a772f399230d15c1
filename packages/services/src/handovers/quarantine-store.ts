import type { Transaction } from "@rembuk/db/client";
import type { OpenCaseCommand } from "@rembuk/domain/cases/commands";
import type { OpenedAct } from "@rembuk/domain/cases/phone-acts";
import type { ToldPhoto } from "@rembuk/domain/cases/phone-photos";
import { type ReplayCommand, replayCommand } from "@rembuk/domain/staff/device";
import type { QuarantineDecision, Quarantined } from "@rembuk/domain/staff/quarantine";
import { handoverSeal, photoSeals } from "@rembuk/domain/staff/sealing";
import { isPhoneAct, readSealedAct } from "../cases/replay-sealed-act";
import { readSealedCase, readToldPhotos } from "../cases/replay-sealed-case";
import type { ServiceContext } from "../context";
import { seal, unseal } from "../kernel/field-keys";
import type { OpenedHandover } from "./handover-store";
import { openHandover } from "./receive-on-trip";

/** A record of a revoked phone inside the fence, with whose phone it was. */
export interface QuarantinedRow extends Quarantined {
  readonly id: string;
  readonly deviceId: string;
  readonly deviceLabel: string;
  readonly ownerName: string;
  readonly areaCode: string;
  readonly clientActionId: string;
  readonly command: string;
  readonly sealed: Uint8Array;
  readonly receivedAt: Date;
  readonly capturedAt: Date | null;
  readonly sentAt: Date | null;
  readonly reasonSealed: Uint8Array | null;
  readonly deciderName: string | null;
  readonly decidedAt: Date | null;
}

const mostShown = 200;

/** Records of one kecamatan or more, without their photos, what waits first; or one by its id. */
export const readQuarantine = (
  tx: Transaction,
  only: { readonly id?: string; readonly areas?: readonly string[] },
): Promise<readonly QuarantinedRow[]> => {
  const { id, areas } = { id: null, areas: null, ...only };
  return tx.$queryRaw<QuarantinedRow[]>`
  SELECT q.id, q.device_id AS "deviceId", d.label AS "deviceLabel", d.user_id AS "ownerId",
    o.display_name AS "ownerName", d.area_code AS "areaCode", q.client_action_id AS "clientActionId",
    q.command, q.sealed, q.received_at AS "receivedAt", q.captured_at AS "capturedAt",
    q.sent_at AS "sentAt", q.decision, q.reason_sealed AS "reasonSealed",
    q.decided_by_id AS "decidedById", q.decided_at AS "decidedAt", w.display_name AS "deciderName"
  FROM quarantined_record q JOIN device d ON d.id = q.device_id JOIN "user" o ON o.id = d.user_id
    LEFT JOIN "user" w ON w.id = q.decided_by_id
  WHERE q.command <> ALL(${photoSeals}) AND (${id}::uuid IS NULL OR q.id = ${id}::uuid)
    AND (${areas}::text[] IS NULL OR q.subdistrict_code = ANY(${areas}::text[]))
  ORDER BY q.decision IS NOT NULL, q.received_at DESC, q.id LIMIT ${mostShown}`;
};

/** One decision at a time about one record. */
export const lockQuarantined = async (tx: Transaction, id: string): Promise<void> => {
  await tx.$executeRaw`SELECT id FROM quarantined_record WHERE id = ${id}::uuid FOR UPDATE`;
};

/** The decision, or null while what it leads to is under way. */
export const saveQuarantineDecision = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
  decision: QuarantineDecision | null,
  reason: string,
): Promise<void> => {
  await tx.quarantinedRecord.updateMany({
    where: { id },
    data: {
      ...{ decision, decidedById: ctx.actor.userId, decidedAt: ctx.now() },
      reasonSealed: seal(ctx.keys, `quarantined_record:reason:${id}`, reason),
    },
  });
};

export const openQuarantineReason = (
  ctx: Pick<ServiceContext, "keys">,
  { id, reasonSealed }: Pick<QuarantinedRow, "id" | "reasonSealed">,
): string | null =>
  reasonSealed && unseal(ctx.keys, `quarantined_record:reason:${id}`, reasonSealed);

/** What lies in a record. @throws invalid SEAL_BROKEN, INPUT_INVALID */
export type OpenedRecord =
  | { readonly kind: "handover"; readonly opened: OpenedHandover }
  | {
      readonly kind: "case";
      readonly body: OpenCaseCommand;
      readonly photos: readonly ToldPhoto[];
      readonly record: ReplayCommand;
    }
  | { readonly kind: "act"; readonly opened: OpenedAct; readonly record: ReplayCommand };

export const openQuarantined = (
  ctx: Pick<ServiceContext, "keys">,
  row: QuarantinedRow,
): OpenedRecord => {
  const { clientActionId, deviceId, command } = row;
  const record = {
    ...{ clientActionId, deviceId, capturedAt: row.capturedAt ?? row.receivedAt },
    sealed: Buffer.from(row.sealed).toString("base64"),
  };
  if (command === handoverSeal)
    return { kind: "handover", opened: openHandover(ctx, record, { userId: row.ownerId }) };
  const replay = replayCommand.parse({ ...record, command });
  if (isPhoneAct(command))
    return { kind: "act", opened: readSealedAct(ctx, replay), record: replay };
  const photos = readToldPhotos(ctx, replay);
  return { kind: "case", body: readSealedCase(ctx, replay), photos, record: replay };
};

/** Photos of a record that waited beside it, sealed as they came. */
export const findQuarantinedPhotos = (
  tx: Transaction,
  deviceId: string,
  ids: readonly string[],
): Promise<
  readonly { readonly id: string; readonly clientActionId: string; readonly sealed: Uint8Array }[]
> =>
  tx.quarantinedRecord.findMany({
    where: {
      deviceId,
      clientActionId: { in: [...ids] },
      command: { in: [...photoSeals] },
      decision: null,
    },
    select: { id: true, clientActionId: true, sealed: true },
  });

/** Photos that were taken in with the record that they belong to. */
export const settleQuarantinedPhoto = async (
  tx: Transaction,
  ctx: ServiceContext,
  id: string,
): Promise<void> => {
  await tx.quarantinedRecord.updateMany({
    where: { id },
    data: { decision: "accepted", decidedById: ctx.actor.userId, decidedAt: ctx.now() },
  });
};

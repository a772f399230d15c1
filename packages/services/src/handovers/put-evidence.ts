import { createHash } from "node:crypto";
import type { Transaction } from "@rembuk/db/client";
import type { PutEvidenceCommand } from "@rembuk/domain/handovers/commands";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { evidenceSeal, sealedPlace } from "@rembuk/domain/staff/sealing";
import type { ServiceContext } from "../context";
import { openSealedBytes } from "../kernel/device-sealing";
import { inTransaction } from "../kernel/in-transaction";
import { findDevices, quarantineRecord } from "../staff/device-store";
import { addPart, dropUpload } from "../staff/sealed-upload-store";
import { findEvidencePlace, hasEvidence, insertEvidence } from "./evidence-store";

export interface PutEvidence {
  /** Bytes that are there: the phone goes on from here. */
  readonly received: number;
  readonly isDone: boolean;
}

const starts: readonly (readonly [string, readonly number[]])[] = [
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47]],
  ["image/webp", [0x52, 0x49, 0x46, 0x46]],
];

/** By its first bytes; null: none that is taken. */
export const mediaTypeOf = (bytes: Uint8Array): string | null =>
  starts.find(([, start]) => start.every((byte, at) => bytes[at] === byte))?.[0] ?? null;

/**
 * All of it has come: opened, compared with what the record told of it, and kept.
 * @throws not-found HANDOVER_NOT_FOUND; invalid SEAL_BROKEN, EVIDENCE_DAMAGED
 */
export const keepEvidence = async (
  tx: Transaction,
  ctx: ServiceContext,
  command: Pick<PutEvidenceCommand, "evidenceId" | "handoverId" | "sealedFor">,
  sealed: Uint8Array,
): Promise<void> => {
  const { evidenceId, handoverId, sealedFor } = command;
  const place = await findEvidencePlace(tx, handoverId);
  if (!place) throw new DomainError("not-found", "HANDOVER_NOT_FOUND");
  const about = { deviceId: sealedFor, clientActionId: evidenceId, command: evidenceSeal };
  const bytes = openSealedBytes(ctx.keys, sealedPlace(about), sealed);
  const told = place.told.find(({ id }) => id === evidenceId);
  const mediaType = mediaTypeOf(bytes);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (!told || told.size !== bytes.length || told.sha256 !== sha256 || mediaType === null)
    throw new DomainError("invalid", "EVIDENCE_DAMAGED");
  await insertEvidence(tx, ctx, place, { id: evidenceId, kind: told.kind, mediaType }, bytes);
};

/** The phone was revoked and its record waits: so does the photo, sealed as it came. */
const setApart = (ctx: ServiceContext, command: PutEvidenceCommand, sealed: Uint8Array) =>
  quarantineRecord(ctx, {
    ...{ deviceId: command.sealedFor, clientActionId: command.evidenceId, command: evidenceSeal },
    ...{ capturedAt: null, sentAt: null },
    sealed: Buffer.from(sealed).toString("base64"),
  });

/**
 * One part of a photo or signature. The answer tells how much is there, so that a phone whose line was cut goes
 * on where it ended; a photo is there whole, or not at all.
 * @throws not-found DEVICE_NOT_FOUND, HANDOVER_NOT_FOUND; invalid SEAL_BROKEN, EVIDENCE_DAMAGED
 */
export const putEvidence = async (
  ctx: ServiceContext,
  command: PutEvidenceCommand,
): Promise<PutEvidence> => {
  const { deviceId, sealedFor, evidenceId: id, handoverId, total, offset } = command;
  const devices = await findDevices(ctx.db, [deviceId, sealedFor]);
  const sender = devices.get(deviceId);
  const sealer = devices.get(sealedFor);
  if (sender?.userId !== ctx.actor.userId || !sealer)
    throw new DomainError("not-found", "DEVICE_NOT_FOUND");
  const bytes = Buffer.from(command.part, "base64");
  return inTransaction(ctx, async (tx) => {
    if (await hasEvidence(tx, id)) return { received: total, isDone: true };
    const part = { id, recordId: handoverId, total, offset, bytes };
    const { received, sealed } = await addPart(tx, ctx, part);
    if (!sealed) return { received, isDone: false };
    // What belongs to a record that stands, also one that a person let in, is told by that record.
    const isApart =
      (sender.isRevoked || sealer.isRevoked) && !(await findEvidencePlace(tx, handoverId));
    if (isApart) await setApart(ctx, command, sealed);
    else await keepEvidence(tx, ctx, command, sealed);
    await dropUpload(tx, id);
    return { received, isDone: true };
  });
};

import type { PutCasePhotoCommand } from "@rembuk/domain/cases/phone-photos";
import { DomainError, isDomainError } from "@rembuk/domain/kernel/errors";
import { casePhotoSeal } from "@rembuk/domain/staff/sealing";
import { findAwaitedPhoto } from "../cases/told-photo-store";
import type { ServiceContext } from "../context";
import type { FileContext } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import {
  type FieldDevice,
  findDevices,
  quarantineRecord,
  touchDevice,
} from "../staff/device-store";
import { addPart, dropUpload } from "../staff/sealed-upload-store";
import { keepCasePhoto, requireSmallPhoto } from "./keep-case-photo";
import { findFile } from "./store";

export interface PutCasePhoto {
  /** Bytes that are there: the phone goes on from here. */
  readonly received: number;
  readonly isDone: boolean;
}

/** awaited: its record stands; kept: it is there already; apart: its record waits in quarantine. */
type Standing = "awaited" | "kept" | "apart";

/** What was told of it, within reach: of one's own phone, or of a trip that one went along on. */
const standingOf = async (
  ctx: ServiceContext,
  photoId: string,
  isCarried: boolean,
): Promise<Standing> => {
  const told = await inTransaction(ctx, (tx) => findAwaitedPhoto(tx, photoId));
  if (!told) return "apart";
  const { caseId, tripId } = told;
  if (isCarried && tripId === null) throw new DomainError("not-found", "CASE_NOT_FOUND");
  const about = { caseId, fileId: photoId };
  const file = await inTransaction(ctx, (tx) => findFile(tx, about), { caseId });
  return file?.status === "ready" || file?.status === "held" ? "kept" : "awaited";
};

const drop = (ctx: ServiceContext, photoId: string): Promise<void> =>
  inTransaction(ctx, (tx) => dropUpload(tx, photoId));

/** Whole: a file of its case, or set apart as it came. What can never be taken is not kept on its way either. */
const takeIn = async (
  ctx: FileContext,
  { deviceId, photoId }: PutCasePhotoCommand,
  standing: Standing,
  sealed: Uint8Array,
): Promise<void> => {
  if (standing === "apart")
    return quarantineRecord(ctx, {
      ...{ deviceId, clientActionId: photoId, command: casePhotoSeal },
      ...{ capturedAt: null, sentAt: null },
      sealed: Buffer.from(sealed).toString("base64"),
    });
  try {
    await keepCasePhoto(ctx, deviceId, photoId, sealed);
  } catch (error) {
    if (isDomainError(error) && error.kind === "invalid") await drop(ctx, photoId);
    throw error;
  }
};

/** The phone that sealed it, and the one that sends. @throws not-found DEVICE_NOT_FOUND */
const phonesOf = async (
  ctx: ServiceContext,
  { deviceId, carrierId = deviceId }: PutCasePhotoCommand,
): Promise<{ readonly sealer: FieldDevice; readonly sender: FieldDevice }> => {
  const devices = await findDevices(ctx.db, [...new Set([deviceId, carrierId])]);
  const [sealer, sender] = [devices.get(deviceId), devices.get(carrierId)];
  if (!sealer || sender?.userId !== ctx.actor.userId)
    throw new DomainError("not-found", "DEVICE_NOT_FOUND");
  return { sealer, sender };
};

/**
 * One part of a photo that goes with a case which a phone took in without network. The answer tells how much is
 * there, so that a phone whose line was cut goes on where it ended. A revoked phone's photo follows its record into
 * quarantine, unless that one stands. Another phone of the crew may bring a photo of a trip.
 * @throws not-found DEVICE_NOT_FOUND, CASE_NOT_FOUND; as `keepCasePhoto` once it is whole
 */
export const putCasePhoto = async (
  ctx: FileContext,
  command: PutCasePhotoCommand,
): Promise<PutCasePhoto> => {
  const { deviceId, photoId, recordId, total, offset, unsynced } = command;
  const { sealer, sender } = await phonesOf(ctx, command);
  const isCarried = sealer.userId !== ctx.actor.userId;
  requireSmallPhoto(total);
  const standing = await standingOf(ctx, photoId, isCarried);
  if (standing === "apart" && !sealer.isRevoked && !sender.isRevoked)
    throw new DomainError("not-found", "CASE_NOT_FOUND");
  if (standing !== "kept") {
    const part = {
      id: photoId,
      recordId,
      total,
      offset,
      bytes: Buffer.from(command.part, "base64"),
    };
    const { received, sealed } = await inTransaction(ctx, (tx) => addPart(tx, ctx, part));
    if (!sealed) return { received, isDone: false };
    await takeIn(ctx, command, standing, sealed);
  }
  await drop(ctx, photoId);
  if (!isCarried) await touchDevice(ctx, deviceId, Math.max(0, unsynced - 1));
  return { received: total, isDone: true };
};

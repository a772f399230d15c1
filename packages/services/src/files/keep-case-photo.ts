import { createHash } from "node:crypto";
import { isImageKind, kindOf } from "@rembuk/domain/files/accepted-kinds";
import type { Attachment, FileStatus } from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import {
  casePhotoSeal,
  mostPhotoBytes,
  mostSealedPhoto,
  sealedPlace,
} from "@rembuk/domain/staff/sealing";
import { type AwaitedPhoto, findAwaitedPhoto } from "../cases/told-photo-store";
import type { FileContext } from "../integrations/file-parts";
import { openSealedBytes } from "../kernel/device-sealing";
import { inTransaction } from "../kernel/in-transaction";
import { checkFile } from "./check-file";
import { startCheck } from "./finish-upload";
import { findFile, insertFile } from "./store";

/** @throws invalid PHOTO_TOO_LARGE, before it is opened */
export const requireSmallPhoto = (sealedBytes: number): void => {
  if (sealedBytes > mostSealedPhoto)
    throw new DomainError("invalid", "PHOTO_TOO_LARGE", { limit: mostPhotoBytes });
};

/** What was sealed, as its record told of it. @throws invalid SEAL_BROKEN, PHOTO_*, EVIDENCE_DAMAGED */
const openPhoto = (
  ctx: FileContext,
  deviceId: string,
  told: AwaitedPhoto,
  sealed: Uint8Array,
): Buffer => {
  requireSmallPhoto(sealed.length);
  const place = sealedPlace({ deviceId, clientActionId: told.id, command: casePhotoSeal });
  const bytes = openSealedBytes(ctx.keys, place, sealed);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (told.size !== bytes.length || told.sha256 !== sha256)
    throw new DomainError("invalid", "EVIDENCE_DAMAGED");
  if (!isImageKind(kindOf(bytes))) throw new DomainError("invalid", "PHOTO_KIND_UNKNOWN");
  return bytes;
};

/** Its file on the case, under the photo's own id: there at most once, however often it comes. */
const fileOf = (ctx: FileContext, told: AwaitedPhoto): Promise<Attachment> => {
  const { id, caseId, subdistrictCode, place, size, sha256 } = told;
  return inTransaction(
    ctx,
    async (tx) => {
      await insertFile(tx, ctx, {
        ...{ id, caseId, subdistrictCode, size, sha256, noteId: null },
        // As a village's files: for those who work on the case.
        ...{ audience: "partner", name: `Foto ${place}.jpg` },
      });
      const file = await findFile(tx, { caseId, fileId: id });
      if (!file) throw new DomainError("not-found", "FILE_NOT_FOUND");
      return file.status === "uploading" ? startCheck(tx, ctx, file) : file;
    },
    { caseId },
  );
};

/** The same photo sent twice at once: what the quicker one decided. */
const check = async (ctx: FileContext, file: Attachment): Promise<FileStatus> => {
  try {
    return (await checkFile(ctx, file)).status;
  } catch (error) {
    const { caseId, id: fileId } = file;
    const now = await inTransaction(ctx, (tx) => findFile(tx, { caseId, fileId }), { caseId });
    if (now && now.status !== "scanning") return now.status;
    throw error;
  }
};

/**
 * A photo that came whole, sealed by its phone, becomes a file of its case as one that was sent with a network: drawn
 * anew, scanned, with its small pictures.
 * @throws not-found CASE_NOT_FOUND where no record that stands told of it; invalid SEAL_BROKEN, PHOTO_TOO_LARGE,
 * PHOTO_KIND_UNKNOWN, PHOTO_REFUSED, EVIDENCE_DAMAGED; unavailable FILE_STORE_UNAVAILABLE
 */
export const keepCasePhoto = async (
  ctx: FileContext,
  deviceId: string,
  photoId: string,
  sealed: Uint8Array,
): Promise<void> => {
  const told = await inTransaction(ctx, (tx) => findAwaitedPhoto(tx, photoId));
  if (!told) throw new DomainError("not-found", "CASE_NOT_FOUND");
  const bytes = openPhoto(ctx, deviceId, told, sealed);
  // Before the row says that it is whole: the worker ends what a crash leaves after it.
  await ctx.files.uploads.put(photoId, bytes);
  const file = await fileOf(ctx, told);
  const status = file.status === "scanning" ? await check(ctx, file) : file.status;
  if (status !== "held") await ctx.files.uploads.remove(photoId);
  if (status === "refused") throw new DomainError("invalid", "PHOTO_REFUSED");
};

import type { Transaction } from "@rembuk/db/client";
import type { Case, NoteAudience } from "@rembuk/domain/cases/model";
import { fileAudiences } from "@rembuk/domain/files/audiences";
import type { BeginUploadCommand } from "@rembuk/domain/files/commands";
import { cleanName } from "@rembuk/domain/files/file-names";
import { type Attachment, maximumFilesPerCase } from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { loadCase } from "../cases/change-case";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requirePermission } from "../kernel/require-permission";
import { findNoteAudience, insertFile, listAttachments } from "./store";

export interface BegunUpload {
  readonly fileId: string;
  readonly size: number;
}

/** A file of one's own note is for whom the note is, whatever was asked. */
const audienceOf = async (
  tx: Transaction,
  ctx: ServiceContext,
  kase: Case,
  command: BeginUploadCommand,
): Promise<NoteAudience> => {
  const { noteId } = command;
  const authorId = ctx.actor.userId;
  const ofNote = noteId ? await findNoteAudience(tx, { caseId: kase.id, noteId, authorId }) : null;
  if (noteId && ofNote === null)
    throw new DomainError("invalid", "INPUT_INVALID", { field: "noteId" });
  const audience = ofNote ?? command.audience;
  if (fileAudiences(ctx.actor, kase).includes(audience)) return audience;
  throw new DomainError("forbidden", "FILE_AUDIENCE_FORBIDDEN", { audience });
};

const isSameUpload = (
  ctx: ServiceContext,
  file: Attachment,
  command: BeginUploadCommand,
  audience: NoteAudience,
): boolean =>
  file.status === "uploading" &&
  file.addedById === ctx.actor.userId &&
  file.sha256 === command.sha256 &&
  file.size === command.size &&
  file.audience === audience &&
  file.noteId === (command.noteId ?? null);

const counts = (file: Attachment): boolean =>
  file.removedAt === null && file.status !== "refused" && file.status !== "abandoned";

/**
 * Makes room for a file on a case; its bytes follow in pieces. Whoever announces the same content
 * again, after a cut line or on another day, is given the upload that they had begun.
 * @throws not-found where the case may not be read; forbidden FILE_AUDIENCE_FORBIDDEN;
 *   conflict FILE_LIMIT_REACHED
 */
export const beginUpload = (
  ctx: ServiceContext,
  command: BeginUploadCommand,
): Promise<BegunUpload> =>
  once(ctx, command, async (tx) => {
    const kase = await loadCase(tx, command.caseId);
    requirePermission(ctx, "case.read", kase);
    const audience = await audienceOf(tx, ctx, kase, command);
    const files = await listAttachments(tx, kase.id);
    const begun = files.find((file) => isSameUpload(ctx, file, command, audience));
    if (!begun && files.filter(counts).length >= maximumFilesPerCase)
      throw new DomainError("conflict", "FILE_LIMIT_REACHED", { limit: maximumFilesPerCase });
    const fileId = begun?.id ?? ctx.newId();
    if (!begun) {
      await insertFile(tx, ctx, {
        id: fileId,
        caseId: kase.id,
        subdistrictCode: kase.subdistrictCode,
        noteId: command.noteId ?? null,
        audience,
        name: cleanName(command.name, null),
        size: command.size,
        sha256: command.sha256,
      });
    }
    const result = { fileId, size: command.size };
    await recordEvents(tx, ctx, [], command, result);
    return result;
  });

import { hasRole } from "@rembuk/domain/access/actor";
import { mayReadFile } from "@rembuk/domain/files/audiences";
import type { Attachment, FileVariant } from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { loadCase } from "../cases/change-case";
import type { FileContext } from "../integrations/file-parts";
import { FileStoreError } from "../integrations/file-store/file-store";
import { isLinkValid, linkTo } from "../kernel/file-links";
import { inTransaction } from "../kernel/in-transaction";
import { logAccess } from "../kernel/log-access";
import { requirePermission } from "../kernel/require-permission";
import { readVariant } from "./keep-content";
import { findFile } from "./store";

export interface OpenFileInput {
  readonly caseId: string;
  readonly fileId: string;
  readonly variant: FileVariant;
  /** Unix seconds, from the link. */
  readonly until: number;
  readonly signature: string;
}

export interface OpenedFile {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly name: string;
}

const loadReadable = (ctx: FileContext, input: OpenFileInput): Promise<Attachment> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, input.caseId);
    requirePermission(ctx, "case.read", kase);
    const file = await findFile(tx, input);
    if (
      file?.status !== "ready" ||
      file.removedAt !== null ||
      !mayReadFile(ctx.actor, kase, file)
    ) {
      throw new DomainError("not-found", "FILE_NOT_FOUND");
    }
    const isConfidential = kase.isSecret || kase.isSupervisory || hasRole(ctx.actor, "auditor");
    // Before a byte leaves: who saw it is known even if the answer is cut.
    if (isConfidential) await logAccess(tx, ctx, { kase, act: "read-file" });
    return file;
  });

/**
 * The bytes of a file, by a link of a few minutes that was made for this very reader; whether they
 * may still read is asked again.
 * @throws forbidden FILE_LINK_EXPIRED; not-found FILE_NOT_FOUND; unavailable FILE_STORE_UNAVAILABLE
 */
export const openFile = async (ctx: FileContext, input: OpenFileInput): Promise<OpenedFile> => {
  const to = linkTo.file(input.caseId, input.fileId, input.variant);
  const link = { to, userId: ctx.actor.userId, until: input.until };
  if (!isLinkValid(ctx.keys, link, input.signature, ctx.now()))
    throw new DomainError("forbidden", "FILE_LINK_EXPIRED");
  const file = await loadReadable(ctx, input);
  try {
    const bytes = await readVariant(ctx, file, input.variant);
    if (!bytes) throw new DomainError("not-found", "FILE_NOT_FOUND");
    const isSmall = input.variant !== "original";
    const mediaType = isSmall ? "image/webp" : (file.mediaType ?? "application/octet-stream");
    return { bytes, mediaType, name: file.name };
  } catch (error) {
    if (error instanceof FileStoreError)
      throw new DomainError("unavailable", "FILE_STORE_UNAVAILABLE");
    throw error;
  }
};

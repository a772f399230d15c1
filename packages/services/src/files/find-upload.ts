import type { Transaction } from "@rembuk/db/client";
import { fileAudiences } from "@rembuk/domain/files/audiences";
import type { Attachment } from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { loadCase } from "../cases/change-case";
import type { ServiceContext } from "../context";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { findFile } from "./store";

export interface FileRef {
  readonly caseId: string;
  readonly fileId: string;
}

/** One's own file on a case that one may still read and add to. @throws not-found FILE_NOT_FOUND */
export const loadOwnFile = async (
  tx: Transaction,
  ctx: ServiceContext,
  ref: FileRef,
): Promise<Attachment> => {
  const kase = await loadCase(tx, ref.caseId);
  requirePermission(ctx, "case.read", kase);
  const file = await findFile(tx, ref);
  const isMine =
    file?.addedById === ctx.actor.userId && fileAudiences(ctx.actor, kase).includes(file.audience);
  if (!file || !isMine || file.removedAt !== null)
    throw new DomainError("not-found", "FILE_NOT_FOUND");
  return file;
};

/**
 * The upload that a piece belongs to, asked again for every piece: who lost the case or their post
 * meanwhile sends no more. @throws not-found FILE_NOT_FOUND also when nothing is expected any more
 */
export const findUpload = (
  ctx: ServiceContext,
  ref: FileRef,
): Promise<{ readonly id: string; readonly size: number }> =>
  inTransaction(ctx, async (tx) => {
    const file = await loadOwnFile(tx, ctx, ref);
    if (file.status !== "uploading") throw new DomainError("not-found", "FILE_NOT_FOUND");
    return { id: file.id, size: file.size };
  });

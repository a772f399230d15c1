import type { FileVariant } from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { readVariant } from "../files/keep-content";
import type { FileContext } from "../integrations/file-parts";
import { FileStoreError } from "../integrations/file-store/file-store";
import { isLinkValid, linkTo, type SignedLink } from "../kernel/file-links";
import { inTransaction } from "../kernel/in-transaction";
import { loadStanding } from "./owner-queries";
import { getDocument } from "./store";

export interface OpenDocumentInput extends SignedLink {
  readonly documentId: string;
  readonly variant: FileVariant;
}

/**
 * The bytes of a document, by a link of minutes that was made for this very reader; whether they may still open it
 * is asked again.
 * @throws forbidden FILE_LINK_EXPIRED; not-found DOCUMENT_NOT_FOUND; unavailable FILE_STORE_UNAVAILABLE
 */
export const openDocument = async (
  ctx: FileContext,
  { documentId, variant, until, signature }: OpenDocumentInput,
): Promise<{ readonly bytes: Buffer; readonly mediaType: string; readonly name: string }> => {
  const link = { to: linkTo.document(documentId, variant), userId: ctx.actor.userId, until };
  if (!isLinkValid(ctx.keys, link, signature, ctx.now()))
    throw new DomainError("forbidden", "FILE_LINK_EXPIRED");
  const missing = () => new DomainError("not-found", "DOCUMENT_NOT_FOUND");
  const document = await inTransaction(ctx, async (tx) => {
    const found = await getDocument(tx, documentId);
    const { mayOpen } = await loadStanding(tx, ctx, found.owner);
    if (!mayOpen || found.status !== "ready") throw missing();
    return found;
  });
  try {
    const bytes = await readVariant(ctx, document, variant);
    if (!bytes) throw missing();
    const mediaType =
      variant === "original" ? (document.mediaType ?? "application/octet-stream") : "image/webp";
    return { bytes, mediaType, name: document.name };
  } catch (error) {
    if (error instanceof FileStoreError)
      throw new DomainError("unavailable", "FILE_STORE_UNAVAILABLE");
    throw error;
  }
};

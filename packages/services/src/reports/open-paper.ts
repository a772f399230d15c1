import { DomainError } from "@rembuk/domain/kernel/errors";
import { tableKinds } from "@rembuk/domain/reports/papers";
import type { FileContext } from "../integrations/file-parts";
import { FileStoreError } from "../integrations/file-store/file-store";
import { isLinkValid, linkTo } from "../kernel/file-links";
import { openSealedFile } from "../kernel/file-sealing";
import { inTransaction } from "../kernel/in-transaction";
import { findPaper, paperKey, paperSeal } from "./paper-store";

export interface OpenPaperInput {
  readonly paperId: string;
  /** Unix seconds, from the link. */
  readonly until: number;
  readonly signature: string;
}

export interface OpenedPaper {
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly name: string;
}

const mediaTypes = {
  pdf: "application/pdf",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/**
 * The bytes of a paper, by a link of a few minutes, for the one who asked for it.
 * @throws forbidden FILE_LINK_EXPIRED; not-found PAPER_NOT_FOUND; unavailable FILE_STORE_UNAVAILABLE
 */
export const openPaper = async (
  ctx: FileContext,
  { paperId, until, signature }: OpenPaperInput,
): Promise<OpenedPaper> => {
  const { userId } = ctx.actor;
  const link = { to: linkTo.paper(paperId), userId, until };
  if (!isLinkValid(ctx.keys, link, signature, ctx.now()))
    throw new DomainError("forbidden", "FILE_LINK_EXPIRED");
  const paper = await inTransaction(ctx, (tx) => findPaper(tx, paperId));
  if (paper?.status !== "ready" || paper.requestedById !== userId)
    throw new DomainError("not-found", "PAPER_NOT_FOUND");
  try {
    const sealed = await ctx.files.store.get(`${paperKey(paperId)}/original`);
    if (!sealed) throw new DomainError("not-found", "PAPER_NOT_FOUND");
    const bytes = openSealedFile(ctx.keys, paperSeal(paperId), sealed);
    const mediaType = mediaTypes[tableKinds.includes(paper.kind) ? "xlsx" : "pdf"];
    return { bytes, mediaType, name: paper.name ?? "rembuk" };
  } catch (error) {
    if (error instanceof FileStoreError)
      throw new DomainError("unavailable", "FILE_STORE_UNAVAILABLE");
    throw error;
  }
};

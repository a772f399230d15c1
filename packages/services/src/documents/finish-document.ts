import type { Transaction } from "@rembuk/db/client";
import type { FinishDocumentCommand } from "@rembuk/domain/documents/commands";
import { documentEvent } from "@rembuk/domain/documents/events";
import type { Document } from "@rembuk/domain/documents/model";
import { cleanName } from "@rembuk/domain/files/file-names";
import type { Refusal } from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { judgeContent, putPrepared, type Verdict } from "../files/keep-content";
import type { FileContext } from "../integrations/file-parts";
import { FileStoreError } from "../integrations/file-store/file-store";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { loadStanding } from "./owner-queries";
import { deleteUnready, getDocument, markReady } from "./store";

export interface FinishedDocument {
  readonly status: "ready" | "refused";
  readonly refusal: Refusal | null;
}

const ready: FinishedDocument = { status: "ready", refusal: null };

/** One's own document on something that still takes it. @throws not-found, forbidden, conflict */
const loadOwn = async (tx: Transaction, ctx: ServiceContext, id: string): Promise<Document> => {
  const document = await getDocument(tx, id);
  if (document.addedById !== ctx.actor.userId)
    throw new DomainError("not-found", "DOCUMENT_NOT_FOUND");
  const { refusal } = await loadStanding(tx, ctx, document.owner);
  if (refusal && document.status === "uploading") throw refusal;
  return document;
};

/**
 * The upload that a piece belongs to, asked again for every piece: who may add no more sends no more.
 * @throws not-found DOCUMENT_NOT_FOUND also when nothing is expected any more
 */
export const findDocumentUpload = (
  ctx: ServiceContext,
  documentId: string,
): Promise<{ readonly id: string; readonly size: number }> =>
  inTransaction(ctx, async (tx) => {
    const { id, size, status } = await loadOwn(tx, ctx, documentId);
    if (status !== "uploading") throw new DomainError("not-found", "DOCUMENT_NOT_FOUND");
    return { id, size };
  });

const keep = async (
  ctx: FileContext,
  document: Document,
  { prepared, scan }: Extract<Verdict, { status: "ready" }>,
): Promise<void> => {
  await putPrepared(ctx, document, prepared);
  await inTransaction(ctx, async (tx) => {
    // Asked again: meanwhile the evidence may have been handed in.
    const { refusal, subject } = await loadStanding(tx, ctx, document.owner);
    if (refusal) throw refusal;
    const isFirst = await markReady(tx, document.id, {
      ...{ name: cleanName(document.name, prepared.ending), mediaType: prepared.mediaType },
      ...{ storedSize: prepared.original.length, isPicture: prepared.width !== null },
      ...{ isScanned: scan === "clean", sealedWith: ctx.keys.encryption.current },
    });
    const event = documentEvent("document.added", document, subject);
    if (isFirst) await recordEvents(tx, ctx, [event], null, {});
  });
};

const decide = async (ctx: FileContext, document: Document): Promise<FinishedDocument> => {
  const sent = await ctx.files.uploads.read(document.id);
  if (sent?.length !== document.size)
    throw new DomainError("conflict", "FILE_NOT_WHOLE", { arrived: sent?.length ?? 0 });
  const verdict = await judgeContent(ctx, document, sent);
  // What was sent stays where it is: whoever asks again is answered when the scanner is.
  if (verdict.status === "held") throw new DomainError("unavailable", "FILE_SCANNER_AWAY");
  if (verdict.status === "ready") await keep(ctx, document, verdict);
  else await inTransaction(ctx, (tx) => deleteUnready(tx, document.id));
  await ctx.files.uploads.remove(document.id);
  return verdict.status === "ready" ? ready : { status: "refused", refusal: verdict.refusal };
};

/**
 * All bytes are there: looks into the document at once and keeps it, or says why not. Said again, it answers the same.
 * @throws not-found; forbidden; conflict FILE_NOT_WHOLE, COACHING_STEP_NOT_NOW; unavailable FILE_SCANNER_AWAY,
 *   FILE_STORE_UNAVAILABLE
 */
export const finishDocument = async (
  ctx: FileContext,
  { documentId }: FinishDocumentCommand,
): Promise<FinishedDocument> => {
  const document = await inTransaction(ctx, (tx) => loadOwn(tx, ctx, documentId));
  if (document.status === "ready") return ready;
  try {
    return await decide(ctx, document);
  } catch (error) {
    if (error instanceof FileStoreError)
      throw new DomainError("unavailable", "FILE_STORE_UNAVAILABLE");
    throw error;
  }
};

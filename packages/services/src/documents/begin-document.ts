import type { BeginDocumentCommand } from "@rembuk/domain/documents/commands";
import { type Document, mostDocuments } from "@rembuk/domain/documents/model";
import { cleanName } from "@rembuk/domain/files/file-names";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { loadStanding } from "./owner-queries";
import { countDocuments, findDocuments, insertDocument } from "./store";

export interface BegunDocument {
  readonly documentId: string;
  readonly size: number;
}

const isSameUpload = (
  ctx: ServiceContext,
  one: Document,
  { sha256, size, kind, validUntil }: BeginDocumentCommand,
): boolean =>
  one.status === "uploading" &&
  one.addedById === ctx.actor.userId &&
  one.sha256 === sha256 &&
  one.size === size &&
  one.kind === kind &&
  one.validUntil === validUntil;

/**
 * Makes room for a document; its bytes follow in pieces. Whoever announces the same content again is given the
 * upload that they had begun.
 * @throws not-found; forbidden; conflict COACHING_STEP_NOT_NOW, FILE_LIMIT_REACHED
 */
export const beginDocument = (
  ctx: ServiceContext,
  command: BeginDocumentCommand,
): Promise<BegunDocument> =>
  once(ctx, command, async (tx) => {
    const { owner, kind, validUntil, size, sha256 } = command;
    const { subdistrictCode, refusal } = await loadStanding(tx, ctx, owner);
    if (refusal) throw refusal;
    const there = await findDocuments(tx, { of: owner.of, ids: [owner.id] }, ctx.actor.userId);
    const begun = there.find((one) => isSameUpload(ctx, one, command));
    const limit = mostDocuments[owner.of];
    if (!begun && (await countDocuments(tx, owner)) >= limit)
      throw new DomainError("conflict", "FILE_LIMIT_REACHED", { limit });
    const documentId = begun?.id ?? ctx.newId();
    if (!begun)
      await insertDocument(tx, ctx, {
        ...{ id: documentId, owner, subdistrictCode, kind, validUntil, size, sha256 },
        name: cleanName(command.name, null),
      });
    const result = { documentId, size };
    await recordEvents(tx, ctx, [], command, result);
    return result;
  });

import type { NoteAudience } from "@rembuk/domain/cases/model";
import { fileAudiences, mayReadFile, mayRemoveFile } from "@rembuk/domain/files/audiences";
import type {
  Attachment,
  FileStatus,
  FileVariant,
  Refusal,
  ScanResult,
} from "@rembuk/domain/files/model";
import { loadCase } from "../cases/change-case";
import { logGlassReading } from "../cases/log-reading";
import type { ServiceContext } from "../context";
import { linkFor, linkTo, type SignedLink } from "../kernel/file-links";
import { inTransaction } from "../kernel/in-transaction";
import { requirePermission } from "../kernel/require-permission";
import { findAdderNames, listAttachments } from "./store";

export interface FileDto {
  readonly id: string;
  readonly noteId: string | null;
  readonly audience: NoteAudience;
  readonly name: string;
  readonly mediaType: string | null;
  /** Bytes as kept; as sent while it is not decided. */
  readonly size: number;
  readonly status: FileStatus;
  readonly refusal: Refusal | null;
  readonly scan: ScanResult | null;
  readonly width: number | null;
  readonly height: number | null;
  readonly addedByName: string | null;
  readonly addedAt: Date;
  readonly isMine: boolean;
  readonly mayRemove: boolean;
  /** Null while nobody may open it, and for variants that it does not have. */
  readonly links: Readonly<Record<FileVariant, SignedLink | null>>;
}

export interface CaseFiles {
  readonly files: readonly FileDto[];
  /** Audiences for whom this reader may add; the first is the usual one. */
  readonly mayAddFor: readonly NoteAudience[];
}

const linksOf = (ctx: ServiceContext, file: Attachment): FileDto["links"] => {
  const sign = (variant: FileVariant) => linkFor(ctx, linkTo.file(file.caseId, file.id, variant));
  if (file.status !== "ready") return { original: null, preview: null, thumbnail: null };
  const isPicture = file.width !== null;
  return {
    original: sign("original"),
    preview: isPicture ? sign("preview") : null,
    thumbnail: isPicture ? sign("thumbnail") : null,
  };
};

/** What is not ready is its sender's business; that one is held, everybody of its audience may know. */
const isShown = (ctx: ServiceContext, file: Attachment): boolean => {
  if (file.removedAt !== null || file.status === "abandoned") return false;
  if (file.status === "ready" || file.status === "held") return true;
  return file.addedById === ctx.actor.userId;
};

/**
 * The files of a case, as far as the reader belongs to their audiences.
 * @throws not-found CASE_NOT_FOUND also where it exists and may not be known
 */
export const listFiles = (
  ctx: ServiceContext,
  input: { readonly caseId: string },
): Promise<CaseFiles> =>
  inTransaction(ctx, async (tx) => {
    const kase = await loadCase(tx, input.caseId);
    requirePermission(ctx, "case.read", kase);
    await logGlassReading(tx, ctx, kase);
    const all = await listAttachments(tx, kase.id);
    const shown = all.filter((file) => isShown(ctx, file) && mayReadFile(ctx.actor, kase, file));
    const adders = shown.map((file) => file.addedById);
    const names = await findAdderNames(tx, adders);
    return {
      files: shown.map((file) => ({
        id: file.id,
        noteId: file.noteId,
        audience: file.audience,
        name: file.name,
        mediaType: file.mediaType,
        size: file.storedSize ?? file.size,
        status: file.status,
        refusal: file.refusal,
        scan: file.scan,
        width: file.width,
        height: file.height,
        addedByName: names.get(file.addedById) ?? null,
        addedAt: file.addedAt,
        isMine: file.addedById === ctx.actor.userId,
        mayRemove: mayRemoveFile(ctx.actor, kase, file),
        links: linksOf(ctx, file),
      })),
      mayAddFor: fileAudiences(ctx.actor, kase),
    };
  });

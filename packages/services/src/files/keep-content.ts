import { createHash } from "node:crypto";
import { fileVariants, type Refusal, type ScanResult } from "@rembuk/domain/files/model";
import { FileRefused, type PreparedFile } from "../integrations/file-content/file-content";
import { prepareContent } from "../integrations/file-content/prepare-content";
import type { FileContext } from "../integrations/file-parts";
import { openSealedFile, sealFile } from "../kernel/file-sealing";

/** Under which its bytes lie in the store. */
interface Stored {
  readonly storeKey: string;
}

const placeOf = ({ storeKey }: Stored, variant: string): string =>
  `attachment:${storeKey}:${variant}`;

/** Seals one variant into the store. */
export const putVariant = (
  ctx: FileContext,
  file: Stored,
  variant: string,
  bytes: Uint8Array,
): Promise<void> =>
  ctx.files.store.put(
    `${file.storeKey}/${variant}`,
    sealFile(ctx.keys, placeOf(file, variant), bytes),
  );

/** The bytes of one variant, opened; null when there are none. */
export const readVariant = async (
  ctx: FileContext,
  file: Stored,
  variant: string,
): Promise<Buffer | null> => {
  const sealed = await ctx.files.store.get(`${file.storeKey}/${variant}`);
  return sealed && openSealedFile(ctx.keys, placeOf(file, variant), sealed);
};

/** Every variant that a prepared file has. */
export const putPrepared = async (
  ctx: FileContext,
  file: Stored,
  prepared: PreparedFile,
): Promise<void> => {
  await putVariant(ctx, file, "original", prepared.original);
  if (prepared.preview) await putVariant(ctx, file, "preview", prepared.preview);
  if (prepared.thumbnail) await putVariant(ctx, file, "thumbnail", prepared.thumbnail);
};

/** All bytes of a file, what was sent and never decided too. */
export const removeVariants = async (ctx: FileContext, file: Stored): Promise<void> => {
  for (const variant of [...fileVariants, "sent"])
    await ctx.files.store.remove(`${file.storeKey}/${variant}`);
};

export type Verdict =
  | { readonly status: "ready"; readonly prepared: PreparedFile; readonly scan: ScanResult }
  | { readonly status: "refused"; readonly refusal: Refusal }
  | { readonly status: "held" };

/** Content first: what we do not take is refused also while the scanner is away. */
export const judgeContent = async (
  ctx: FileContext,
  { sha256 }: { readonly sha256: string },
  sent: Buffer,
): Promise<Verdict> => {
  if (createHash("sha256").update(sent).digest("hex") !== sha256)
    return { status: "refused", refusal: "content-differs" };
  let prepared: PreparedFile;
  try {
    prepared = await prepareContent(sent);
  } catch (error) {
    if (error instanceof FileRefused) return { status: "refused", refusal: error.refusal };
    throw error;
  }
  const { scanner } = ctx.files;
  if (scanner === null) return { status: "ready", prepared, scan: "not-scanned" };
  try {
    const verdict = await scanner.scan(sent);
    if (verdict === "infected") return { status: "refused", refusal: "infected" };
    return { status: "ready", prepared, scan: "clean" };
  } catch {
    return { status: "held" };
  }
};

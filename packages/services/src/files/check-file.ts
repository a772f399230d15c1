import { caseEvent } from "@rembuk/domain/cases/events";
import { cleanName } from "@rembuk/domain/files/file-names";
import {
  type Attachment,
  type FileStatus,
  fileFact,
  type Refusal,
  type ScanResult,
} from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { FileContext } from "../integrations/file-parts";
import { FileStoreError } from "../integrations/file-store/file-store";
import { inTransaction } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { judgeContent, putPrepared, putVariant, readVariant, type Verdict } from "./keep-content";
import { type Settlement, settleFile } from "./store";

export interface CheckedFile {
  readonly status: FileStatus;
  readonly refusal: Refusal | null;
  readonly scan: ScanResult | null;
}

/** How soon the worker asks the scanner again, and picks up what a crash left (ms). */
const askAgainMs = 60_000;

/** What was sent: where it arrived, or, once held, in the store. */
const readSent = async (ctx: FileContext, file: Attachment): Promise<Buffer> => {
  const bytes = (await ctx.files.uploads.read(file.id)) ?? (await readVariant(ctx, file, "sent"));
  if (bytes?.length === file.size) return bytes;
  throw new DomainError("conflict", "FILE_NOT_WHOLE", { arrived: bytes?.length ?? 0 });
};

const keep = async (
  ctx: FileContext,
  file: Attachment,
  { prepared, scan }: Extract<Verdict, { status: "ready" }>,
): Promise<Settlement> => {
  await putPrepared(ctx, file, prepared);
  return {
    status: "ready",
    scan,
    name: cleanName(file.name, prepared.ending),
    mediaType: prepared.mediaType,
    storedSize: prepared.original.length,
    width: prepared.width,
    height: prepared.height,
    sealedWith: ctx.keys.encryption.current,
    nextCheckAt: null,
  };
};

const hold = async (ctx: FileContext, file: Attachment, sent: Buffer): Promise<Settlement> => {
  if (file.status !== "held") await putVariant(ctx, file, "sent", sent);
  return { status: "held", nextCheckAt: new Date(ctx.now().getTime() + askAgainMs) };
};

const settle = async (
  ctx: FileContext,
  file: Attachment,
  settlement: Settlement,
): Promise<void> => {
  await inTransaction(
    ctx,
    async (tx) => {
      const moved = await settleFile(tx, ctx, file, settlement);
      if (!moved || settlement.status !== "ready") return;
      const subject = { id: file.caseId, subdistrictCode: file.subdistrictCode };
      const event = caseEvent("case.file-added", subject, fileFact(file));
      await recordEvents(tx, ctx, [event], null, {});
    },
    // Authorised by whoever calls: the sender, or the worker in the sender's name.
    { caseId: file.caseId },
  );
};

/** What arrived is needed no more, once it is kept anew or refused. */
const clearSent = async (ctx: FileContext, file: Attachment, status: FileStatus): Promise<void> => {
  await ctx.files.uploads.remove(file.id);
  if (status !== "held") await ctx.files.store.remove(`${file.storeKey}/sent`);
};

/**
 * Looks into a whole file and decides: ready, held or refused. The event of a file that is ready is
 * its sender's, also when the worker ends what a crash or a missing scanner had left.
 * Safe to run twice. @throws conflict FILE_NOT_WHOLE; unavailable FILE_STORE_UNAVAILABLE
 */
export const checkFile = async (ctx: FileContext, file: Attachment): Promise<CheckedFile> => {
  try {
    const sent = await readSent(ctx, file);
    const verdict = await judgeContent(ctx, file, sent);
    let settlement: Settlement;
    if (verdict.status === "ready") settlement = await keep(ctx, file, verdict);
    else if (verdict.status === "held") settlement = await hold(ctx, file, sent);
    else settlement = { ...verdict, nextCheckAt: null };
    await settle(ctx, file, settlement);
    await clearSent(ctx, file, settlement.status);
    const { status, refusal = null, scan = null } = settlement;
    return { status, refusal, scan };
  } catch (error) {
    if (error instanceof FileStoreError)
      throw new DomainError("unavailable", "FILE_STORE_UNAVAILABLE");
    throw error;
  }
};

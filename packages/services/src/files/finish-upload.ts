import type { Transaction } from "@rembuk/db/client";
import type { FinishUploadCommand } from "@rembuk/domain/files/commands";
import type { Attachment } from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import type { FileContext } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { type CheckedFile, checkFile } from "./check-file";
import { loadOwnFile } from "./find-upload";
import { settleFile } from "./store";

/** After this the worker takes over what the web began and did not end (ms). */
const graceMs = 120_000;

/** All bytes are there: from now on it is being checked. */
export const startCheck = async (
  tx: Transaction,
  ctx: ServiceContext,
  file: Attachment,
): Promise<Attachment> => {
  const nextCheckAt = new Date(ctx.now().getTime() + graceMs);
  await settleFile(tx, ctx, file, { status: "scanning", nextCheckAt });
  return { ...file, status: "scanning" };
};

/**
 * All bytes are there: checks the file at once, so that its sender hears what became of it. Said
 * again, it answers what was decided.
 * @throws conflict FILE_NOT_WHOLE when bytes are missing: nothing is lost, the upload goes on
 */
export const finishUpload = async (
  ctx: FileContext,
  command: FinishUploadCommand,
): Promise<CheckedFile> => {
  const arrived = await ctx.files.uploads.sizeOf(command.fileId);
  const file = await inTransaction(ctx, async (tx) => {
    const found = await loadOwnFile(tx, ctx, command);
    if (found.status !== "uploading") return found;
    if (arrived !== found.size)
      throw new DomainError("conflict", "FILE_NOT_WHOLE", { arrived: arrived ?? 0 });
    return startCheck(tx, ctx, found);
  });
  const { status, refusal, scan } = file;
  // What was left scanning by an interrupted request is looked at again; the rest is decided.
  return status === "scanning" ? checkFile(ctx, file) : { status, refusal, scan };
};

import type { Transaction } from "@rembuk/db/client";
import { caseEvent } from "@rembuk/domain/cases/events";
import { mayReadFile, mayRemoveFile } from "@rembuk/domain/files/audiences";
import type { RemoveFileCommand } from "@rembuk/domain/files/commands";
import { type Attachment, fileFact } from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import { loadCase } from "../cases/change-case";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { requirePermission } from "../kernel/require-permission";
import type { FileRef } from "./find-upload";
import { findFile, markRemoved } from "./store";

/** A file that the actor may take away. @throws not-found, or forbidden where it may be read only */
export const loadRemovable = async (
  tx: Transaction,
  ctx: ServiceContext,
  ref: FileRef,
): Promise<Attachment> => {
  const kase = await loadCase(tx, ref.caseId);
  requirePermission(ctx, "case.read", kase);
  const file = await findFile(tx, ref);
  if (!file || !mayReadFile(ctx.actor, kase, file))
    throw new DomainError("not-found", "FILE_NOT_FOUND");
  if (!mayRemoveFile(ctx.actor, kase, file)) throw new DomainError("forbidden", "FORBIDDEN");
  return file;
};

/**
 * Takes a file off the case. It stays known who added it, who removed it and why; its bytes are kept
 * for thirty days, so that the act can be taken back.
 */
export const removeFile = (
  ctx: ServiceContext,
  command: RemoveFileCommand,
): Promise<{ readonly id: string }> =>
  once(ctx, command, async (tx) => {
    const file = await loadRemovable(tx, ctx, command);
    if (file.removedAt !== null) throw new DomainError("not-found", "FILE_NOT_FOUND");
    await markRemoved(tx, ctx, file.id, command.reason);
    const subject = { id: file.caseId, subdistrictCode: file.subdistrictCode };
    const payload = fileFact(file);
    const result = { id: file.id };
    // What was never ready was never announced.
    const events =
      file.status === "ready" ? [caseEvent("case.file-removed", subject, payload)] : [];
    await recordEvents(tx, ctx, events, command, result);
    return result;
  });

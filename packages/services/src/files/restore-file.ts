import { caseEvent } from "@rembuk/domain/cases/events";
import type { RestoreFileCommand } from "@rembuk/domain/files/commands";
import { fileFact } from "@rembuk/domain/files/model";
import { DomainError } from "@rembuk/domain/kernel/errors";
import type { ServiceContext } from "../context";
import { once } from "../kernel/in-transaction";
import { recordEvents } from "../kernel/record-events";
import { loadRemovable } from "./remove-file";
import { isWiped, markRestored } from "./store";

/** Takes a removal back. @throws not-found FILE_NOT_FOUND when it was not removed, or is gone for good */
export const restoreFile = (
  ctx: ServiceContext,
  command: RestoreFileCommand,
): Promise<{ readonly id: string }> =>
  once(ctx, command, async (tx) => {
    const file = await loadRemovable(tx, ctx, command);
    if (file.removedAt === null || (await isWiped(tx, file.id)))
      throw new DomainError("not-found", "FILE_NOT_FOUND");
    await markRestored(tx, file.id);
    const subject = { id: file.caseId, subdistrictCode: file.subdistrictCode };
    const payload = fileFact(file);
    const result = { id: file.id };
    const events =
      file.status === "ready" ? [caseEvent("case.file-restored", subject, payload)] : [];
    await recordEvents(tx, ctx, events, command, result);
    return result;
  });

import { abandonedAfterHours } from "@rembuk/domain/files/model";
import { isDomainError } from "@rembuk/domain/kernel/errors";
import type { FileContext } from "../integrations/file-parts";
import { inTransaction } from "../kernel/in-transaction";
import { checkFile } from "./check-file";
import { listWaiting, settleFile } from "./store";

/** Tries again later, so that one broken file does not hold up the others (ms). */
const laterMs = 10 * 60_000;

/**
 * Asks the scanner again for what is held, and ends what a crash left in the middle. The worker acts
 * in the name of whoever sent the file.
 * @returns how many were looked at, and how many of them are decided
 */
export const checkWaitingFiles = async (
  ctx: FileContext,
): Promise<{ readonly looked: number; readonly decided: number }> => {
  const waiting = await listWaiting(ctx);
  let decided = 0;
  for (const file of waiting) {
    const sender = { userId: file.addedById, name: "", assignments: [] };
    try {
      const { status } = await checkFile({ ...ctx, actor: sender }, file);
      if (status !== "held") decided += 1;
    } catch (error) {
      // The bytes are on another machine or gone: the sender may send them again.
      const isGone = isDomainError(error) && error.code === "FILE_NOT_WHOLE";
      const pause = isGone ? abandonedAfterHours * 3_600_000 : laterMs;
      const nextCheckAt = new Date(ctx.now().getTime() + pause);
      const status = isGone && file.status === "scanning" ? "uploading" : file.status;
      await inTransaction(ctx, (tx) => settleFile(tx, ctx, file, { status, nextCheckAt }));
      if (!isGone) throw error;
    }
  }
  return { looked: waiting.length, decided };
};

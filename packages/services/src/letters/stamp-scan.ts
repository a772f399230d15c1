import { DomainError } from "@rembuk/domain/kernel/errors";
import type { AttachScanCommand } from "@rembuk/domain/letters/commands";
import type { ServiceContext } from "../context";
import { findFile } from "../files/store";
import { type ChangedLetter, changeLetter } from "./change-letter";

/**
 * The letter was signed by hand: names the file of the case that is its scan.
 * @throws not-found FILE_NOT_FOUND when it is no file of the case that can be opened
 */
export const stampScan = (
  ctx: ServiceContext,
  command: AttachScanCommand,
): Promise<ChangedLetter> =>
  changeLetter(
    ctx,
    { name: "attach-scan", permission: "letter.draft" },
    command,
    async (tx, letter) => {
      const file = await findFile(tx, command);
      // The printed PDF of the letter is a file too; it is not what was signed.
      const isScan = file && file.id !== letter.id && file.removedAt === null;
      const isOpen = file?.status === "ready" || file?.status === "held";
      if (!isScan || !isOpen) throw new DomainError("not-found", "FILE_NOT_FOUND");
      return {
        change: { status: "signed", scanFileId: file.id },
        event: "case.letter-signed",
      };
    },
  );

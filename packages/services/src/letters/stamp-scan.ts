import { DomainError } from "@rembuk/domain/kernel/errors";
import type { AttachScanCommand } from "@rembuk/domain/letters/commands";
import { requireSignedOn } from "@rembuk/domain/letters/lifecycle";
import { officeDate } from "@rembuk/domain/letters/office-date";
import { findOffice } from "../areas/queries";
import type { ServiceContext } from "../context";
import { findFile } from "../files/store";
import { type ChangedLetter, changeLetter } from "./change-letter";

/**
 * The letter was signed by hand: names the file of the case that is its scan, and the day beside the
 * signature. @throws not-found FILE_NOT_FOUND when it is no file of the case that can be opened;
 * invalid LETTER_SIGNED_ON_ODD
 */
export const stampScan = (
  ctx: ServiceContext,
  command: AttachScanCommand,
): Promise<ChangedLetter> =>
  changeLetter(
    ctx,
    { name: "attach-scan", permission: "letter.draft" },
    command,
    async (tx, letter, kase) => {
      const file = await findFile(tx, command);
      // The printed PDF of the letter is a file too; it is not what was signed.
      const isScan = file && file.id !== letter.id && file.removedAt === null;
      const isOpen = file?.status === "ready" || file?.status === "held";
      if (!isScan || !isOpen) throw new DomainError("not-found", "FILE_NOT_FOUND");
      const office = await findOffice(ctx.db, kase.subdistrictCode);
      const dayOf = (at: Date) => officeDate(at, office?.zone ?? "WIB").day;
      const today = dayOf(ctx.now());
      const days = { issued: dayOf(letter.issuedAt ?? ctx.now()), today };
      const change = {
        status: "signed",
        scanFileId: file.id,
        signature: "paper",
        signedOn: requireSignedOn(command.signedOn ?? today, days),
        signedAt: ctx.now(),
        signedById: ctx.actor.userId,
      } as const;
      return {
        change,
        event: "case.letter-signed",
      };
    },
  );

import type { IssueLetterCommand } from "@rembuk/domain/letters/commands";
import { requireNoIdentityNumber } from "@rembuk/domain/letters/lifecycle";
import { isOutward } from "@rembuk/domain/letters/model";
import { letterNumber } from "@rembuk/domain/letters/numbering";
import { officeDate } from "@rembuk/domain/letters/office-date";
import { requireRunningSigner, signersOf } from "@rembuk/domain/letters/signers";
import { findOffice } from "../areas/queries";
import type { ServiceContext } from "../context";
import { type ChangedLetter, changeLetter } from "./change-letter";
import { findSetting } from "./setting-store";
import { findLeaderPosts, takeSerial } from "./store";

/**
 * Gives a draft its number and date; the worker draws its PDF. Numbers of what goes out are gapless
 * per office and year; a disposition stays inside the office and carries the case's number.
 * @throws conflict LETTER_SIGNER_NOT_RUNNING when it is signed in a capacity that nobody holds today
 */
export const issueLetter = (
  ctx: ServiceContext,
  command: IssueLetterCommand,
): Promise<ChangedLetter> =>
  changeLetter(
    ctx,
    { name: "issue", permission: "letter.issue" },
    command,
    async (tx, letter, kase) => {
      requireNoIdentityNumber(letter.content);
      const office = await findOffice(ctx.db, kase.subdistrictCode);
      const posts = await findLeaderPosts(tx, kase.subdistrictCode, ctx.now());
      requireRunningSigner(letter.content.signer, signersOf(posts, office?.name ?? ""));
      const issued = {
        status: "issued",
        issuedById: ctx.actor.userId,
        issuedAt: ctx.now(),
      } as const;
      if (!isOutward(letter.kind))
        return { change: { ...issued, number: kase.number }, event: "case.letter-issued" };
      const { year, month } = officeDate(ctx.now(), office?.zone ?? "WIB");
      const { numberFormat } = await findSetting(tx, kase.subdistrictCode);
      // Last of all: whoever takes a number holds up the office's other letters.
      const serial = await takeSerial(tx, kase.subdistrictCode, year);
      const number = letterNumber(numberFormat, {
        ...{ serial, year, month },
        code: office?.letters ?? "",
      });
      return { change: { ...issued, year, serial, number }, event: "case.letter-issued" };
    },
  );

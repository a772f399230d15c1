import type { IssueLetterCommand } from "@rembuk/domain/letters/commands";
import { requireNoIdentityNumber } from "@rembuk/domain/letters/lifecycle";
import { isOutward } from "@rembuk/domain/letters/model";
import { requireRunningSigner, signersOf } from "@rembuk/domain/letters/signers";
import { findOffice } from "../areas/queries";
import type { ServiceContext } from "../context";
import { type ChangedLetter, changeLetter } from "./change-letter";
import { findLeaderPosts } from "./store";
import { takeLetterNumber } from "./take-number";

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
      const { number, year, serial } = await takeLetterNumber(tx, ctx, kase.subdistrictCode);
      return { change: { ...issued, year, serial, number }, event: "case.letter-issued" };
    },
  );

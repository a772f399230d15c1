import type { VoidLetterCommand } from "@rembuk/domain/letters/commands";
import type { ServiceContext } from "../context";
import { type ChangedLetter, changeLetter } from "./change-letter";

/** Takes a letter back. Its number stays taken, its paper is drawn anew with BATAL over it. */
export const voidLetter = (
  ctx: ServiceContext,
  command: VoidLetterCommand,
): Promise<ChangedLetter> =>
  changeLetter(ctx, { name: "void", permission: "letter.issue" }, command, (_tx, letter) => ({
    change: {
      status: "void",
      voidedAt: ctx.now(),
      voidedById: ctx.actor.userId,
      voidReason: command.reason,
    },
    // A draft had no paper: nothing to draw, nothing to tell.
    ...(letter.status === "draft" ? {} : { event: "case.letter-voided" as const }),
  }));

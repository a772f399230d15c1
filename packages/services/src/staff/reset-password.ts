import type { ResetPasswordCommand } from "@rembuk/domain/staff/commands";
import { staffEvent } from "@rembuk/domain/staff/events";
import type { ServiceContext } from "../context";
import { changeAccount } from "./change-account";
import { issueCode } from "./issue-code";
import { endSessionsOf } from "./session-store";
import { removePassword, replaceResetCode } from "./store";

export interface ResetPassword {
  readonly userId: string;
  /** Shown once; null when the answer is a repeated one: another reset makes a new code. */
  readonly code: string | null;
}

/**
 * A new one-time code. The old password and the codes before it are void at once and every session
 * ends, so that whoever had them is out.
 * @throws not-found USER_NOT_FOUND; forbidden OWN_ACCOUNT (one's own password is changed, not reset)
 */
export const resetPassword = async (
  ctx: ServiceContext,
  command: ResetPasswordCommand,
): Promise<ResetPassword> => {
  const code = await issueCode();
  const actId = ctx.newId();
  const done = await changeAccount(ctx, command, actId, async (tx, about) => {
    await removePassword(tx, about.userId);
    await replaceResetCode(tx, ctx, about.userId, code.hash);
    const sessionsEnded = await endSessionsOf(tx, about.userId, ctx.now());
    return staffEvent("staff.password-reset", about, { sessionsEnded });
  });
  return { userId: done.userId, code: done.actId === actId ? code.shown : null };
};

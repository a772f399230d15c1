import { DomainError } from "@rembuk/domain/kernel/errors";
import { passwordWeakness } from "@rembuk/domain/staff/password";
import { parseResetCode } from "@rembuk/domain/staff/reset-code";
import { hashPassword, verifyNothing, verifyPassword } from "./hash-password";
import { type Account, type AccountContext, endSessionsOf, findAccount } from "./session-store";

export interface RedeemResetCode {
  readonly login: string;
  readonly code: string;
  readonly newPassword: string;
}

interface FittingCode {
  readonly account: Account;
  readonly codeId: string;
}

async function findFittingCode(
  ctx: AccountContext,
  { login, code }: RedeemResetCode,
): Promise<FittingCode | null> {
  const account = await findAccount(ctx.db, login);
  const plain = parseResetCode(code);
  const newest = account
    ? await ctx.db.resetCode.findFirst({
        where: { userId: account.id, usedAt: null, expiresAt: { gt: ctx.now() } },
        orderBy: { createdAt: "desc" },
        select: { id: true, codeHash: true },
      })
    : null;
  if (!account || !newest || !plain) {
    await verifyNothing(code);
    return null;
  }
  return (await verifyPassword(newest.codeHash, plain)) ? { account, codeId: newest.id } : null;
}

/**
 * Sets a new password by the one-time code that an administrator gave. The code works once; every
 * session of the person ends. Unknown accounts and wrong codes read alike: RESET_CODE_INVALID.
 */
export async function redeemResetCode(
  ctx: AccountContext,
  command: RedeemResetCode,
): Promise<void> {
  const found = await findFittingCode(ctx, command);
  if (!found) throw new DomainError("invalid", "RESET_CODE_INVALID");
  const { account, codeId } = found;
  const weakness = passwordWeakness(command.newPassword, [account.username, account.displayName]);
  if (weakness) throw new DomainError("invalid", "PASSWORD_WEAK", { weakness });
  const passwordHash = await hashPassword(command.newPassword);
  const now = ctx.now();
  await ctx.db.$transaction(async (tx) => {
    // Two at once: only one finds the code unused.
    const { count } = await tx.resetCode.updateMany({
      where: { id: codeId, usedAt: null },
      data: { usedAt: now },
    });
    if (count === 0) throw new DomainError("invalid", "RESET_CODE_INVALID");
    await tx.user.update({
      where: { id: account.id },
      data: { passwordHash, mustChangePassword: false },
      select: { id: true },
    });
    await endSessionsOf(tx, account.id, now);
  });
}

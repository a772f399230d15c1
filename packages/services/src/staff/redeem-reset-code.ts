import { DomainError } from "@rembuk/domain/kernel/errors";
import { passwordWeakness } from "@rembuk/domain/staff/password";
import { parseResetCode } from "@rembuk/domain/staff/reset-code";
import { hashPassword, verifyNothing, verifyPassword } from "./hash-password";
import {
  type Account,
  type AccountContext,
  endSessionsOf,
  findAccount,
  findOpenResetCode,
  setPassword,
  useUpResetCode,
} from "./session-store";

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
  const newest = account ? await findOpenResetCode(ctx.db, account.id, ctx.now()) : null;
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
    if (!(await useUpResetCode(tx, codeId, now))) {
      throw new DomainError("invalid", "RESET_CODE_INVALID");
    }
    await setPassword(tx, account.id, passwordHash);
    await endSessionsOf(tx, account.id, now);
  });
}

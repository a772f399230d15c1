import { DomainError } from "@rembuk/domain/kernel/errors";
import { passwordWeakness } from "@rembuk/domain/staff/password";
import { hashPassword, verifyPassword } from "./hash-password";
import {
  type AccountContext,
  endSessionsOf,
  findAccountById,
  findPasswordHash,
  setPassword,
} from "./session-store";

export interface ChangePassword {
  readonly userId: string;
  /** The session that asks stays; all others of the person end. */
  readonly sessionId: string;
  readonly currentPassword: string;
  readonly newPassword: string;
}

/** Changes one's own password. Throws PASSWORD_WRONG or PASSWORD_WEAK. */
export async function changePassword(ctx: AccountContext, command: ChangePassword): Promise<void> {
  const account = await findAccountById(ctx.db, command.userId);
  const hash = await findPasswordHash(ctx.db, account);
  const fits = hash && (await verifyPassword(hash, command.currentPassword));
  if (!account || !fits) throw new DomainError("invalid", "PASSWORD_WRONG");
  const weakness = passwordWeakness(command.newPassword, [account.username, account.displayName]);
  if (weakness || command.newPassword === command.currentPassword) {
    throw new DomainError("invalid", "PASSWORD_WEAK", { weakness: weakness ?? "same" });
  }
  const passwordHash = await hashPassword(command.newPassword);
  await ctx.db.$transaction(async (tx) => {
    await setPassword(tx, account.id, passwordHash);
    await endSessionsOf(tx, account.id, ctx.now(), command.sessionId);
  });
}

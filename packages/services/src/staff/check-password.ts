import { verifyNothing, verifyPassword } from "./hash-password";
import { type AccountContext, findAccount, findPasswordHash } from "./session-store";

/**
 * The id of the account whose password this is, or null. Unknown accounts, ended accounts and
 * wrong passwords take the same time. Limits are the transport's, before it calls.
 */
export async function checkPassword(
  ctx: AccountContext,
  login: string,
  password: string,
): Promise<string | null> {
  const account = await findAccount(ctx.db, login);
  const hash = await findPasswordHash(ctx.db, account);
  const fits = hash ? await verifyPassword(hash, password) : await verifyNothing(password);
  return fits && account ? account.id : null;
}

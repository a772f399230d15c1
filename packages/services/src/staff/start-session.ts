import { sessionLimits } from "@rembuk/domain/staff/session-rules";
import { type AccountContext, findAccountByEmail, findRoles, insertSession } from "./session-store";

export interface SessionOrigin {
  readonly userAgent: string;
}

const HOUR = 60 * 60 * 1000;

/** Opens a session for a person who has proved who they are; answers the secret for the cookie. */
export async function startSession(
  ctx: AccountContext,
  userId: string,
  { userAgent }: SessionOrigin,
): Promise<string> {
  const now = ctx.now();
  const { idleMinutes, lifeHours } = sessionLimits(await findRoles(ctx.db, userId, now));
  const expiresAt = new Date(now.getTime() + lifeHours * HOUR);
  return insertSession(ctx.db, { userId, now, idleMinutes, expiresAt, userAgent });
}

/**
 * Opens a session for the account with this e-mail, which the provider has verified; null when
 * there is none.
 */
export async function startSessionForEmail(
  ctx: AccountContext,
  email: string,
  origin: SessionOrigin,
): Promise<string | null> {
  const account = await findAccountByEmail(ctx.db, email);
  return account ? startSession(ctx, account.id, origin) : null;
}

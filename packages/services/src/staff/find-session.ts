import { findRunningSession, type SessionContext, type SignedIn } from "./session-queries";
import { touchSession } from "./session-store";

/** Writing on every request would cost more than it tells. */
const TOUCH_AFTER_MS = 60_000;

/**
 * Who holds this session secret now, or null: ended, idle too long, expired or disabled.
 * `isActivity` is false for what a page does by itself (live updates), so that an unattended desk
 * still ends.
 */
export async function findSession(
  ctx: SessionContext,
  secret: string,
  isActivity: boolean,
): Promise<SignedIn | null> {
  const now = ctx.now();
  const found = await findRunningSession(ctx, secret, now);
  if (!found) return null;
  if (isActivity && now.getTime() - found.lastSeenAt.getTime() > TOUCH_AFTER_MS) {
    await touchSession(ctx.db, found.signedIn.sessionId, now);
  }
  return found.signedIn;
}

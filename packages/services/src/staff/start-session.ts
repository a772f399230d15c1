import type { Role } from "@rembuk/domain/access/roles";
import { sessionLimits } from "@rembuk/domain/staff/session-rules";
import { uuidv7 } from "uuidv7";
import { type AccountContext, freshSecret, hashOfSecret } from "./session-store";

export interface SessionOrigin {
  readonly userAgent: string;
}

const HOUR = 60 * 60 * 1000;

/** Opens a session for a person who has proved who they are; answers the secret for the cookie. */
export async function startSession(
  ctx: AccountContext,
  userId: string,
  origin: SessionOrigin,
): Promise<string> {
  const now = ctx.now();
  const assignments = await ctx.db.assignment.findMany({
    where: { userId, OR: [{ endsOn: null }, { endsOn: { gte: now } }] },
    select: { role: true },
  });
  const limits = sessionLimits(assignments.map((a) => a.role as Role));
  const secret = freshSecret();
  await ctx.db.session.create({
    data: {
      id: uuidv7(),
      secretHash: hashOfSecret(secret),
      userId,
      createdAt: now,
      lastSeenAt: now,
      idleMinutes: limits.idleMinutes,
      expiresAt: new Date(now.getTime() + limits.lifeHours * HOUR),
      userAgent: origin.userAgent.slice(0, 200) || null,
    },
    select: { id: true },
  });
  return secret;
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
  const account = await ctx.db.user.findFirst({
    where: { email: email.trim().toLowerCase(), disabledAt: null },
    select: { id: true },
  });
  return account ? startSession(ctx, account.id, origin) : null;
}

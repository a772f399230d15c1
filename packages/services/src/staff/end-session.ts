import { type AccountContext, hashOfSecret } from "./session-store";

/** Ends a session; the next request with its cookie is nobody's. Unknown secrets change nothing. */
export async function endSession(ctx: AccountContext, secret: string): Promise<void> {
  await ctx.db.session.updateMany({
    where: { secretHash: hashOfSecret(secret), endedAt: null },
    data: { endedAt: ctx.now() },
  });
}

import { type AccountContext, endSessionBySecret } from "./session-store";

/** Ends a session; the next request with its cookie is nobody's. Unknown secrets change nothing. */
export const endSession = (ctx: AccountContext, secret: string): Promise<void> =>
  endSessionBySecret(ctx.db, secret, ctx.now());

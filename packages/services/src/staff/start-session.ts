import { sessionLimits } from "@rembuk/domain/staff/session-rules";
import {
  type AccountContext,
  findAccountByEmail,
  findLinkedAccount,
  findRoles,
  insertSession,
  linkAccount,
} from "./session-store";

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

/** Who a provider says that somebody is. */
export interface ProvidedIdentity {
  /** Address of the provider, `iss`. */
  readonly issuer: string;
  /** The provider's own name for the person, `sub`: never given to another one. */
  readonly subject: string;
  /** Null unless the provider has verified it. */
  readonly email: string | null;
}

/**
 * The account of a provider's person. The first time an e-mail says which; from then on the subject
 * does, so that an address which the provider gives to somebody else opens nothing. Only after the
 * office has changed its provider does the e-mail link anew.
 */
const findProvidedAccount = async (
  ctx: AccountContext,
  { issuer, subject, email }: ProvidedIdentity,
): Promise<string | null> => {
  const oidcSubject = `${issuer} ${subject}`;
  const linked = await findLinkedAccount(ctx.db, oidcSubject);
  if (linked) return linked.disabledAt ? null : linked.id;
  const account = email ? await findAccountByEmail(ctx.db, email) : null;
  if (!account || account.oidcSubject?.startsWith(`${issuer} `)) return null;
  return (await linkAccount(ctx.db, account, oidcSubject)) ? account.id : null;
};

/**
 * Opens a session for the account of a person whom the office's provider has identified; null when
 * there is none or it is ended. No account is ever made here.
 */
export async function startProvidedSession(
  ctx: AccountContext,
  identity: ProvidedIdentity,
  origin: SessionOrigin,
): Promise<string | null> {
  const userId = await findProvidedAccount(ctx, identity);
  return userId ? startSession(ctx, userId, origin) : null;
}

import { createHash, randomBytes } from "node:crypto";
import type { Database, Transaction } from "@rembuk/db/client";
import type { Role } from "@rembuk/domain/access/roles";
import { loginForms } from "@rembuk/domain/staff/login";
import { uuidv7 } from "uuidv7";

/** What sign-in and sessions need: nobody acts yet, so there is no actor and no RLS context. */
export interface AccountContext {
  readonly db: Database;
  readonly now: () => Date;
}

type Client = Database | Transaction;

/** The row keeps only a hash: whoever reads the table cannot take over a session. */
export const hashOfSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
}

const accountFields = { id: true, username: true, displayName: true } as const;

const nobody = "00000000-0000-0000-0000-000000000000";

/**
 * The password's hash, which no query of the web's role can read; null without a password, without an
 * account, or when it is ended. For an unknown account too it costs one look-up.
 */
export const findPasswordHash = async (
  client: Client,
  account: Pick<Account, "id"> | null,
): Promise<string | null> => {
  const rows = await client.$queryRaw<{ hash: string | null }[]>`
    SELECT password_hash_of(${account?.id ?? nobody}::uuid) AS hash`;
  return rows[0]?.hash ?? null;
};

/** The account that a person means by user name, e-mail or phone; null when unknown or ended. */
export const findAccount = (client: Client, login: string): Promise<Account | null> => {
  const { text, phone } = loginForms(login);
  const ways = [{ username: text }, { email: text }, ...(phone ? [{ phone }] : [])];
  return client.user.findFirst({ where: { disabledAt: null, OR: ways }, select: accountFields });
};

export const findAccountById = (client: Client, id: string): Promise<Account | null> =>
  client.user.findFirst({ where: { id, disabledAt: null }, select: accountFields });

/** The account that carries this e-mail and may be linked; null also when it is ended. */
export const findAccountByEmail = (client: Client, email: string) =>
  client.user.findFirst({
    where: { email: email.trim().toLowerCase(), disabledAt: null },
    select: { id: true, oidcSubject: true },
  });

/** The account that a provider's person was linked to, ended or not. */
export const findLinkedAccount = (client: Client, oidcSubject: string) =>
  client.user.findUnique({ where: { oidcSubject }, select: { id: true, disabledAt: true } });

/** Links an account to a provider's person, unless somebody else was faster. */
export const linkAccount = async (
  client: Client,
  account: { readonly id: string; readonly oidcSubject: string | null },
  oidcSubject: string,
): Promise<boolean> => {
  const { count } = await client.user.updateMany({
    where: { id: account.id, oidcSubject: account.oidcSubject },
    data: { oidcSubject },
  });
  return count === 1;
};

/** Roles that a person holds or will hold; ended ones are left out. */
export const findRoles = async (client: Client, userId: string, now: Date): Promise<Role[]> => {
  const rows = await client.assignment.findMany({
    where: { userId, OR: [{ endsOn: null }, { endsOn: { gte: now } }] },
    select: { role: true },
  });
  return rows.map((row) => row.role as Role);
};

export interface NewSession {
  readonly userId: string;
  readonly now: Date;
  readonly idleMinutes: number;
  readonly expiresAt: Date;
  readonly userAgent: string;
}

/** Writes a session; answers its secret, 256 random bits, which stand nowhere but in the cookie. */
export const insertSession = async (client: Client, session: NewSession): Promise<string> => {
  const secret = randomBytes(32).toString("base64url");
  await client.session.create({
    data: {
      id: uuidv7(),
      secretHash: hashOfSecret(secret),
      userId: session.userId,
      createdAt: session.now,
      lastSeenAt: session.now,
      idleMinutes: session.idleMinutes,
      expiresAt: session.expiresAt,
      userAgent: session.userAgent.slice(0, 200) || null,
    },
    select: { id: true },
  });
  return secret;
};

/** Remembers that somebody is there. */
export const touchSession = async (client: Client, id: string, now: Date): Promise<void> => {
  await client.session.updateMany({ where: { id }, data: { lastSeenAt: now } });
};

export const endSessionBySecret = async (
  client: Client,
  secret: string,
  now: Date,
): Promise<void> => {
  await client.$executeRaw`
    UPDATE "session" SET ended_at = ${now}::timestamptz
    WHERE id = session_of(${hashOfSecret(secret)}) AND ended_at IS NULL`;
};

/** Ends every running session of a person, but for the one that asks. Answers how many. */
export const endSessionsOf = async (
  client: Client,
  userId: string,
  now: Date,
  exceptId?: string,
): Promise<number> => {
  const { count } = await client.session.updateMany({
    where: { userId, endedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
    data: { endedAt: now },
  });
  return count;
};

export interface OpenResetCode {
  readonly id: string;
  readonly codeHash: string;
}

/** The newest one-time code of a person that is unused and not yet expired. */
export const findOpenResetCode = async (
  client: Client,
  userId: string,
  now: Date,
): Promise<OpenResetCode | null> => {
  const rows = await client.$queryRaw<OpenResetCode[]>`
    SELECT c.id, reset_code_hash_of(c.id, ${now}::timestamptz) AS "codeHash" FROM reset_code c
    WHERE c.user_id = ${userId}::uuid AND c.used_at IS NULL AND c.expires_at > ${now}::timestamptz
    ORDER BY c.created_at DESC LIMIT 1`;
  return rows[0] ?? null;
};

/** Uses a code up; false when somebody else was faster. */
export const useUpResetCode = async (client: Client, id: string, now: Date): Promise<boolean> => {
  const { count } = await client.resetCode.updateMany({
    where: { id, usedAt: null },
    data: { usedAt: now },
  });
  return count === 1;
};

/** Sets a password of the person's own choice. */
export const setPassword = async (
  client: Client,
  userId: string,
  passwordHash: string,
): Promise<void> => {
  await client.user.update({
    where: { id: userId },
    data: { passwordHash, mustChangePassword: false },
    select: { id: true },
  });
};

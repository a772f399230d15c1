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
  readonly passwordHash: string | null;
}

const accountFields = { id: true, username: true, displayName: true, passwordHash: true } as const;

/** The account that a person means by user name, e-mail or phone; null when unknown or ended. */
export const findAccount = (client: Client, login: string): Promise<Account | null> => {
  const { text, phone } = loginForms(login);
  const ways = [{ username: text }, { email: text }, ...(phone ? [{ phone }] : [])];
  return client.user.findFirst({ where: { disabledAt: null, OR: ways }, select: accountFields });
};

export const findAccountById = (client: Client, id: string): Promise<Account | null> =>
  client.user.findFirst({ where: { id, disabledAt: null }, select: accountFields });

/** The account with an e-mail that a provider has verified. */
export const findAccountByEmail = (client: Client, email: string): Promise<Account | null> =>
  client.user.findFirst({
    where: { email: email.trim().toLowerCase(), disabledAt: null },
    select: accountFields,
  });

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
  await client.session.updateMany({
    where: { secretHash: hashOfSecret(secret), endedAt: null },
    data: { endedAt: now },
  });
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

/** The newest one-time code of a person that is unused and not yet expired. */
export const findOpenResetCode = (client: Client, userId: string, now: Date) =>
  client.resetCode.findFirst({
    where: { userId, usedAt: null, expiresAt: { gt: now } },
    orderBy: { createdAt: "desc" },
    select: { id: true, codeHash: true },
  });

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

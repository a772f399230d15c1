import { createHash, randomBytes } from "node:crypto";
import type { Database, Transaction } from "@rembuk/db/client";
import { parsePhone } from "@rembuk/domain/beneficiaries/phone";

/** What sign-in and sessions need: nobody acts yet, so there is no actor and no RLS context. */
export interface AccountContext {
  readonly db: Database;
  readonly now: () => Date;
}

type Client = Database | Transaction;

/** The row keeps only a hash: whoever reads the table cannot take over a session. */
export const hashOfSecret = (secret: string): string =>
  createHash("sha256").update(secret).digest("hex");

/** 256 random bits; the cookie carries them. */
export const freshSecret = (): string => randomBytes(32).toString("base64url");

export interface Account {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly passwordHash: string | null;
}

const accountFields = { id: true, username: true, displayName: true, passwordHash: true } as const;

/** The account that a person means by user name, e-mail or phone; null when unknown or ended. */
export async function findAccount(client: Client, login: string): Promise<Account | null> {
  const text = login.trim().toLowerCase();
  const phone = parsePhone(text);
  const ways = [{ username: text }, { email: text }];
  return client.user.findFirst({
    where: {
      disabledAt: null,
      OR: phone.ok ? [...ways, { phone: phone.phone as string }] : ways,
    },
    select: accountFields,
  });
}

export const findAccountById = (client: Client, id: string): Promise<Account | null> =>
  client.user.findFirst({ where: { id, disabledAt: null }, select: accountFields });

/** Ends every running session of a person, but for the one that asks. */
export async function endSessionsOf(
  client: Client,
  userId: string,
  now: Date,
  exceptId?: string,
): Promise<number> {
  const { count } = await client.session.updateMany({
    where: { userId, endedAt: null, ...(exceptId ? { id: { not: exceptId } } : {}) },
    data: { endedAt: now },
  });
  return count;
}

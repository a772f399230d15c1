import "server-only";
import { createHmac } from "node:crypto";
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/env";
import { pool } from "@/server/database";
import { oncePerProcess } from "@/server/once-per-process";

/** Wrong guesses from one address for one account before it has to wait. */
export const GUESSES_PER_PAIR = 5;
const PAIR_WINDOW = 15 * 60;
const GUESSES_PER_ADDRESS = 100;
const ADDRESS_WINDOW = 15 * 60;
/** Wrong guesses that reach argon2 for one account in a day, whatever the address. */
export const GUESSES_PER_ACCOUNT_AND_DAY = 100;
const DAY = 24 * 60 * 60;

interface Rule {
  readonly points: number;
  readonly duration: number;
  readonly keyPrefix: string;
}

const rules = {
  pair: { points: GUESSES_PER_PAIR, duration: PAIR_WINDOW, keyPrefix: "signin:pair" },
  address: { points: GUESSES_PER_ADDRESS, duration: ADDRESS_WINDOW, keyPrefix: "signin:address" },
  account: { points: GUESSES_PER_ACCOUNT_AND_DAY, duration: DAY, keyPrefix: "signin:account" },
  code: { points: 5, duration: PAIR_WINDOW, keyPrefix: "code:pair" },
  codeDay: { points: 20, duration: DAY, keyPrefix: "code:account" },
} satisfies Record<string, Rule>;

type RuleName = keyof typeof rules;
type Limiter = RateLimiterMemory | RateLimiterPostgres;

/** Counters live in PostgreSQL; while it is away each process counts by itself. */
function createLimiter(rule: Rule): Limiter {
  return new RateLimiterPostgres({
    ...rule,
    storeClient: pool(),
    storeType: "pool",
    tableName: "rate_limit",
    // The migrations make the table: the web's role may not.
    tableCreated: true,
    clearExpiredByTimeout: false,
    insuranceLimiter: new RateLimiterMemory(rule),
  });
}

const limiter = (name: RuleName): Limiter =>
  oncePerProcess(`limiter ${name}`, () => createLimiter(rules[name]));

/** Keys are hashed: neither accounts nor addresses stand readable in the table. */
function hashed(...parts: string[]): string {
  return createHmac("sha256", env().AUTH_SECRET).update(parts.join("\n")).digest("base64url");
}

export interface GuessAllowance {
  readonly allowed: boolean;
  /** Further guesses for this account from this address after the present one failed. */
  readonly attemptsLeft: number;
  readonly retryAfterSeconds: number;
}

interface Count {
  readonly left: number;
  readonly waitSeconds: number;
  readonly exceeded: boolean;
}

async function count(name: RuleName, key: string): Promise<Count> {
  try {
    const result = await limiter(name).consume(key, 1);
    return { left: result.remainingPoints, waitSeconds: 0, exceeded: false };
  } catch (rejected) {
    if (rejected instanceof Error) throw rejected;
    const { msBeforeNext } = rejected as RateLimiterRes;
    return { left: 0, waitSeconds: Math.ceil(msBeforeNext / 1000), exceeded: true };
  }
}

function combine(pair: Count, others: Count[]): GuessAllowance {
  const all = [pair, ...others];
  return {
    allowed: all.every((c) => !c.exceeded),
    attemptsLeft: Math.min(...all.map((c) => c.left)),
    retryAfterSeconds: Math.max(...all.map((c) => c.waitSeconds)),
  };
}

/**
 * Counts one guess before it is checked, so that parallel guesses cannot slip through.
 * Unknown accounts are counted in the same way: the answer does not tell which exist.
 * Every limit ends by itself; nothing locks an account for good.
 */
export async function countGuess(login: string, address: string): Promise<GuessAllowance> {
  const account = login.trim().toLowerCase();
  const pair = await count("pair", hashed(account, address));
  // A pair that must wait takes nothing from the account's day: nobody can lock others out so.
  if (pair.exceeded) return combine(pair, []);
  const byAddress = await count("address", hashed(address));
  if (byAddress.exceeded) return combine(pair, [byAddress]);
  return combine(pair, [byAddress, await count("account", hashed(account))]);
}

/** Gives back what a right password consumed. */
export async function forgiveGuess(login: string, address: string): Promise<void> {
  const account = login.trim().toLowerCase();
  await Promise.all([
    limiter("pair").delete(hashed(account, address)),
    limiter("address").reward(hashed(address), 1),
    limiter("account").reward(hashed(account), 1),
  ]);
}

/** Counts one try of a one-time reset code. */
export async function countCodeTry(login: string, address: string): Promise<GuessAllowance> {
  const account = login.trim().toLowerCase();
  const pair = await count("code", hashed(account, address));
  if (pair.exceeded) return combine(pair, []);
  return combine(pair, [await count("codeDay", hashed(account))]);
}

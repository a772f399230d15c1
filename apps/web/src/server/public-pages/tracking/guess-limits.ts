import "server-only";
import { createHmac } from "node:crypto";
import { parseCaseNumber } from "@rembuk/domain/cases/case-number";
import { RateLimiterMemory, RateLimiterPostgres, type RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/env";
import { pool } from "@/server/database";

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/**
 * Wrong guesses before one has to wait. A number is given at most 30 a day, so that 10^6 PINs
 * outlast every guesser; an address that shares its line with a whole village gets more.
 */
const rules = {
  number: { points: 5, duration: 15 * MINUTE, keyPrefix: "track:number" },
  numberDay: { points: 30, duration: DAY, keyPrefix: "track:number-day" },
  address: { points: 40, duration: 15 * MINUTE, keyPrefix: "track:address" },
  report: { points: 10, duration: 15 * MINUTE, keyPrefix: "report:address" },
  reportDay: { points: 60, duration: DAY, keyPrefix: "report:address-day" },
  link: { points: 20, duration: 15 * MINUTE, keyPrefix: "link:address" },
} as const;
type RuleName = keyof typeof rules;
type Limiter = RateLimiterMemory | RateLimiterPostgres;

const holder = globalThis as unknown as { rembukTrackingLimiters?: Map<RuleName, Limiter> };

/** Counters live in PostgreSQL; while it is away each process counts by itself. */
function limiter(name: RuleName): Limiter {
  holder.rembukTrackingLimiters ??= new Map();
  const known = holder.rembukTrackingLimiters.get(name);
  if (known) return known;
  const rule = rules[name];
  const fresh = new RateLimiterPostgres({
    ...rule,
    storeClient: pool(),
    storeType: "pool",
    tableName: "rate_limit",
    // The migrations make the table: the web's role may not.
    tableCreated: true,
    clearExpiredByTimeout: false,
    insuranceLimiter: new RateLimiterMemory(rule),
  });
  holder.rembukTrackingLimiters.set(name, fresh);
  return fresh;
}

/** Neither numbers nor addresses stand readable in the table. */
const hashed = (text: string): string =>
  createHmac("sha256", env().AUTH_SECRET).update(text).digest("base64url");

/** Seconds to wait; 0 when the guess may be made. */
async function take(name: RuleName, key: string): Promise<number> {
  try {
    await limiter(name).consume(key, 1);
    return 0;
  } catch (rejected) {
    if (rejected instanceof Error) throw rejected;
    return Math.max(1, Math.ceil((rejected as RateLimiterRes).msBeforeNext / 1000));
  }
}

export interface Guess {
  /** Seconds to wait before the next guess; 0: go on. */
  readonly waitSeconds: number;
  /** Gives back what a right guess took. */
  readonly forgive: () => Promise<void>;
}

async function countGuess(keys: readonly (readonly [RuleName, string])[]): Promise<Guess> {
  const taken: (readonly [RuleName, string])[] = [];
  const forgive = async () => {
    await Promise.all(taken.map(([name, key]) => limiter(name).reward(key, 1)));
  };
  for (const [name, key] of keys) {
    const waitSeconds = await take(name, key);
    if (waitSeconds > 0) return { waitSeconds, forgive };
    taken.push([name, key]);
  }
  return { waitSeconds: 0, forgive };
}

/**
 * Counts a guess of number and PIN before it is checked. Unknown numbers count alike. Who must wait
 * for the number takes nothing from its day: nobody can lock a reporter out for long.
 */
export function countNumberGuess(number: string, address: string): Promise<Guess> {
  // One case has many spellings (O for 0, spaces); they share one count.
  const parsed = parseCaseNumber(number);
  const key = hashed(parsed.ok ? parsed.number : number.trim().toUpperCase());
  return countGuess([
    ["address", hashed(address)],
    ["number", key],
    ["numberDay", key],
  ]);
}

/** Counts a guess of the QR's 50-bit code. */
export const countCodeGuess = (address: string): Promise<Guess> =>
  countGuess([["address", hashed(address)]]);

/** Counts a try of a signed link's code; the link itself ends after five. */
export const countLinkGuess = (address: string): Promise<Guess> =>
  countGuess([["link", hashed(address)]]);

/** Counts a report of a citizen; an address may be a whole village's line. */
export const countReport = (address: string): Promise<Guess> =>
  countGuess([
    ["report", hashed(address)],
    ["reportDay", hashed(address)],
  ]);

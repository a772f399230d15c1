import { hash, verify } from "@node-rs/argon2";

/** argon2id; OWASP's floor: 19 MiB, two passes, one lane. `algorithm: 2` is argon2id. */
const PARAMETERS = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const AT_ONCE = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** A flood of sign-ins queues here and leaves processors and memory to everybody else. */
async function oneOfFew<Result>(work: () => Promise<Result>): Promise<Result> {
  if (running >= AT_ONCE) await new Promise<void>((resume) => waiting.push(resume));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    // The slot passes on directly, so that no newcomer slips in between.
    if (next) next();
    else running -= 1;
  }
}

/** The argon2id hash of a password, salt and parameters included. */
export const hashPassword = (password: string): Promise<string> =>
  oneOfFew(() => hash(password, PARAMETERS));

/** True when the password fits the hash; false for a hash that cannot be read. */
export const verifyPassword = (stored: string, password: string): Promise<boolean> =>
  oneOfFew(async () => {
    try {
      return await verify(stored, password);
    } catch {
      return false;
    }
  });

let decoy: Promise<string> | undefined;

/** Spends the same time as a real check, so that an unknown account answers no sooner. */
export async function verifyNothing(password: string): Promise<false> {
  decoy ??= hash("no account has this password", PARAMETERS);
  await verifyPassword(await decoy, password);
  return false;
}

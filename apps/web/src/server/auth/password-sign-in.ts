import "server-only";
import { env } from "@/env";
import { encodeFailure, type SignInFailure } from "@/lib/sign-in-failure";
import { errorFields, log } from "@/server/log";
import { signInAttempts } from "@/server/metrics";
import { checkPassword, startSession } from "./accounts";
import { clientAddress } from "./client-address";
import { countGuess, forgiveGuess } from "./rate-limits";

interface Credentials {
  readonly login: string;
  readonly password: string;
}

function fail(failure: SignInFailure): never {
  signInAttempts.inc({ outcome: failure.reason });
  throw new Error(encodeFailure(failure));
}

async function attempt({ login, password }: Credentials, headers: Headers): Promise<string> {
  const address = clientAddress(headers, env().TRUSTED_PROXY_HOPS);
  const allowance = await countGuess(login, address);
  if (!allowance.allowed) {
    return fail({ reason: "limited", retryAfterSeconds: allowance.retryAfterSeconds });
  }
  const userId = await checkPassword(login, password);
  if (!userId) {
    // The last guess is answered by the wait that follows it, for unknown accounts too.
    return fail({ reason: "mismatch", attemptsLeft: allowance.attemptsLeft });
  }
  await forgiveGuess(login, address);
  signInAttempts.inc({ outcome: "ok" });
  return startSession(userId, { userAgent: headers.get("user-agent") ?? "" });
}

/**
 * Checks a user name, phone or e-mail with its password and answers the id of a new session.
 * Throws an encoded SignInFailure; the wording is the sign-in page's.
 */
export async function signInWithPassword(given: Credentials, headers: Headers): Promise<string> {
  const login = given.login.slice(0, 200);
  if (!login.trim() || !given.password || given.password.length > 200) {
    return fail({ reason: "mismatch", attemptsLeft: 5 });
  }
  try {
    return await attempt({ login, password: given.password }, headers);
  } catch (error) {
    if (error instanceof Error && /^(mismatch|limited)\./.test(error.message)) throw error;
    log.error(errorFields(error), "sign-in failed unexpectedly");
    return fail({ reason: "unavailable" });
  }
}

/** Why a sign-in failed, as it travels through next-auth's `error` parameter. */
export type SignInFailure =
  | { readonly reason: "mismatch"; readonly attemptsLeft: number }
  | { readonly reason: "limited"; readonly retryAfterSeconds: number }
  | { readonly reason: "unavailable" };

export function encodeFailure(failure: SignInFailure): string {
  if (failure.reason === "mismatch") return `mismatch.${failure.attemptsLeft}`;
  if (failure.reason === "limited") return `limited.${failure.retryAfterSeconds}`;
  return "unavailable";
}

/** Reads `mismatch.4`, `limited.600`; anything unknown counts as unavailable. */
export function decodeFailure(text: string): SignInFailure {
  const [reason, amount] = text.split(".");
  const number = Number.parseInt(amount ?? "", 10);
  if (reason === "mismatch" && number >= 0) return { reason, attemptsLeft: number };
  if (reason === "limited" && number >= 0) return { reason, retryAfterSeconds: number };
  return { reason: "unavailable" };
}

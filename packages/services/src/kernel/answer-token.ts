import { type FieldKeys, seal, unseal } from "./field-keys";

/** How long a tracking page can be answered after it was opened (ms). */
const LIFETIME_MS = 30 * 60_000;
const PURPOSE = "case:answer:tracking";

/**
 * Proof that somebody opened a case with its receipt, so that PIN and code need not travel again.
 * Sealed, because the public page tells no id.
 */
export const sealAnswerToken = (keys: FieldKeys, caseId: string, now: Date): string =>
  Buffer.from(seal(keys, PURPOSE, `${now.getTime() + LIFETIME_MS} ${caseId}`)).toString(
    "base64url",
  );

/** The case that a token proves; null when it is forged, broken or too old. */
export const openAnswerToken = (keys: FieldKeys, token: string, now: Date): string | null => {
  try {
    const [until = "", caseId = ""] = unseal(keys, PURPOSE, Buffer.from(token, "base64url")).split(
      " ",
    );
    return Number(until) > now.getTime() ? caseId : null;
  } catch {
    return null;
  }
};

/** Crockford's alphabet: no I, L, O, U, so that a code survives being read out. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
export const RESET_CODE_LENGTH = 10;
/** Long enough for a village without a signal; the code is good for one use and fifty bits long. */
export const RESET_CODE_HOURS = 72;

/** A one-time code of 50 bits from ten random bytes (the low five bits of each). */
export function resetCodeFrom(bytes: Uint8Array): string {
  const letters = [...bytes.slice(0, RESET_CODE_LENGTH)].map((byte) => ALPHABET[byte & 31]);
  return letters.join("");
}

/** As an administrator reads it out: "7KQ2M-9XW4T". */
export const formatResetCode = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** Reads a code as people type it: lower case, hyphens, O for 0, I and L for 1. Null when malformed. */
export function parseResetCode(text: string): string | null {
  const code = text.toUpperCase().replace(/[\s-]/g, "").replace(/O/g, "0").replace(/[IL]/g, "1");
  const isWhole = code.length === RESET_CODE_LENGTH && [...code].every((c) => ALPHABET.includes(c));
  return isWhole ? code : null;
}

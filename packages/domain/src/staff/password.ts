import { z } from "zod";

export const PASSWORD_MIN_LENGTH = 12;
export const PASSWORD_MAX_LENGTH = 200;

/** A new password as a form sends it; its strength is judged by `passwordWeakness`. */
export const newPasswordSchema = z.string().max(PASSWORD_MAX_LENGTH);

export type PasswordWeakness = "short" | "repetitive" | "common" | "contains-name";

/** Roots of the passwords that are tried first, also in Indonesian. */
const COMMON = [
  "password",
  "passw0rd",
  "katasandi",
  "sandi123",
  "rahasia",
  "qwerty",
  "admin",
  "bismillah",
  "indonesia",
  "merdeka",
  "sayang",
  "12345678",
  "87654321",
  "11223344",
];

/**
 * Why a password is too weak, or null. Length counts most (ASVS 5.0, 6.2); no rule about kinds of
 * characters. `names`: user name and display name, which must not make up the password.
 */
export function passwordWeakness(
  password: string,
  names: readonly string[],
): PasswordWeakness | null {
  if ([...password].length < PASSWORD_MIN_LENGTH) return "short";
  const lower = password.toLowerCase();
  if (new Set(lower).size < 5) return "repetitive";
  if (COMMON.some((root) => lower.replaceAll(root, "").length < 6)) return "common";
  const parts = names.flatMap((name) => name.toLowerCase().split(/[^a-z0-9]+/));
  const telling = parts.filter((part) => part.length >= 4);
  const rest = telling.reduce((text, part) => text.replaceAll(part, ""), lower);
  return rest.length < 6 ? "contains-name" : null;
}

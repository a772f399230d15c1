import { z } from "zod";

/** Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE = /^[0-9A-HJKMNP-TV-Z]{10}$/;

/** Ten symbols of five bits: 50 random bits, what the QR of a receipt holds. */
export const trackingCodeSchema = z.string().regex(CODE).brand<"TrackingCode">();
export type TrackingCode = z.infer<typeof trackingCodeSchema>;

/** Six digits, given on the receipt once and kept as a hash. */
export const trackingPinSchema = z
  .string()
  .regex(/^\d{6}$/)
  .brand<"TrackingPin">();
export type TrackingPin = z.infer<typeof trackingPinSchema>;

/** One random byte per symbol, of which five bits are used: every code is equally likely. */
export const TRACKING_CODE_BYTES = 10;
/** Eight tries of three bytes: all fail about once in 5 x 10^10 calls. */
export const TRACKING_PIN_BYTES = 24;

/**
 * A new code from random bytes of a cryptographic source.
 * @throws RangeError with fewer than TRACKING_CODE_BYTES bytes.
 */
export function trackingCodeFrom(bytes: Uint8Array): TrackingCode {
  if (bytes.length < TRACKING_CODE_BYTES) throw new RangeError("Too few random bytes");
  const symbols = [...bytes.subarray(0, TRACKING_CODE_BYTES)].map((byte) => ALPHABET[byte & 31]);
  return symbols.join("") as TrackingCode;
}

/** As printed: "7KM2P-QX4TA". */
export const formatTrackingCode = (code: TrackingCode): string =>
  `${code.slice(0, 5)}-${code.slice(5)}`;

/** Reads a code in either case, with spaces or dashes, O as 0, I and L as 1; null if it is none. */
export function parseTrackingCode(input: string): TrackingCode | null {
  const compact = input
    .toUpperCase()
    .replace(/[\s\-–—_]/g, "")
    .replace(/O/g, "0")
    .replace(/[IL]/g, "1");
  return CODE.test(compact) ? (compact as TrackingCode) : null;
}

/**
 * A PIN from random bytes, three at a time; a number beyond the last full million is thrown away,
 * so every PIN is equally likely. Null in the rare case that no try was good: ask with new bytes.
 */
export function trackingPinFrom(bytes: Uint8Array): TrackingPin | null {
  for (let i = 0; i + 2 < bytes.length; i += 3) {
    const number = ((bytes[i] ?? 0) << 16) | ((bytes[i + 1] ?? 0) << 8) | (bytes[i + 2] ?? 0);
    if (number < 16_000_000) return String(number % 1_000_000).padStart(6, "0") as TrackingPin;
  }
  return null;
}

/** Reads a PIN typed with spaces or dashes; null if it is not six digits. */
export function parseTrackingPin(input: string): TrackingPin | null {
  const compact = input.replace(/[\s-]/g, "");
  return /^\d{6}$/.test(compact) ? (compact as TrackingPin) : null;
}

import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import {
  TRACKING_CODE_BYTES,
  TRACKING_PIN_BYTES,
  trackingCodeFrom,
  trackingPinFrom,
} from "@rembuk/domain/cases/tracking-code";
import type { FieldKeys } from "./field-keys";

/** Keyed, because a 6-digit PIN has 10^6 values: without the key a stolen table tells nothing. */
const keyed = (keys: FieldKeys, text: string): Buffer =>
  createHmac("sha256", keys.links).update(text).digest();

export interface ReceiptSecrets {
  /** Ten characters for the QR; shown once. */
  readonly code: string;
  /** Six digits; shown once. */
  readonly pin: string;
  readonly trackingHash: Uint8Array<ArrayBuffer>;
  readonly pinHash: string;
}

/** Code, then two draws of a PIN. */
export const RECEIPT_BYTES = TRACKING_CODE_BYTES + 2 * TRACKING_PIN_BYTES;
/** Token, then the number that becomes the code. */
const tokenBytes = 24;
const LINK_BYTES = tokenBytes + 8;

interface Act {
  readonly kind: "receipt" | "link";
  readonly actorId: string;
  readonly clientActionId: string;
  readonly caseId: string;
}

/**
 * Bytes of secrets that one act makes: HKDF-SHA-256 under the `links` key, from who acts, the act's
 * id and the case. The same act gives the same bytes, so that a retry whose answer was lost is told
 * what was made, although only hashes are kept (docs/adr/0006). Without the key they are random.
 */
export const secretBytesOf = (keys: FieldKeys, act: Act): Buffer => {
  const about = `rembuk ${act.kind}:${act.actorId}:${act.clientActionId}:${act.caseId}`;
  const length = act.kind === "link" ? LINK_BYTES : RECEIPT_BYTES;
  return Buffer.from(hkdfSync("sha256", keys.links, Buffer.alloc(0), about, length));
};

/** @param bytes RECEIPT_BYTES of a cryptographic source: random, or `secretBytesOf` the act */
export const receiptSecrets = (
  keys: FieldKeys,
  number: string,
  bytes: Uint8Array,
): ReceiptSecrets => {
  const code = trackingCodeFrom(bytes);
  const pin = trackingPinFrom(bytes.subarray(TRACKING_CODE_BYTES));
  if (pin === null) throw new Error("no PIN in two draws");
  return { code, pin, trackingHash: hashCode(keys, code), pinHash: hashPin(keys, number, pin) };
};

export const hashCode = (keys: FieldKeys, code: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(keyed(keys, `track:${code}`));
export const hashPin = (keys: FieldKeys, number: string, pin: string): string =>
  keyed(keys, `pin:${number}:${pin}`).toString("base64");

export const isSameSecret = (a: string, b: string): boolean => {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
};

/** A link's secret part and the code that is told by another channel. */
export const linkSecrets = (keys: FieldKeys, bytes: Buffer) => {
  const token = bytes.subarray(0, tokenBytes).toString("base64url");
  // 64 bits: the remainder of a million is even to within 10^-13.
  const code = String(bytes.readBigUInt64BE(tokenBytes) % 1_000_000n).padStart(6, "0");
  return {
    token,
    code,
    tokenHash: hashLink(keys, token),
    codeHash: hashLinkCode(keys, token, code),
  };
};
export const hashLink = (keys: FieldKeys, token: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(keyed(keys, `link:${token}`));
export const hashLinkCode = (keys: FieldKeys, token: string, code: string): string =>
  keyed(keys, `link-code:${token}:${code}`).toString("base64");

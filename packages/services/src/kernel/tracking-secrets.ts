import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
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

export const newReceiptSecrets = (keys: FieldKeys, number: string): ReceiptSecrets => {
  const code = trackingCodeFrom(randomBytes(TRACKING_CODE_BYTES));
  const pin =
    trackingPinFrom(randomBytes(TRACKING_PIN_BYTES)) ??
    trackingPinFrom(randomBytes(TRACKING_PIN_BYTES));
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
export const newLinkSecrets = (keys: FieldKeys) => {
  const token = randomBytes(24).toString("base64url");
  const code = String(randomBytes(4).readUInt32BE() % 1_000_000).padStart(6, "0");
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

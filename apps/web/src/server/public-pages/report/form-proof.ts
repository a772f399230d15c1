import { createHmac, timingSafeEqual } from "node:crypto";

/** Sooner than this nobody has read the form, let alone written a story (ms). */
export const READ_FLOOR_MS = 4_000;
/** A form older than this gets a new proof (ms). */
const LIFETIME_MS = 48 * 60 * 60_000;

/** "fast" and "stale" are told to the citizen; "forged" gets a new form. */
export type FormProof =
  | { readonly state: "fine" | "fast" | "stale"; readonly clientActionId: string }
  | { readonly state: "forged" };

const sign = (secret: string, text: string): string =>
  createHmac("sha256", secret).update(`report-form:${text}`).digest("base64url");

/**
 * Goes into a form that is handed out: the id of the one act it may become, and when it was made.
 * No row is kept for a form that nobody sends.
 */
export function formProof(secret: string, clientActionId: string, now: Date): string {
  const text = `${clientActionId}.${now.getTime().toString(36)}`;
  return `${text}.${sign(secret, text)}`;
}

/** What came back. */
export function readFormProof(secret: string, proof: string, now: Date): FormProof {
  const [clientActionId = "", time = "", given = ""] = proof.split(".");
  const expected = Buffer.from(sign(secret, `${clientActionId}.${time}`));
  const signature = Buffer.from(given);
  if (signature.length !== expected.length || !timingSafeEqual(signature, expected)) {
    return { state: "forged" };
  }
  const age = now.getTime() - Number.parseInt(time, 36);
  const state = age < READ_FLOOR_MS ? "fast" : age > LIFETIME_MS ? "stale" : "fine";
  return { state, clientActionId };
}

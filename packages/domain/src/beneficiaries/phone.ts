import type { z } from "zod";

/** An Indonesian number as it is stored: "+6281234567890". */
const STORED = /^\+62(8[1-9]\d{7,10}|[2-79]\d{7,10})$/;
const DEMO = /^\+62860000001\d{2}$/;

export type Phone = string & z.core.$brand<"Phone">;

/** PHONE_FOREIGN: a country code other than 62. */
export type PhoneError = "PHONE_FORMAT" | "PHONE_LENGTH" | "PHONE_FOREIGN";

export type ParsedPhone =
  | { readonly ok: true; readonly phone: Phone }
  | { readonly ok: false; readonly error: PhoneError };

/**
 * Reads a number as people write it: "0812-3456-7890", "62 812...", "+62 (0)812...", "812...", or a
 * landline with its area code "(0526) 21001". The form is checked, not that anyone answers.
 */
export function parsePhone(input: string): ParsedPhone {
  const compact = input.trim().replace(/[\s().\-–/]/g, "");
  if (!/^\+?\d+$/.test(compact)) return { ok: false, error: "PHONE_FORMAT" };
  if (/^(\+|00)(?!62)/.test(compact)) return { ok: false, error: "PHONE_FOREIGN" };
  const national = nationalPart(compact);
  if (national === null || !/^(8[1-9]|[2-79])/.test(national)) {
    return { ok: false, error: "PHONE_FORMAT" };
  }
  const phone = `+62${national}`;
  if (!STORED.test(phone)) return { ok: false, error: "PHONE_LENGTH" };
  return { ok: true, phone: phone as Phone };
}

/** A number of the demonstration data (0860-0000-01xx), which no operator has given out. */
export const isDemoPhone = (phone: Phone): boolean => DEMO.test(phone);

/** As people read it: "0812-3456-7890". */
export function formatPhone(phone: Phone): string {
  const local = `0${phone.slice(3)}`;
  return [local.slice(0, 4), local.slice(4, 8), local.slice(8)].filter(Boolean).join("-");
}

/** The digits after the country code or the leading 0; a bare number counts only if mobile. */
function nationalPart(compact: string): string | null {
  const abroad = /^(?:\+|00)?62(.*)$/.exec(compact);
  if (abroad) return (abroad[1] ?? "").replace(/^0/, "");
  if (compact.startsWith("0")) return compact.slice(1);
  return compact.startsWith("8") ? compact : null;
}

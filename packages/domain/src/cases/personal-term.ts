import { parsePhone } from "../beneficiaries/phone";

/** What was typed into a search, where it may be of a person alone. */
export interface PersonalTerm {
  readonly kind: "nik" | "phone" | "digits";
  /** 16 digits. Whether they can be a NIK is asked where the clock is. */
  readonly nik: string | null;
  /** As it is stored: "+6281234567890". */
  readonly phone: string | null;
}

const bareYear = /^20\d\d$/;
const fewestDigits = 3;

/** From the letters on, "prs2026039"; from the year on, "20260397"; or a serial, "0397k". */
export const partOfNumber = (compact: string): string | null => {
  if (/^[a-z]{2,5}20\d{0,2}$/.test(compact)) return compact;
  if (/^[a-z]{2,5}20\d\d\d{1,9}[2-9a-z]?$/.test(compact)) return compact;
  if (/^20\d\d\d{1,6}[a-z]?$/.test(compact)) return compact;
  const isSerial = /^\d{1,6}[a-z]?$/.test(compact) && compact.length >= fewestDigits;
  return isSerial && !bareYear.test(compact) ? compact : null;
};

/** Digits with what people put between them. */
const digitsOf = (text: string): string | null => {
  const compact = text.replace(/[\s().\-–+]/g, "");
  return /^\d+$/.test(compact) ? compact : null;
};

const fewestPersonalDigits = 8;

/** 16 digits, a phone, or so many digits that they may be one of the two with a mistake in it. */
export const personalTerm = (text: string): PersonalTerm | null => {
  const digits = digitsOf(text);
  if (digits === null || digits.length < fewestPersonalDigits) return null;
  if (digits.length === 16) return { kind: "nik", nik: digits, phone: null };
  const phone = parsePhone(text);
  if (phone.ok) return { kind: "phone", nik: null, phone: phone.phone };
  return partOfNumber(digits) === null ? { kind: "digits", nik: null, phone: null } : null;
};

/** Runs of digits in a sentence: "NIK 6311 0701 …", "hp 0812-…". */
export const personalRun = (text: string): PersonalTerm | null => {
  const runs = text.match(/(?<![\p{L}\d])\+?\(?\d[\d\s().\-–]*\d(?![\p{L}\d])/gu) ?? [];
  return runs.map((run) => personalTerm(run)).find((term) => term !== null) ?? null;
};

/**
 * True for what may be a NIK or a phone, half typed or mistyped too: it goes into no address, no
 * history and no log.
 */
export const isPersonalTerm = (input: string): boolean =>
  personalTerm(input.trim()) !== null || personalRun(input) !== null;

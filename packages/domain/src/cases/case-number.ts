import type { z } from "zod";

/**
 * Case numbers: the kecamatan's letters, the year, a serial of at least four digits and a check
 * character, "PRS-2026-0397-K".
 *
 * The check is a pure system as in ISO 7064 (radix 2) with the prime modulus 29, as the NOID scheme
 * uses it: every wrong character and every swap of two neighbours is found, the check character
 * included. (ISO's own MOD 37,36 misses some swaps; MOD 37-2 needs "*".) Of the 36 letters and
 * digits, 29 serve as check characters: 0 O, 1 I L, S and Z stay out, so that nothing read aloud or
 * written by hand is taken for its double; digits keep their own value.
 */
const CHECK_ALPHABET = "AB23456789CDEFGHJKMNPQRTUVWXY";
const MODULUS = 29;
/** Any remainder serves; this one gives the number of the design, PRS-2026-0397, its K. */
const REMAINDER = 6;
const LONGEST_SERIAL = 999_999_999;

export type CaseNumber = string & z.core.$brand<"CaseNumber">;

export interface CaseNumberParts {
  /** Two to five letters of the kecamatan. */
  readonly prefix: string;
  readonly year: number;
  readonly serial: number;
}

export type CaseNumberError = "CASE_NUMBER_FORMAT" | "CASE_NUMBER_CHECK";

export type ParsedCaseNumber =
  | ({ readonly ok: true; readonly number: CaseNumber } & CaseNumberParts)
  | { readonly ok: false; readonly error: CaseNumberError };

/**
 * The number of a case, with its check character.
 * @throws RangeError when a part is out of bounds: letters A-Z, year 2000-2099, serial 1-999999999.
 */
export function formatCaseNumber({ prefix, year, serial }: CaseNumberParts): CaseNumber {
  const fits =
    /^[A-Z]{2,5}$/.test(prefix) &&
    /^20\d{2}$/.test(String(year)) &&
    Number.isInteger(serial) &&
    serial >= 1 &&
    serial <= LONGEST_SERIAL;
  if (!fits) throw new RangeError("Not the parts of a case number");
  const digits = String(serial).padStart(4, "0");
  const check = checkCharacter(`${prefix}${year}${digits}`);
  return `${prefix}-${year}-${digits}-${check}` as CaseNumber;
}

const apart = /^-?([A-Z]{2,5})-(2[0O][\dOIL]{2})-([\dOIL]{4,9})-([2-9A-HJKMNP-RT-Y])-?$/;
/**
 * Without its dashes the century must be in digits: were "2O" one too, a 2 in place of a letter before
 * an O would begin the year there and shift what follows.
 */
const together = /^([A-Z]{2,5})(20[\dOIL]{2})([\dOIL]{4,9})([2-9A-HJKMNP-RT-Y])$/;

/**
 * Reads a number as people write it: lower case, spaces or no dashes, O for 0 and I or L for 1
 * among the digits (not in the 20 of a number without dashes). A number with a wrong character or two swapped ones fails its check.
 */
export function parseCaseNumber(input: string): ParsedCaseNumber {
  const written = input
    .toUpperCase()
    .split(/[\s.\-–—_/]+/)
    .join("-");
  const match = apart.exec(written) ?? together.exec(written.replaceAll("-", ""));
  if (!match) return { ok: false, error: "CASE_NUMBER_FORMAT" };
  const [, prefix = "", yearText = "", serialText = "", check = ""] = match;
  const digits = asDigits(serialText);
  const serial = Number(digits);
  if (serial < 1 || digits !== String(serial).padStart(4, "0")) {
    return { ok: false, error: "CASE_NUMBER_FORMAT" };
  }
  const year = Number(asDigits(yearText));
  if (checkCharacter(`${prefix}${year}${digits}`) !== check) {
    return { ok: false, error: "CASE_NUMBER_CHECK" };
  }
  return { ok: true, number: formatCaseNumber({ prefix, year, serial }), prefix, year, serial };
}

/** True for a number in its written form, check character included; nothing is mended. */
export function isValidCaseNumber(text: string): boolean {
  const parsed = parseCaseNumber(text);
  return parsed.ok && parsed.number === text;
}

const asDigits = (text: string): string => text.replace(/O/g, "0").replace(/[IL]/g, "1");

/** Letters count 0 to 25, digits their own value: each place knows which of the two it holds. */
const characterValue = (char: string): number =>
  char >= "A" ? char.charCodeAt(0) - 65 : char.charCodeAt(0) - 48;

function checkCharacter(body: string): string {
  let sum = 0;
  for (const char of body) sum = ((sum + characterValue(char)) * 2) % MODULUS;
  return CHECK_ALPHABET[(REMAINDER - sum + MODULUS) % MODULUS] ?? "";
}

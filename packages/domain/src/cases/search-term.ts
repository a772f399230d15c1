import { soundsOfName } from "../beneficiaries/name-spelling";
import { parsePhone } from "../beneficiaries/phone";
import { parseCaseNumber } from "./case-number";

/** What was typed into a search, taken apart. Empty lists and nulls are not looked for. */
export interface SearchTerm {
  readonly kind: "empty" | "number" | "nik" | "phone" | "digits" | "words";
  /** Beginnings of a case number, of its year on or of its serial on, without dashes: "prs20260397k". */
  readonly numbers: readonly string[];
  /** A whole number whose check letter does not fit: it was misread or mistyped. */
  readonly failsCheck: boolean;
  /** 16 digits. Whether they can be a NIK is asked where the clock is. */
  readonly nik: string | null;
  /** As it is stored: "+6281234567890". */
  readonly phone: string | null;
  /** Said apart from phrases; each must be there, in any form of the word. */
  readonly words: string;
  /** Between quotes: in this order. */
  readonly phrases: readonly string[];
  /** The last word may be half typed. */
  readonly beginning: string | null;
  /** Words that may be a name; empty when something else is asked. */
  readonly name: string;
}

const nothing: SearchTerm = {
  kind: "empty",
  numbers: [],
  failsCheck: false,
  nik: null,
  phone: null,
  words: "",
  phrases: [],
  beginning: null,
  name: "",
};

const bareYear = /^20\d\d$/;
const fewestDigits = 3;

/** From the letters on, "prs2026039"; from the year on, "20260397"; or a serial, "0397k". */
const partOfNumber = (compact: string): string | null => {
  if (/^[a-z]{2,5}20\d{0,2}$/.test(compact)) return compact;
  if (/^[a-z]{2,5}20\d\d\d{1,9}[2-9a-z]?$/.test(compact)) return compact;
  if (/^20\d\d\d{1,6}[a-z]?$/.test(compact)) return compact;
  const isSerial = /^\d{1,6}[a-z]?$/.test(compact) && compact.length >= fewestDigits;
  return isSerial && !bareYear.test(compact) ? compact : null;
};

const numberTerm = (text: string): SearchTerm | null => {
  const parsed = parseCaseNumber(text);
  const compact = text.toLowerCase().replace(/[\s.\-–—_/]+/g, "");
  if (parsed.ok) {
    const whole = parsed.number.toLowerCase().replaceAll("-", "");
    return { ...nothing, kind: "number", numbers: [whole] };
  }
  if (parsed.error === "CASE_NUMBER_CHECK")
    return { ...nothing, kind: "number", numbers: [compact.slice(0, -1)], failsCheck: true };
  const part = partOfNumber(compact);
  if (part === null) return null;
  // "397" is also said in words: "RT 397", "Rp397".
  const words = /^\d+$/.test(compact) ? compact : "";
  return { ...nothing, kind: "number", numbers: [part], words };
};

/** Digits with what people put between them. */
const digitsOf = (text: string): string | null => {
  const compact = text.replace(/[\s().\-–+]/g, "");
  return /^\d+$/.test(compact) ? compact : null;
};

const fewestPersonalDigits = 8;

/** 16 digits, a phone, or so many digits that they may be one of the two with a mistake in it. */
const personalTerm = (text: string): SearchTerm | null => {
  const digits = digitsOf(text);
  if (digits === null || digits.length < fewestPersonalDigits) return null;
  if (digits.length === 16) return { ...nothing, kind: "nik", nik: digits };
  const phone = parsePhone(text);
  if (phone.ok) return { ...nothing, kind: "phone", phone: phone.phone };
  return partOfNumber(digits) === null ? { ...nothing, kind: "digits" } : null;
};

const mostNameWords = 4;

const wordsTerm = (text: string): SearchTerm => {
  const phrases: string[] = [];
  const rest = text.replace(/["“”]([^"“”]*)["“”]/g, (_, phrase: string) => {
    if (/[\p{L}\p{N}]/u.test(phrase)) phrases.push(phrase.trim());
    return " ";
  });
  const words = rest.split(/[^\p{L}\p{N}'’-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length === 0 && phrases.length === 0) return nothing;
  const last = words.at(-1)?.match(/^[\p{L}\p{N}]{3,}$/u)?.[0] ?? null;
  const mayBeName =
    phrases.length === 0 && words.length <= mostNameWords && words.every((w) => !/\d/.test(w));
  return {
    ...nothing,
    kind: "words",
    words: words.join(" "),
    phrases,
    beginning: last?.toLowerCase() ?? null,
    name: mayBeName && soundsOfName(rest).length > 0 ? words.join(" ") : "",
  };
};

/** Runs of digits in a sentence: "NIK 6311 0701 …", "hp 0812-…". */
const personalRun = (text: string): SearchTerm | null => {
  const runs = text.match(/(?<![\p{L}\d])\+?\(?\d[\d\s().\-–]*\d(?![\p{L}\d])/gu) ?? [];
  return runs.map((run) => personalTerm(run)).find((term) => term !== null) ?? null;
};

/**
 * Reads what somebody typed to find a case: its number (whole, in part, without dashes), 16 digits as a
 * NIK, a phone in any usual spelling, otherwise words, of which those in quotes are a phrase.
 */
export const readSearchTerm = (input: string): SearchTerm => {
  const text = input.trim();
  if (text === "") return nothing;
  const run = personalRun(text);
  // Digits that are neither, in the middle of words, are one of the words.
  const inWords = run?.kind === "digits" ? null : run;
  return personalTerm(text) ?? numberTerm(text) ?? inWords ?? wordsTerm(text);
};

/**
 * True for what may be a NIK or a phone, half typed or mistyped too: it goes into no address, no
 * history and no log.
 */
export const isPersonalTerm = (input: string): boolean =>
  ["nik", "phone", "digits"].includes(readSearchTerm(input).kind) || personalRun(input) !== null;

import { soundsOfName } from "../beneficiaries/name-spelling";
import { parseCaseNumber } from "./case-number";
import { type PersonalTerm, partOfNumber, personalRun, personalTerm } from "./personal-term";

/** What was typed into a search, taken apart. Empty lists and nulls are not looked for. */
export interface SearchTerm extends Omit<PersonalTerm, "kind"> {
  readonly kind: "empty" | "number" | "words" | PersonalTerm["kind"];
  /** Beginnings of a case number, of its year on or of its serial on, without dashes: "prs20260397k". */
  readonly numbers: readonly string[];
  /** A whole number whose check letter does not fit: it was misread or mistyped. */
  readonly failsCheck: boolean;
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

/**
 * Reads what somebody typed to find a case: its number (whole, in part, without dashes), 16 digits as a
 * NIK, a phone in any usual spelling, otherwise words, of which those in quotes are a phrase.
 */
export const readSearchTerm = (input: string): SearchTerm => {
  const text = input.trim();
  if (text === "") return nothing;
  const personal = personalTerm(text);
  if (personal) return { ...nothing, ...personal };
  const run = personalRun(text);
  // Digits that are neither, in the middle of words, are one of the words.
  const inWords = run === null || run.kind === "digits" ? null : { ...nothing, ...run };
  return numberTerm(text) ?? inWords ?? wordsTerm(text);
};

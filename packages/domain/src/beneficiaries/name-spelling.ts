/**
 * How a name may be written: Indonesian names come in old and new spelling (Soekarno, Sukarno), with
 * Arabic sounds written many ways (Achmad, Akhmad, Ahmad), shortened (Moch., Muh., M.) and mistyped.
 */

/** Another number: keys that were kept by an older rule are made anew. */
export const nameSpellingRule = 1;

const muhammad = "muamad";
const shortened: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ["m", "md", "mhd", "moh", "moch", "mohd", "mochd", "muh", "much", "muhd"].map(
      (word) => [word, muhammad] as const,
    ),
  ),
  abd: "abdul",
  st: "siti",
};

/** Titles and links that one person writes and another leaves out. */
const noName = new Set(
  `bapak pak bpk ibu bu haji hajah hj h sdr sdri saudara saudari tuan nyonya ny tn alm almarhum
  almarhumah kh ustadz ustad ustazah guru drs dra dr ir prof bin binti fiktif warga nama atas an`.split(
    /\s+/,
  ),
);

/** Rules in their order; each makes two spellings of one sound the same. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/^ch(?=[aeiou]n)/, "c"],
  [/sch|sj|sy|sh/g, "s"],
  [/tj/g, "c"],
  [/dj/g, "j"],
  [/ch|kh/g, "h"],
  [/j/g, "y"],
  [/ph|v/g, "f"],
  [/([tdbg])h/g, "$1"],
  [/oe|oo|ou/g, "u"],
  [/oi|ae/g, "ai"],
  [/o/g, "u"],
  [/ck|q/g, "k"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/ie$|y$/g, "i"],
  [/([^aeiou])y(?=[aeiou])/g, "$1i"],
  [/(?!^)h/g, ""],
  [/(.)\1+/g, "$1"],
];

/** One word of a name as it sounds: "Soeharto", "Suharto" and "Suhartho" are one. */
export const soundOf = (word: string): string => {
  const letters = word
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z]/g, "");
  const short = shortened[letters];
  if (short !== undefined) return short;
  if (/^m[ou]c?h+a?m+[aeou]?[dt]?h?$/.test(letters)) return muhammad;
  return sounds.reduce((text, [from, to]) => text.replace(from, to), letters);
};

/** The words of a name that tell who it is, as they sound, once each. */
export const soundsOfName = (name: string): readonly string[] => {
  const words = name
    .toLowerCase()
    .normalize("NFD")
    .replace(/[\u0300-\u036f'’`]/g, "")
    .split(/[^a-z]+/);
  const sounds = words.filter((word) => word !== "" && !noName.has(word)).map(soundOf);
  return [...new Set(sounds.filter((sound) => sound.length >= 2))];
};

const shortestPrefix = 3;
const longestPrefix = 8;
/** In shorter words a wrong letter makes another name. */
const shortestMistyped = 4;

/** The word and it with each one letter left out: two of these meet when one letter was lost, wrong or swapped. */
const neighbours = (sound: string): readonly string[] =>
  sound.length < shortestMistyped
    ? []
    : [sound, ...[...sound].map((_, at) => sound.slice(0, at) + sound.slice(at + 1))];

const beginnings = (sound: string): readonly string[] =>
  Array.from(
    { length: Math.max(0, Math.min(longestPrefix, sound.length - 1) - shortestPrefix + 1) },
    (_, more) => sound.slice(0, shortestPrefix + more),
  );

/** Everything that a name is kept under: whole words, their beginnings, and their neighbours. */
export const keptSpellings = (name: string): readonly string[] => [
  ...new Set(
    soundsOfName(name).flatMap((sound) => [
      `=${sound}`,
      ...beginnings(sound).map((part) => `^${part}`),
      ...neighbours(sound).map((near) => `~${near}`),
    ]),
  ),
];

/** What one word of a name is looked for under. */
export interface AskedSpellings {
  /** The word, or its beginning, in any spelling. */
  readonly exact: readonly string[];
  /** With one letter lost, wrong or swapped; empty for a short word. */
  readonly near: readonly string[];
}

/** For each word of what may be a name: a person fits when each word fits. */
export const askedSpellings = (text: string): readonly AskedSpellings[] =>
  soundsOfName(text).map((sound) => ({
    exact: [`=${sound}`, `^${sound}`],
    near: neighbours(sound).map((near) => `~${near}`),
  }));

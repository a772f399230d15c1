import { soundOf } from "../beneficiaries/name-spelling";
import { tellingWords } from "../cases/duplicates";

export interface NamedChoice {
  readonly code: string;
  readonly name: string;
}

/** What a word of a register may mean. */
export interface Proposal {
  readonly code: string;
  /** The same name, written in another case or with the kind of place before it. */
  readonly isSame: boolean;
}

const kindBefore = /^(desa|ds|kelurahan|kel|kecamatan|kec|dusun|kategori|kat|bidang)\.?\s+/i;

/** A name as it is compared: lower case, letters and digits, without the kind of place before it. */
export const plainName = (text: string): string =>
  text
    .trim()
    .replace(kindBefore, "")
    .toLowerCase()
    .normalize("NFD")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();

const soundsOf = (text: string): string =>
  plainName(text)
    .split(" ")
    .map((word) => soundOf(word) || word)
    .join("");

/** How many letters must be put in, left out or changed; gives up above `most`. */
export const letterDistance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const swap = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? most + 1;
};

/** One wrong letter in five, two at the most. */
const mostWrong = (text: string): number => Math.min(2, Math.floor(text.length / 4));

const shareOf = (asked: ReadonlyMap<string, string>, name: string): number => {
  const words = tellingWords(name);
  const shared = [...asked.keys()].filter((word) => words.has(word)).length;
  return shared / Math.max(1, Math.min(asked.size, words.size));
};

/** The one choice that fits best; null where none does, or two do alike. */
const bestOf = <T>(ranked: readonly (readonly [T, number])[], least: number): T | null => {
  const [first, second] = [...ranked].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < least) return null;
  return second && second[1] === first[1] ? null : first[0];
};

/**
 * Which of the choices a word of a register means: by code or the very name; else how it sounds, one or
 * two wrong letters, or the telling words that it shares. Never one of two that fit alike.
 */
export const proposeName = (text: string, choices: readonly NamedChoice[]): Proposal | null => {
  const plain = plainName(text);
  if (plain === "") return null;
  const same = choices.filter((c) => plainName(c.name) === plain || plainName(c.code) === plain);
  if (same.length === 1 && same[0]) return { code: same[0].code, isSame: true };
  const sound = soundsOf(text);
  const most = mostWrong(sound);
  const near = bestOf(
    choices.map((c) => [c, -letterDistance(sound, soundsOf(c.name), most)] as const),
    -most,
  );
  if (near) return { code: near.code, isSame: false };
  const words = tellingWords(text);
  const alike = bestOf(
    choices.map((c) => [c, shareOf(words, c.name)] as const),
    0.5,
  );
  return alike ? { code: alike.code, isSame: false } : null;
};

import type { SearchTerm } from "@rembuk/domain/cases/search-term";

type Bind = (value: unknown, type: string) => string;

/** A lexeme that PostgreSQL reads as it stands; callers give letters, digits, dots and colons only. */
const lexeme = (text: string, isBeginning = false): string =>
  `'${text.replace(/[^\p{L}\p{N}.:#@_-]/gu, "")}'${isBeginning ? ":*" : ""}`;

const anyLexeme = (lexemes: readonly string[]): string => lexemes.join(" | ");

/** Of words: each one; of the last also what begins like it. */
const wordsQuery = ({ words, beginning }: SearchTerm, bind: Bind): string => {
  const stems = (text: string) => `plainto_tsquery('indonesian', ${bind(text, "text")})`;
  if (beginning === null) return stems(words);
  const before = words.slice(0, words.length - beginning.length).trim();
  const begun = bind(lexeme(beginning, true), "text");
  const last = `(${stems(beginning)} || to_tsquery('simple', ${begun}))`;
  return before === "" ? last : `(${stems(before)} && ${last})`;
};

/** Every village of this name that an office has: names repeat. */
const villageQuery = (name: string, bind: Bind): string =>
  `(SELECT coalesce(string_agg('''@' || a.code || '''', ' | '), '')::tsquery FROM area a
    JOIN office o ON o.subdistrict_code = a.parent_code
    WHERE a.search_name = ${bind(name, "text")} AND a.level = 4)`;

const villageNameOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/^(?:desa|kelurahan|kel|ds)\s+/, "")
    .trim();

/**
 * What is looked for as an SQL expression of type tsquery, without the places of the reader; null when
 * no text can match. Numbers and villages are lexemes like words.
 * @param villages only cases of these
 */
export const queryExpression = (
  term: SearchTerm,
  villages: readonly string[],
  bind: Bind,
): string | null => {
  const said = [
    ...(term.words === "" ? [] : [wordsQuery(term, bind)]),
    ...term.phrases.map((phrase) => `phraseto_tsquery('indonesian', ${bind(phrase, "text")})`),
  ];
  const ways = [
    ...(said.length > 0 ? [`(${said.join(" && ")})`] : []),
    ...(term.numbers.length > 0
      ? [`${bind(anyLexeme(term.numbers.map((n) => lexeme(`#${n}`, true))), "text")}::tsquery`]
      : []),
    ...(term.kind === "words" && term.phrases.length === 0
      ? [villageQuery(villageNameOf(term.words), bind)]
      : []),
  ];
  if (ways.length === 0) return null;
  const all = `(${ways.join(" || ")})`;
  if (villages.length === 0) return all;
  const places = bind(anyLexeme(villages.map((code) => lexeme(`@${code}`))), "text");
  return `(${all} && ${places}::tsquery)`;
};

const braces = /\{([^{}]*)\}/g;

/** Words in braces that are not allowed; a brace that never closes counts as one. */
export const unknownWords = (text: string, allowed: readonly string[]): readonly string[] => {
  const unknown = [...text.matchAll(braces)]
    .map((m) => m[1] ?? "")
    .filter((word) => !allowed.includes(word));
  return /[{}]/.test(text.replace(braces, "")) ? [...unknown, "{"] : unknown;
};

/**
 * A text with facts in place of its words in braces; a word that no fact has stays as it is. A fact is
 * text too: braces in it are not read again.
 */
export const fillWords = (text: string, facts: Readonly<Record<string, string>>): string =>
  text.replace(braces, (whole, word: string) =>
    Object.hasOwn(facts, word) ? (facts[word] ?? whole) : whole,
  );

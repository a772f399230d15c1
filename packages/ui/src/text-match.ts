/** Lower case, without accents or doubled blanks: how names are compared while typing. */
export function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/\s+/g, " ").trim();
}

/** What separates words in a name separates them in what is typed, too: "desa/kelurahan". */
const wordsOf = (text: string): string => text.replace(/[^\p{L}\p{N}.]+/gu, " ");

/**
 * Options in which every typed word starts a word of the label or note (or the value, for codes),
 * best first: label begins with the text, then other hits, in their own order.
 */
export function rankMatches<T extends { label: string; note?: string; value: string }>(
  options: readonly T[],
  text: string,
): T[] {
  const typed = plain(text);
  if (typed === "") {
    return [...options];
  }
  const words = wordsOf(typed).trim().split(" ");
  const hits = options.filter((option) => {
    const hay = ` ${wordsOf(plain(`${option.label} ${option.note ?? ""}`))}`;
    return words.every((word) => hay.includes(` ${word}`)) || option.value.startsWith(typed);
  });
  const starts = hits.filter((option) => plain(option.label).startsWith(typed));
  return [...starts, ...hits.filter((option) => !starts.includes(option))];
}

/** Where `query` stands in `text` (start, end), ignoring case; null when it does not. */
export function matchRange(text: string, query: string): [number, number] | null {
  const typed = query.trim().toLowerCase();
  const at = typed === "" ? -1 : text.toLowerCase().indexOf(typed);
  return at === -1 ? null : [at, at + typed.length];
}

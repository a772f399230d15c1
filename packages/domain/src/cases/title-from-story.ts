const LONGEST = 90;

/** A title from the first sentence: whole words, at most 90 characters, without the full stop. */
export function titleFromStory(story: string): string {
  const text = story.replace(/\s+/g, " ").trim();
  // A full stop ends a sentence only before a space or the end: "Rp1.500.000" and "08.00" stay whole.
  const end = text.search(/[.?;](?=\s|$)/);
  const sentence = (end === -1 ? text : text.slice(0, end)).trim();
  if (sentence.length <= LONGEST) return sentence;
  const cut = sentence.slice(0, LONGEST + 1);
  const space = cut.lastIndexOf(" ");
  return `${cut
    .slice(0, space > LONGEST / 2 ? space : LONGEST)
    .replace(/[,:\-–]+$/, "")
    .trim()}…`;
}

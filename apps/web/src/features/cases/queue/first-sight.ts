import { readAddress, readLook } from "./queue-address";
import { orderOf, type QueueInput, queueInput } from "./queue-view";
import { groupOf, isCounted, readingOf } from "./row-groups";

/** How many fill a phone. */
const MOST = 8;

/** Words of an address as the server is given them. */
export type GivenAddress = Readonly<Record<string, string | string[] | undefined>>;

/** The words of an address, each once. */
export const wordsOf = (address: GivenAddress): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(
    Object.entries(address).map(([name, word]) => [name, Array.isArray(word) ? word[0] : word]),
  );

/** What may be drawn of a list before any script has come. */
export interface FirstQuestion {
  readonly input: QueueInput & { readonly limit: number };
  /** Which list it is, by `readingOf`. */
  readonly of: string;
  readonly isByDue: boolean;
}

/** The beginning of the list that an address names; null: a search, or a list under counted headings. */
export function firstQuestion(address: GivenAddress): FirstQuestion | null {
  const words = wordsOf(address);
  const { filters } = readAddress(words);
  const by = groupOf(readLook(words).look, orderOf(filters));
  if (isCounted(by) || filters.text.trim()) return null;
  const input = queueInput(filters);
  return { input: { ...input, limit: MOST }, of: readingOf(input, by), isByDue: by === "due" };
}

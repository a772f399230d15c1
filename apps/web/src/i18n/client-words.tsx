import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import { AddedWords } from "./added-words";
import type { WordSpace } from "./word-space";

interface ClientWordsProps {
  /** Exactly what the components for browsers below it ask for: `client-words.test.ts` holds it to that. */
  of: readonly WordSpace[];
  children: ReactNode;
}

const pick = async (spaces: readonly WordSpace[]) => {
  const all = await getMessages();
  return Object.fromEntries(spaces.map((space) => [space, all[space]]));
};

/** The words that every page has in the browser: the catalogue whole would weigh more than the page. */
export async function RootWords({ of, children }: ClientWordsProps) {
  return <NextIntlClientProvider messages={await pick(of)}>{children}</NextIntlClientProvider>;
}

/** Words for what stands below, beside those given above it. */
export async function ClientWords({ of, children }: ClientWordsProps) {
  return <AddedWords messages={await pick(of)}>{children}</AddedWords>;
}

"use client";

import { createContext, type ReactNode, use } from "react";

const NarrowGuess = createContext(false);

/** What the server takes the reader's window for, by what the browser says of its device. */
export function NarrowGuessProvider(props: { isNarrow: boolean; children: ReactNode }) {
  return <NarrowGuess value={props.isNarrow}>{props.children}</NarrowGuess>;
}

/** True where the page is drawn for a phone, until the window itself can be asked. */
export const useNarrowGuess = (): boolean => use(NarrowGuess);

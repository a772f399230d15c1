"use client";

import { type AppLinkProps, LinkProvider } from "@rembuk/ui/app-link";
import Link from "next/link";
import { createContext, type ReactNode, use } from "react";

/** Fetches nothing ahead: on a phone every byte is paid for, and the page in hand comes first. */
const PhoneLink = (props: AppLinkProps) => <Link {...props} prefetch={false} />;

const NarrowGuess = createContext(false);

/** What the server takes the reader's window for, by what the browser says of its device. */
export function NarrowGuessProvider(props: { isNarrow: boolean; children: ReactNode }) {
  const { isNarrow, children } = props;
  return (
    <NarrowGuess value={isNarrow}>
      {isNarrow ? <LinkProvider component={PhoneLink}>{children}</LinkProvider> : children}
    </NarrowGuess>
  );
}

/** True where the page is drawn for a phone, until the window itself can be asked. */
export const useNarrowGuess = (): boolean => use(NarrowGuess);

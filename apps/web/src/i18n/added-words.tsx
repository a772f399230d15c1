"use client";

import { type Messages, NextIntlClientProvider, useLocale, useMessages } from "next-intl";
import { type ReactNode, useMemo } from "react";

/** Adds to the words of the provider above. */
export function AddedWords(props: { messages: Partial<Messages>; children: ReactNode }) {
  const above = useMessages();
  const { messages } = props;
  const all = useMemo(() => ({ ...above, ...messages }) as Messages, [above, messages]);
  return (
    <NextIntlClientProvider locale={useLocale()} messages={all}>
      {props.children}
    </NextIntlClientProvider>
  );
}

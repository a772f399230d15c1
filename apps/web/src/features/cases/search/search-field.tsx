"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

const PAUSE_MS = 250;

/** One field for everything that somebody may know of a case; sent once the fingers rest. */
export function SearchField(props: { text: string; onAsk: (text: string) => void }) {
  const { text, onAsk } = props;
  const t = useTranslations("caseSearch");
  const [typed, setTyped] = useState(text);
  const [sent, setSent] = useState(text);
  if (text !== sent) {
    // The address changed from elsewhere: back button, a link.
    setSent(text);
    setTyped(text);
  }
  useEffect(() => {
    if (typed.trim() === sent) return;
    const timer = setTimeout(() => {
      setSent(typed.trim());
      onAsk(typed.trim());
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, sent, onAsk]);
  return (
    <search>
      <label className="relative flex max-w-[720px] items-center">
        <span className="sr-only">{t("label")}</span>
        <Search size={16} aria-hidden className="absolute left-3 text-text-3" />
        <input
          // The page is for typing: whoever opens it came to type.
          // biome-ignore lint/a11y/noAutofocus: the one purpose of this page
          autoFocus
          type="search"
          value={typed}
          maxLength={120}
          autoComplete="off"
          placeholder={t("placeholder")}
          onChange={(event) => setTyped(event.target.value)}
          className="h-11 w-full rounded-r2 border border-line-control bg-surface pr-3 pl-9 text-15"
        />
      </label>
    </search>
  );
}

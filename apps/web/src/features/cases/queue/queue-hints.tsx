"use client";

import { Kbd } from "@rembuk/ui/kbd";
import { useTranslations } from "next-intl";
import { memo } from "react";
import { useShellCommands } from "@/components/shortcuts/shell-commands";
import { caseKeys, helpKey, listKeys, paletteKey } from "@/components/shortcuts/shortcut-table";

/** The keys that are used most, below the list; the rest stands in the help. */
export const QueueHints = memo(function QueueHints({ canCheck }: { canCheck: boolean }) {
  const t = useTranslations("shortcuts");
  const { openHelp, openPalette } = useShellCommands();
  const hints = [
    { id: "move", keys: [...listKeys.down, ...listKeys.up], word: t("short.move") },
    { id: "open", keys: [listKeys.open[1]], word: t("short.open") },
    ...(canCheck ? [{ id: "check", keys: listKeys.check, word: t("short.check") }] : []),
    { id: "note", keys: [caseKeys.note], word: t("short.note") },
    { id: "macro", keys: [caseKeys.macro], word: t("short.macro") },
  ];
  return (
    <footer className="hidden min-h-8 flex-none items-center gap-x-4 border-t border-line px-4 text-12 text-text-2 md:flex pointer-coarse:hidden">
      {hints.map(({ id, keys, word }) => (
        <span key={id} aria-hidden className="flex items-center gap-1.5 whitespace-nowrap">
          {keys.map((key) => (
            <Kbd key={key}>{key}</Kbd>
          ))}
          {word}
        </span>
      ))}
      <button
        type="button"
        onClick={openPalette}
        className="ml-auto flex min-h-(--target-min) items-center gap-1.5 whitespace-nowrap hover:text-text"
      >
        <Kbd>{`Ctrl ${paletteKey.toUpperCase()}`}</Kbd>
        {t("short.palette")}
      </button>
      <button
        type="button"
        onClick={openHelp}
        className="flex min-h-(--target-min) items-center gap-1.5 whitespace-nowrap hover:text-text"
      >
        <Kbd>{helpKey}</Kbd>
        {t("short.help")}
      </button>
    </footer>
  );
});

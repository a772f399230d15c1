"use client";

import { atRest, createLater, useWanted } from "@rembuk/ui/later";
import { type ReactNode, useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import type { Place } from "@/components/app-shell/navigation";
import { JumpHint } from "@/components/shortcuts/jump-hint";
import { ShellCommandsProvider } from "@/components/shortcuts/shell-commands";
import { helpKey, paletteKey } from "@/components/shortcuts/shortcut-table";
import { useJump } from "@/components/shortcuts/use-jump";
import { useKeys, useShortcutSetting } from "@/components/shortcuts/use-shortcuts";
import { CurrentCaseProvider } from "@/features/cases/palette/current-case";

// A page without them is lighter: they come when it is at rest, so that the first letter typed after
// their key is theirs, or when they are wanted before.
const palette = createLater(() =>
  import("@/features/cases/palette/case-palette").then(({ CasePalette }) => CasePalette),
);
const help = createLater(() =>
  import("@/components/shortcuts/shortcuts-help").then(({ ShortcutsHelp }) => ShortcutsHelp),
);
const askForBoth = () => {
  palette.ask();
  help.ask();
};

interface OfficeKeysProps {
  places: readonly Place[];
  mayReadCases: boolean;
  children: ReactNode;
}

/** The keys that act on every page: palette, help, and `g` with the letter of a place. */
export function OfficeKeys({ places, mayReadCases, children }: OfficeKeysProps) {
  const [open, setOpen] = useState<"palette" | "help" | null>(null);
  const shortcuts = useShortcutSetting();
  const isWaiting = useJump(places, shortcuts.on && open === null);
  const openHelp = useCallback(() => setOpen("help"), []);
  const openPalette = useCallback(() => setOpen("palette"), []);
  const commands = useMemo(() => ({ openHelp, openPalette }), [openHelp, openPalette]);
  const close = () => setOpen(null);
  useKeys({ [helpKey]: openHelp }, shortcuts.on && open === null);
  usePaletteKey(setOpen);
  useEffect(() => atRest(askForBoth), []);
  // Single letters are its own at once; it is drawn in small steps, so that a slow machine answers the key first.
  const drawn = useDeferredValue(open);
  const CasePalette = useWanted(palette, open === "palette");
  const ShortcutsHelp = useWanted(help, open === "help");
  return (
    <ShellCommandsProvider value={commands}>
      <CurrentCaseProvider>
        {children}
        <JumpHint places={places} isWaiting={isWaiting} />
        {drawn === "palette" && CasePalette ? (
          <CasePalette
            places={places}
            mayReadCases={mayReadCases}
            onClose={close}
            onHelp={openHelp}
          />
        ) : null}
        {drawn === "help" && ShortcutsHelp ? (
          <ShortcutsHelp places={places} onClose={close} />
        ) : null}
      </CurrentCaseProvider>
    </ShellCommandsProvider>
  );
}

/** Ctrl or Cmd with K, also while somebody types; not over a window that asks for an answer. */
function usePaletteKey(setOpen: (next: (open: Open) => Open) => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== paletteKey || event.altKey || event.shiftKey) return;
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      const window = event.target instanceof Element ? event.target.closest("[role=dialog]") : null;
      setOpen((open) => (open === "palette" ? null : window ? open : "palette"));
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [setOpen]);
}

type Open = "palette" | "help" | null;

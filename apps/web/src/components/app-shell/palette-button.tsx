"use client";

import { IconButton } from "@rembuk/ui/icon-button";
import { Search } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useShellCommands } from "../shortcuts/shell-commands";
import { paletteKey } from "../shortcuts/shortcut-table";
import { isWidePage } from "./current-item";

/** "Cari atau perintah" at the head of the rail; where the rail is narrow, its picture. */
export function PaletteButton() {
  const t = useTranslations("nav");
  const { openPalette } = useShellCommands();
  const mini = isWidePage(usePathname());
  return (
    <button
      type="button"
      onClick={openPalette}
      aria-label={mini ? t("search") : undefined}
      title={`${t("search")} (Ctrl ${paletteKey.toUpperCase()})`}
      aria-keyshortcuts="Control+K Meta+K"
      className={`mb-px flex items-center rounded-r2 font-medium text-text-2 hover:bg-hover ${mini ? "h-[34px] w-9 justify-center" : "h-7 w-full gap-[9px] px-2 text-13"}`}
    >
      <Search size={16} aria-hidden />
      {mini ? null : <span className="min-w-0 flex-1 truncate text-left">{t("search")}</span>}
    </button>
  );
}

/** The same on a phone, where it finds a case or a place. */
export function PhonePaletteButton() {
  const t = useTranslations("nav");
  const { openPalette } = useShellCommands();
  return (
    <IconButton label={t("search")} icon={<Search size={18} aria-hidden />} onClick={openPalette} />
  );
}

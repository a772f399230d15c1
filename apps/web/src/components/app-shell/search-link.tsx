"use client";

import { AppLink } from "@rembuk/ui/app-link";
import { FileSearch } from "lucide-react";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { isWidePage } from "./current-item";

/** The way to the page of all cases: first of the places in the rail. */
export function SearchLink() {
  const t = useTranslations("caseSearch");
  const path = usePathname();
  const mini = isWidePage(path);
  return (
    <AppLink
      href="/cari"
      aria-label={t("open")}
      title={mini ? t("open") : undefined}
      aria-current={path === "/cari" ? "page" : undefined}
      className={`mb-px flex items-center rounded-r2 font-medium text-text-2 no-underline hover:bg-hover aria-[current=page]:bg-selected aria-[current=page]:font-semibold aria-[current=page]:text-text ${mini ? "h-[34px] w-9 justify-center" : "h-7 gap-[9px] px-2 text-13"}`}
    >
      <FileSearch size={16} aria-hidden />
      {mini ? null : <span>{t("open")}</span>}
    </AppLink>
  );
}

/** The same in the bar of a phone. */
export function PhoneSearchLink() {
  const t = useTranslations("caseSearch");
  return (
    <AppLink
      href="/cari"
      aria-label={t("open")}
      className="flex size-11 items-center justify-center text-text-2"
    >
      <FileSearch size={20} aria-hidden />
    </AppLink>
  );
}

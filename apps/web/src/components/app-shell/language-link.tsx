"use client";

import { useLocale, useTranslations } from "next-intl";
import { LOCALE_COOKIE, type Locale } from "@/i18n/preferences";
import { setPreference } from "@/lib/preference-cookie";

/** Switches to the other language, named in that language. */
export function LanguageLink({ className }: { className?: string }) {
  const t = useTranslations("shell");
  const other: Locale = useLocale() === "id" ? "en" : "id";
  return (
    <button
      type="button"
      lang={other}
      onClick={() => {
        setPreference(LOCALE_COOKIE, other);
        window.location.reload();
      }}
      className={className ?? "min-h-6 text-brand underline underline-offset-2"}
    >
      {t("otherLanguage")}
    </button>
  );
}

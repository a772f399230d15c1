"use client";

import { cx } from "@rembuk/ui/class-names";
import { useTranslations } from "next-intl";
import { GlassForm } from "./glass-form";
import { GlassList } from "./glass-list";

/**
 * To open one secret case in an emergency, and what was opened. Who oversees comes for the list; the form
 * stands after it.
 */
export function GlassScreen({ oversees }: { oversees: boolean }) {
  const t = useTranslations("glass");
  return (
    <div className="min-h-full bg-canvas">
      <header className="border-b border-line bg-surface px-4 pt-4 pb-3.5 sm:px-7">
        <h1 className="text-22 font-bold tracking-[-0.02em]">{t("title")}</h1>
        <p className="max-w-[76ch] text-text-2">{t("lead")}</p>
      </header>
      <div
        className={cx(
          "grid max-w-[1200px] items-start gap-4 px-4 py-4 sm:px-7",
          oversees
            ? "lg:grid-cols-[minmax(0,1fr)_minmax(0,400px)]"
            : "lg:grid-cols-[minmax(0,400px)_minmax(0,1fr)]",
        )}
      >
        {oversees ? <GlassList /> : <GlassForm />}
        {oversees ? <GlassForm /> : <GlassList />}
      </div>
    </div>
  );
}

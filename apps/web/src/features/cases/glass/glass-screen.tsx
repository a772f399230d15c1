"use client";

import { cx } from "@rembuk/ui/class-names";
import { PageHeader } from "@rembuk/ui/page-header";
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
      <PageHeader title={t("title")} lead={t("lead")} />
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

"use client";

import { TextLink } from "@rembuk/ui/app-link";
import { useTranslations } from "next-intl";

/** From a page that a step led to, back to the steps. */
export function BackToOnboarding({ areaCode }: { areaCode: string }) {
  const t = useTranslations("onboarding");
  return (
    <p className="border-b border-line bg-surface px-4 py-2 sm:px-7">
      <TextLink href={`/persiapan?kec=${areaCode}`}>{t("back")}</TextLink>
    </p>
  );
}

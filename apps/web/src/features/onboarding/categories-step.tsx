"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { useTranslations } from "next-intl";
import { MarkRow } from "./mark-row";
import type { StepProps } from "./onboarding-data";

/** The standard set holds from the first day; what differs here is changed on the rules' page. */
export function CategoriesStep({ page, onNext }: StepProps) {
  const t = useTranslations("onboarding.categories");
  const { active, own } = page.categories;
  return (
    <>
      <ul className="list-disc pl-5">
        <li>{t("active", { count: active })}</li>
        <li>{t("own", { count: own })}</li>
      </ul>
      <p className="mt-3">
        <ButtonLink href={`/aturan?wilayah=${page.areaCode}&dari=${page.areaCode}`}>
          {t("open")}
        </ButtonLink>
      </p>
      <MarkRow page={page} step="categories" label={t("checked")} onNext={onNext} />
    </>
  );
}

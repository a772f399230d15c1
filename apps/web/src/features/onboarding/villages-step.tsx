"use client";

import { useTranslations } from "next-intl";
import { MarkRow } from "./mark-row";
import type { StepProps } from "./onboarding-data";

/** The villages that the master data know of this kecamatan. */
export function VillagesStep({ page, onNext }: StepProps) {
  const t = useTranslations("onboarding.villages");
  return (
    <>
      <p className="font-semibold">{t("count", { count: page.villages.length })}</p>
      <ul className="mt-2 grid gap-x-4 gap-y-1 sm:grid-cols-2 xl:grid-cols-3">
        {page.villages.map((village) => (
          <li key={village.code} className="flex gap-2">
            <span className="font-mono text-12 text-text-2">{village.code}</span>
            <span className="min-w-0 break-words">{village.name}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-12 text-text-2">{t("wrong")}</p>
      <MarkRow page={page} step="villages" label={t("checked")} onNext={onNext} />
    </>
  );
}

"use client";

import { ButtonLink } from "@rembuk/ui/button";
import { useTranslations } from "next-intl";
import { MarkRow } from "./mark-row";
import type { StepProps } from "./onboarding-data";

/** National days come by themselves; days and hours of the office are added on the calendar's page. */
export function CalendarStep({ page, onNext }: StepProps) {
  const t = useTranslations("onboarding.calendar");
  const { year, national, local } = page.calendar;
  return (
    <>
      <ul className="list-disc pl-5">
        <li>{t("national", { count: national, year })}</li>
        <li>{t("local", { count: local, year })}</li>
        <li>{t("hours")}</li>
      </ul>
      <p className="mt-3">
        <ButtonLink href={`/kalender?kec=${page.areaCode}`}>{t("open")}</ButtonLink>
      </p>
      <MarkRow page={page} step="calendar" label={t("checked")} onNext={onNext} />
    </>
  );
}

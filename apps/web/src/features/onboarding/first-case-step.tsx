"use client";

import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import type { StepProps } from "./onboarding-data";

/** The desk receives it: whoever administers reads and enters no case. */
export function FirstCaseStep({ page }: StepProps) {
  const t = useTranslations("onboarding.firstCase");
  if (page.steps["first-case"] === "done") return <Notice tone="ok">{t("done")}</Notice>;
  return (
    <ol className="list-decimal pl-5 leading-relaxed">
      <li>{t("signIn")}</li>
      <li>{t("desk")}</li>
      <li>{t("receipt")}</li>
    </ol>
  );
}

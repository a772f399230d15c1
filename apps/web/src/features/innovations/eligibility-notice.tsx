"use client";

import { Notice } from "@rembuk/ui/notice";
import { useTranslations } from "next-intl";
import type { ShownInnovation } from "./innovation-data";

/** Why this year's assessment would not take it. */
export function EligibilityNotice({ innovation }: { innovation: ShownInnovation }) {
  const t = useTranslations("innovations.eligibility");
  if (!innovation.eligibility) return null;
  const { year, gaps, words, wordsNeeded } = innovation.eligibility;
  if (gaps.length === 0) return <Notice tone="ok">{t("taken", { year })}</Notice>;
  return (
    <Notice tone="warn" title={t("refused", { year })}>
      <ul className="list-disc pl-5">
        {gaps.map((gap) => (
          <li key={gap}>{t(`gaps.${gap}`, { words, needed: wordsNeeded })}</li>
        ))}
      </ul>
    </Notice>
  );
}

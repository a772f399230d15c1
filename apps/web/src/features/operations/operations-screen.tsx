"use client";

import { useTranslations } from "next-intl";
import { DeadLetters } from "./dead-letters";
import { HealthSentences } from "./health-sentences";

/** For whoever runs the installation: does the background work keep up, and what failed for good? */
export function OperationsScreen() {
  const t = useTranslations("operations");
  return (
    <div className="min-h-full bg-canvas">
      <header className="border-b border-line bg-surface px-4 pt-4 pb-[18px] sm:px-7">
        <h1 className="mb-1 text-12 font-bold">{t("title")}</h1>
        <HealthSentences />
      </header>
      <div className="px-4 py-3.5 sm:px-7">
        <DeadLetters />
      </div>
    </div>
  );
}
